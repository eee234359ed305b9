"""What ``PAQBRIDGE`` says in Django's settings: read once, and again where a test changes it."""

from __future__ import annotations

from functools import cache

from django.conf import settings
from django.core.signals import setting_changed

from paqbridge.web.checked import SettingsError
from paqbridge.web.options import LOG, Options, not_async, options

SETTING = "PAQBRIDGE"


def strict_options() -> Options:
    """Return the options, or raise ``SettingsError``: also where ``user_id`` is no way to one."""
    found = options(getattr(settings, SETTING, None))
    if not (found.user_id is None or isinstance(found.user_id, str) or callable(found.user_id)):
        raise SettingsError(["user_id: expected the name of a user's attribute, or a function"])
    not_async(user_id=found.user_id)
    return found


@cache
def current_options() -> Options:
    """Return the options; where they are wrong, log it and switch off: no page fails for us.

    Servers that run no checks when they start would else answer each page with an error.
    """
    try:
        return strict_options()
    except SettingsError as error:
        LOG.error("%s is wrong, nothing is tracked: %s", SETTING, error)
        return options(None)


def forget(*, setting: str, **others: object) -> None:
    """Read the options again when they are needed."""
    if setting in (SETTING, "DEBUG"):
        current_options.cache_clear()


setting_changed.connect(forget, dispatch_uid="paqbridge")
