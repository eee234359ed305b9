"""Matomo's script, fetched while ours is still on its way: a phone waits for one trip less."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, cast

from paqbridge.destination.full_opening import full_source
from paqbridge.destination.opening import source
from paqbridge.settings.validate import validate
from paqbridge.web.checked import ROWS, Build, is_lean
from paqbridge.web.literal import Plain
from paqbridge.web.markup import element

if TYPE_CHECKING:
    from paqbridge.types.settings import Settings

WITH_TRACKER = ("solo", "full.solo")
"""Builds that fetch no script."""


def early_source(given: Mapping[str, Plain], build: Build) -> str | None:
    """Return the URL of Matomo's script if a page may fetch it at once, else None.

    ``given`` has been checked. A preload asks nobody: not a visitor whose consent is still to come,
    nor what their browser says of tracking, nor a document that may change the settings.
    """
    settings = cast("Settings", {})
    validate(given, ROWS[build], {}, settings, lambda *_: None)
    said = cast("Mapping[str, object]", settings)
    waits = said.get("consent") == "load" or said.get("doNotTrack") or said.get("settingsUrl")
    if build in WITH_TRACKER or waits or not settings["loadScript"]:
        return None
    return source(settings) if is_lean(build) else full_source(settings)


def preload_element(url: str, nonce: str | None) -> str:
    """Return the element that has a browser fetch a script, after all that the page is made of."""
    said = {"nonce": nonce, "rel": "preload", "as": "script", "fetchpriority": "low", "href": url}
    return element("link", said)
