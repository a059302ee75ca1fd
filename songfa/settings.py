"""All settings. What differs between machines comes from the environment or from the installation's own keys."""

import os
from pathlib import Path

import django_stubs_ext
from csp.constants import NONE, SELF

from songfa.base import home, postgres

django_stubs_ext.monkeypatch()

HERE = Path(__file__).parent
CHECKOUT = HERE.parent
WEB_PROCESS = os.environ.get("SONGFA_PROCESS") == "web"

SECRET_KEY = home.keys().django
DEBUG = os.environ.get("DEBUG") == "1"
ALLOWED_HOSTS = os.environ.get("SONGFA_HOSTS", "localhost,127.0.0.1,[::1],testserver").split(",")
CSRF_TRUSTED_ORIGINS = [x for x in os.environ.get("SONGFA_ORIGINS", "").split(",") if x]
ROOT_URLCONF = "songfa.urls"
AUTH_USER_MODEL = "access.User"
USE_TZ = True
TIME_ZONE = "UTC"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

ROOMS = (
    "base", "words", "areas", "access", "duties", "audit", "people", "network", "advice",
    "aid", "outreach", "insight", "web",
)  # fmt: skip
INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django_cotton.apps.SimpleAppConfig",
    "template_partials.apps.SimpleAppConfig",
    "django_htmx",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "axes",
    "csp",
    "pgtrigger",
    "pghistory",
    "procrastinate.contrib.django",
    *(f"songfa.{room}" for room in ROOMS),
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "songfa.web.middleware.Speaking",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "songfa.web.middleware.Acting",
    "songfa.web.middleware.ProblemPages",
    "songfa.api.troubles.AtTheEnd",
    "axes.middleware.AxesMiddleware",
]


def _database() -> dict[str, object]:
    address = postgres.external()
    common = {
        "ENGINE": "django.db.backends.postgresql",
        "ATOMIC_REQUESTS": True,
        "CONN_MAX_AGE": None,
    }
    # several checkouts or test runs side by side use test databases of their own name
    test = {"TEST": {"NAME": os.environ.get("SONGFA_TEST_DB", "test_songfa")}}
    if address is None:
        return {**common, **postgres.settings(web=WEB_PROCESS), **test}
    from urllib.parse import parse_qsl, unquote, urlsplit  # noqa: PLC0415

    parts = urlsplit((WEB_PROCESS and os.environ.get("DATABASE_URL_WEB")) or address)
    query = dict(parse_qsl(parts.query))
    return {
        **common,
        "NAME": unquote(parts.path.lstrip("/")) or postgres.DATABASE,
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": query.pop("host", parts.hostname or ""),
        "PORT": str(parts.port or ""),
        "OPTIONS": query,
        **test,
    }


DATABASES = {"default": _database()}

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [HERE / "web" / "templates"],
        "OPTIONS": {
            "loaders": [
                (
                    "template_partials.loader.Loader",
                    [
                        (
                            "django.template.loaders.cached.Loader",
                            [
                                "django_cotton.cotton_loader.Loader",
                                "django.template.loaders.filesystem.Loader",
                                "django.template.loaders.app_directories.Loader",
                            ],
                        )
                    ],
                )
            ],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "csp.context_processors.nonce",
                "songfa.web.context.page",
            ],
            "builtins": [
                "django_cotton.templatetags.cotton",
                "template_partials.templatetags.partials",
                "songfa.words.templatetags.words",
            ],
        },
    }
]
COTTON_DIR = "cotton"
COTTON_SNAKE_CASED_NAMES = False

LANGUAGE_CODE = "zh-hans"
LANGUAGES = [("zh-hans", "简体中文"), ("vi", "Tiếng Việt"), ("en", "English")]
USE_I18N = True

STATIC_URL = "/static/"
STATIC_ROOT = home.data() / "static"
STATICFILES_DIRS = [HERE / "web" / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedStaticFilesStorage"},
}
# the web serves what was collected, with its compressed copies; everything else what lies in the folders
WHITENOISE_USE_FINDERS = not WEB_PROCESS
WHITENOISE_MAX_AGE = 3600
MEDIA_ROOT = home.data() / "files"
# asked about every document before it is kept, with its bytes on the standard input: exit 0 clean, 1 unwanted;
# such as `clamdscan --no-summary -`. Empty: nobody is asked
DOCUMENT_SCANNER = os.environ.get("SONGFA_SCANNER", "")
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
# a group of two thousand people has six boxes a row on one page
DATA_UPLOAD_MAX_NUMBER_FIELDS = 13_000
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
FILE_UPLOAD_PERMISSIONS = 0o600
FILE_UPLOAD_DIRECTORY_PERMISSIONS = 0o700

# strict: nothing inline, nothing from elsewhere, no eval
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
HTTPS = os.environ.get("SONGFA_HTTPS") == "1"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SESSION_COOKIE_AGE = 12 * 3600
SESSION_COOKIE_HTTPONLY = True

AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 10},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "desk"
ACCOUNT_LOGOUT_REDIRECT_URL = "/"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_FORMS = {"change_password": "songfa.web.passwords.ChangePassword"}
ACCOUNT_ADAPTER = "songfa.web.accounts.Adapter"
ACCOUNT_EMAIL_VERIFICATION = "none"
# django-axes locks out after wrong passwords, by name and address; this one counts codes of the second factor
ACCOUNT_RATE_LIMITS = {"login_failed": "5/900s/key"}
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = "Songfa"
# staff must have a second factor; the demo turns this off
SECOND_FACTOR_FOR_STAFF = os.environ.get("SONGFA_SECOND_FACTOR", "1") == "1"
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = 0.25  # hours
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_ON_SUCCESS = True
AXES_LOCKOUT_CALLABLE = "songfa.web.accounts.locked_out"
AXES_USERNAME_FORM_FIELD = "login"
AXES_USERNAME_CALLABLE = "songfa.web.accounts.account_name"
AXES_CLIENT_IP_CALLABLE = "songfa.web.accounts.address"
# how many proxies of our own stand before us and add to X-Forwarded-For
PROXIES = int(os.environ.get("SONGFA_PROXIES", "0"))
AXES_VERBOSE = False

PGHISTORY_APPEND_ONLY = True

PROCRASTINATE_IMPORT_PATHS = ["songfa.commands.jobs"]

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "filters": {"secrets": {"()": "songfa.base.quiet.WithoutSecrets"}},
    "handlers": {
        "console": {"class": "logging.StreamHandler", "formatter": "line", "filters": ["secrets"]}
    },
    "root": {"handlers": ["console"], "level": "WARNING"},
    # names and numbers that people type reach these loggers' messages: they stay quiet
    "loggers": {"axes": {"level": "CRITICAL"}, "django.request": {"level": "ERROR"}},
}
SILENCED_SYSTEM_CHECKS: list[str] = []
