"""The WSGI entry that granian serves."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "wireroom.conf.settings")
application = get_wsgi_application()

if os.environ.get("WIREROOM_SUPERVISED"):
    # A worker must not outlive the server process that started it.
    from wireroom.adapters.orphans import die_with_parent

    die_with_parent()
