"""Django's settings, read from the environment; docs/reference/settings.md names every one."""

import os
from pathlib import Path
from typing import Any

import django

from wireroom.adapters.host_budget import DAY_BUDGET
from wireroom.adapters.kept_settings import read_kept
from wireroom.conf.accounts import (
    leaked_passwords,
    mail_server,
    may_comment,
    may_send,
    may_sign_up,
    needs_second_step,
)
from wireroom.conf.ai import ai_settings
from wireroom.conf.database_url import database_settings
from wireroom.conf.editions import read_editions
from wireroom.conf.kept import site_url, stated_names, told, var_folder
from wireroom.conf.logs import log_settings
from wireroom.conf.mailbox import read_mailbox
from wireroom.conf.oidc import read_oidc
from wireroom.conf.pictures import image_sources, read_images, read_images_mb
from wireroom.conf.proxies import LOOPBACK, proxy_header, read_origin, read_proxies
from wireroom.conf.secret import metrics_token, push_key, secret_key, signing_key
from wireroom.engine.errors import BadInput
from wireroom.locale.languages import interface_languages, language

PACKAGE = Path(__file__).resolve().parent.parent
VAR = var_folder()


def _number(variable: str, default: int) -> int:
    """Return a setting that is a whole number above 0. Raises BadInput."""
    said = os.environ.get(variable, "").strip()
    if said and not (said.isascii() and said.isdigit() and int(said[:12])):
        raise BadInput(f"{variable} is a number, as {default}, not {said!r}")
    return int(said) if said else default


def _names(variable: str, default: str) -> list[str]:
    return [name.strip() for name in told(variable, default).split(",") if name.strip()]


DEBUG = False
SECRET_KEY = secret_key(VAR)
ALLOWED_HOSTS = _names("WIREROOM_HOSTS", "localhost,127.0.0.1,[::1]")
# Where this instance is found: publishers read it in our requests and can write to its host.
WIREROOM_URL = site_url(VAR)
# Behind a proxy with TLS a form's origin is not what the site is asked by, and stands here.
CSRF_TRUSTED_ORIGINS = [*_names("WIREROOM_ORIGINS", ""), *read_origin(WIREROOM_URL)]
CSRF_FAILURE_VIEW = "wireroom.web.views.errors.refuse_form"
# A million Arabic letters are two bytes each, and a form sends each byte as three: what is far
# too long for a comment still comes to who says so, and keeps it.
DATA_UPLOAD_MAX_MEMORY_SIZE = 7_000_000
# Whose word on readers' addresses and on TLS is believed: anybody can write such a header.
WIREROOM_PROXIES = read_proxies(os.environ.get("WIREROOM_PROXIES", LOOPBACK))
SECURE_PROXY_SSL_HEADER = proxy_header(os.environ.get("WIREROOM_PROXIES"), WIREROOM_URL)
# Who may have pages read that no feed announces: the desk, everybody with an account, or nobody.
WIREROOM_SEND = may_send()
# What pages decide: which of it the environment tells instead, and what was kept at the start.
WIREROOM_STATED = stated_names()
WIREROOM_KEPT = dict(read_kept(VAR))
# What this newsroom is called on its pages.
WIREROOM_NAME = " ".join(told("WIREROOM_NAME").split()) or "Wireroom"

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    # Without looking for admin.py files: web/admin_site.py says what is listed.
    "django.contrib.admin.apps.SimpleAdminConfig",
    "csp",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "wireroom.people",
    "wireroom.news",
    "wireroom.reading",
    "wireroom.talk",
    "wireroom.web",
]
MIDDLEWARE = [
    "wireroom.web.measured.MeasuringMiddleware",
    "wireroom.web.heads.HeadMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "wireroom.web.packing.PackingMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.middleware.http.ConditionalGetMiddleware",
    "wireroom.web.away.AwayMiddleware",
    "wireroom.web.middleware.EditionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    # Sessions, people and what is said to them, on private pages alone.
    "wireroom.web.private.PrivatePagesMiddleware",
    "allauth.account.middleware.AccountMiddleware",
]
ROOT_URLCONF = "wireroom.conf.urls"
WSGI_APPLICATION = "wireroom.conf.wsgi.application"
TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [PACKAGE / "web" / "templates"],
        "APP_DIRS": False,
        "OPTIONS": {"environment": "wireroom.web.jinja.environment"},
    },
    {  # the pages of Django's admin, and no other app's
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [Path(django.__file__).parent / "contrib/admin/templates"],
        "APP_DIRS": False,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ]
        },
    },
]
# The admin looks for sessions, people and messages by name: PrivatePagesMiddleware holds them.
SILENCED_SYSTEM_CHECKS = ["admin.E408", "admin.E409", "admin.E410"]

