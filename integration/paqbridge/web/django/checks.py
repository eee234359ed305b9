"""What ``manage.py check`` says of ``PAQBRIDGE``."""

from __future__ import annotations

from collections.abc import Sequence

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.checks import CheckMessage, Error, Info
from django.core.exceptions import ImproperlyConfigured

from paqbridge.web.checked import SettingsError
from paqbridge.web.django.conf import SETTING, strict_options
from paqbridge.web.options import Options
from paqbridge.web.static import folder


def check_options(app_configs: object, **others: object) -> Sequence[CheckMessage]:
    """Return an error for each option or setting that is wrong, and for files that are missing."""
    if getattr(settings, SETTING, None) is None:
        said = f"{SETTING} is not set: {{% paqbridge %}} tracks nothing"
        return [Info(said, id="paqbridge.I001")]
    found: list[CheckMessage] = []
    try:
        found += unknown_attribute(strict_options())
    except SettingsError as error:
        bare = [one.removeprefix(f"{SETTING}: ") for one in error.complaints]
        found += [Error(f"{SETTING}: {one}", id="paqbridge.E001") for one in bare]
    try:
        folder()
    except FileNotFoundError as error:
        found.append(Error(str(error), id="paqbridge.E002"))
    return found


def unknown_attribute(options: Options) -> list[CheckMessage]:
    """Return an error where users have no attribute of the name that ``user_id`` says."""
    name = options.user_id
    if not isinstance(name, str):
        return []
    try:
        if hasattr(get_user_model(), name):
            return []
    except ImproperlyConfigured as error:
        return [Error(f"{SETTING}: user_id: there are no users: {error}", id="paqbridge.E001")]
    return [Error(f"{SETTING}: user_id: users have no {name!r}", id="paqbridge.E001")]
