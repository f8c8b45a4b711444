"""The WSGI entry that granian serves."""

import contextlib
import os

from django.core.wsgi import get_wsgi_application

from wireroom.adapters.orphans import die_with_parent, spare_collections

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "wireroom.conf.settings")
application = get_wsgi_application()
spare_collections()
if os.environ.get("WIREROOM_SUPERVISED"):
    # A worker must not outlive the server process that started it.
    die_with_parent()
if told_at := os.environ.pop("WIREROOM_SERVES_FD", ""):
    # A supervisor waits for this before it ends the site of before (cli/supervisor.py).
    with contextlib.suppress(OSError):
        os.write(int(told_at), b".")
        os.close(int(told_at))