DATABASES = {"default": database_settings(os.environ.get("DATABASE_URL"), var=VAR)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

USE_TZ = True
TIME_ZONE = "UTC"
USE_I18N = True
LANGUAGE_CODE = "en"
LANGUAGES = [(code, language(code).name) for code in interface_languages()]
LOCALE_PATHS = [PACKAGE / "locale"]

STATIC_URL = "/static/"
STATICFILES_DIRS = [PACKAGE / "web" / "static"]
STATIC_ROOT = VAR / "static"
WHITENOISE_USE_FINDERS = True  # no collectstatic step between a clone and a page
WHITENOISE_MAX_AGE = 31_536_000
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}

# Outlets' pictures: made anew by this site, from the outlets themselves, or none.
WIREROOM_IMAGES = read_images()
WIREROOM_IMAGES_MB = read_images_mb()

WIREROOM_OIDC = read_oidc()
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "style-src": ["'self'"],
        "script-src": ["'self'"],
        "img-src": image_sources(WIREROOM_IMAGES),
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "media-src": ["'self'"],
        "manifest-src": ["'self'"],
        "worker-src": ["'self'"],
        # Signing in elsewhere begins with a form of ours, which leads there.
        "form-action": ["'self'", *([WIREROOM_OIDC.origin] if WIREROOM_OIDC else [])],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
    }
}
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

LOGGING = log_settings()
# Whoever names it may read /metrics; without one a request from this machine to a local site.
WIREROOM_METRICS_TOKEN = metrics_token()

# Accounts
_IS_HTTPS = WIREROOM_URL.startswith("https://")

WIREROOM_MAY_SIGN_UP = may_sign_up()
# From which role on people need a second step at sign-in before the desk opens; none where empty.
WIREROOM_SECOND_STEP = needs_second_step(is_https=_IS_HTTPS)
WIREROOM_LEAKED_PASSWORDS = leaked_passwords()
# Off, comments have no link and no page anywhere.
WIREROOM_COMMENTS = may_comment()
WIREROOM_MAIL = mail_server(WIREROOM_URL)
WIREROOM_PUSH_KEY = push_key(VAR)
WIREROOM_SIGNING_KEY = signing_key(VAR)
AUTH_USER_MODEL = "people.Person"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": name, "OPTIONS": options}
    for name, options in (
        ("wireroom.web.password_words.UnlikeAddress", {"user_attributes": ["email"]}),
        # Length is what counts, and no kinds of characters (NIST SP 800-63B, 5.1.1).
        ("wireroom.web.password_words.LongEnough", {"min_length": 10}),
        ("django.contrib.auth.password_validation.CommonPasswordValidator", {}),
        ("wireroom.web.password_words.NotLeaked", {}),
    )
]
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = _IS_HTTPS
SESSION_COOKIE_AGE = 60 * 60 * 24 * 30  # a month: reading the news is no bank
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "root"
CACHES = {
    # Limits on tries hold for all workers together. More rows than an attacker fills in a while:
    # past them Django drops a third, and tries with them.
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "people_tried",
        "OPTIONS": {"MAX_ENTRIES": 200_000},
    },
    # What public pages count stays in the process: they write nothing.
    "process": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"},
}
ACCOUNT_ADAPTER = "wireroom.web.accounts.AccountAdapter"
ACCOUNT_TEMPLATE_EXTENSION = "jinja"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_REAUTHENTICATION_METHODS = ("password", "mfa")
ACCOUNT_CHANGE_EMAIL = True
ACCOUNT_EMAIL_VERIFICATION = "mandatory" if WIREROOM_MAIL else "none"
# An unknown address gets a letter, too: else the time it takes tells who has an account.
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "https" if _IS_HTTPS else "http"
ACCOUNT_RATE_LIMITS = {"signup": "20/h/ip"}
SOCIALACCOUNT_ADAPTER = "wireroom.web.known_elsewhere.KnownElsewhereAdapter"
SOCIALACCOUNT_PROVIDERS = WIREROOM_OIDC.providers() if WIREROOM_OIDC else {}
# The host's own service says whose address it is: an account that the host made is found by it.
SOCIALACCOUNT_EMAIL_AUTHENTICATION = True
SOCIALACCOUNT_EMAIL_AUTHENTICATION_AUTO_CONNECT = True
SOCIALACCOUNT_STORE_TOKENS = False
SOCIALACCOUNT_EMAIL_REQUIRED = True
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
# A code of half a minute ago is taken, too (RFC 6238, 5.2): it was typed, and sent over a network.
MFA_TOTP_TOLERANCE = 1
# Where no e-mail is sent no address can be verified, and a second step protects all the same.
MFA_ALLOW_UNVERIFIED_EMAIL = not WIREROOM_MAIL
# Browsers know passkeys on https and on this machine; the library knows https alone.
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not _IS_HTTPS
if WIREROOM_MAIL:
    EMAIL_HOST, EMAIL_PORT = WIREROOM_MAIL.host, WIREROOM_MAIL.port
    EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = WIREROOM_MAIL.user, WIREROOM_MAIL.password
    EMAIL_USE_TLS = WIREROOM_MAIL.tls == "start"
    EMAIL_USE_SSL = WIREROOM_MAIL.tls == "from the start"
    EMAIL_TIMEOUT = 10  # a reader waits for it
    DEFAULT_FROM_EMAIL = WIREROOM_MAIL.sender
