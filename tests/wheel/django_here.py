"""Django in the tests' own process, set up once."""

from __future__ import annotations

from typing import Any

import django
from django.conf import settings
from django.test import override_settings

SETTINGS = {"siteId": 1, "serverUrl": "https://matomo.example.org"}


def set_up() -> None:
    """Set Django up, once for the process."""
    if not settings.configured:
        processors = ["django.template.context_processors.request"]
        settings.configure(
            SECRET_KEY="a test's own",
            USE_TZ=True,
            STATIC_URL="/static/",
            INSTALLED_APPS=[
                "django.contrib.auth",
                "django.contrib.contenttypes",
                "django.contrib.staticfiles",
                "paqbridge",
            ],
            TEMPLATES=[
                {
                    "BACKEND": "django.template.backends.django.DjangoTemplates",
                    "OPTIONS": {"context_processors": processors},
                },
                {
                    "BACKEND": "django.template.backends.jinja2.Jinja2",
                    "OPTIONS": {"environment": "tests.wheel.django_jinja.environment"},
                },
            ],
        )
        django.setup()


def site_with(**more: Any) -> Any:
    """Return a context in which PAQBRIDGE has good settings and more."""
    return override_settings(PAQBRIDGE={"settings": SETTINGS, **more})
