"""The app: ``INSTALLED_APPS = ["paqbridge"]``, with our static files and our checks."""

from __future__ import annotations

from django.apps import AppConfig
from django.core.checks import register

from paqbridge.web.django.checks import check_options
from paqbridge.web.static import PACKAGE


class PaqbridgeConfig(AppConfig):
    """Its files are those of the whole package, where ``static`` is; its tags are here."""

    name = "paqbridge.web.django"
    label = "paqbridge"
    verbose_name = "paqbridge"
    path = str(PACKAGE)

    def ready(self) -> None:
        """Let Django check ``PAQBRIDGE`` when it starts."""
        register(check_options, "paqbridge")