else:
    EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"

# The pipeline
WIREROOM_CLUSTER = os.environ.get("WIREROOM_CLUSTER", "")  # tcp://… of a Dask scheduler
WIREROOM_WORKERS = _number("WIREROOM_WORKERS", os.cpu_count() or 1)
# No feed is asked more often than this, however lively it is.
WIREROOM_POLL_MIN_S = _number("WIREROOM_POLL_MIN_S", 300)
WIREROOM_HOST_BUDGET = _number("WIREROOM_HOST_BUDGET", DAY_BUDGET)
# The country of a language's edition, as en:GB,ar:AE: what is told there stands a little higher.
WIREROOM_COUNTRIES = {
    lang.strip().lower(): country.strip().upper()
    for lang, _, country in (pair.partition(":") for pair in _names("WIREROOM_COUNTRIES", ""))
}
# The editions: languages, and countries in them, as en,ar,en-ae.
WIREROOM_EDITIONS = read_editions()
# The folder of a sentence encoder: reports told in other words are then found to be of one story.
WIREROOM_EMBEDDER = os.environ.get("WIREROOM_EMBEDDER", "")
if WIREROOM_EMBEDDER:  # workers may stand in another folder
    WIREROOM_EMBEDDER = str(Path(WIREROOM_EMBEDDER).absolute())
# The host's own file of places, beside those that the world's table knows.
WIREROOM_PLACES = os.environ.get("WIREROOM_PLACES", "")
if WIREROOM_PLACES:  # workers may stand in another folder
    WIREROOM_PLACES = str(Path(WIREROOM_PLACES).absolute())
# Private addresses the fetcher may reach, as host:port or CIDR; the sample newsroom adds its own.
WIREROOM_ALLOW = _names("WIREROOM_ALLOW", "")
# The mailbox of newsletters; None where there is none.
WIREROOM_MAILBOX = read_mailbox(os.environ.get("WIREROOM_IMAP_URL", ""))
# The host's model; None unless WIREROOM_AI is on: then nothing is asked, loaded or shown of one.
AI = ai_settings(WIREROOM_ALLOW)
# "off", said, turns off every machine that writes or translates, not the model alone.
WIREROOM_AI = told("WIREROOM_AI").strip().lower()
# A LibreTranslate-compatible service, or a folder of Argos packages; its key where it wants one.
WIREROOM_TRANSLATOR = os.environ.get("WIREROOM_TRANSLATOR", "").strip()
WIREROOM_TRANSLATOR_KEY = os.environ.get("WIREROOM_TRANSLATOR_KEY", "").strip()
# Characters a day: some 300 whole reports, whoever asks for them.
WIREROOM_TRANSLATOR_DAILY = _number("WIREROOM_TRANSLATOR_DAILY", 1_000_000)
# Who reads the wrap-up aloud: espeak-ng, a command, or off; and the languages of a command.
WIREROOM_SPEECH = os.environ.get("WIREROOM_SPEECH", "").strip()
WIREROOM_SPEECH_LANGUAGES = _names("WIREROOM_SPEECH_LANGUAGES", "")
