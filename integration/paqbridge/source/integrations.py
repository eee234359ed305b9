"""The places where a call of the standalone can speak of destinations, the most specific first."""

from __future__ import annotations

from typing import Any

from paqbridge.native import read

OFF = {"All": False}


def own_places(options: Any) -> list[Any]:
    """Return where a call's options speak of destinations: the spellings that Segment knows."""
    integrations = read(options, "integrations")
    providers = read(integrations, "providers")
    return [integrations, providers, options, read(options, "providers")]


def planned_places(plan: Any, event: Any, general: Any) -> list[Any]:
    """Return where a tracking plan and ``initialize`` speak of one event.

    A disabled event, or one that only a disabled ``__default`` covers, is off whatever
    ``initialize`` says.
    """
    rules = read(plan, "track")
    rule = read(rules, event) if isinstance(event, str) else None
    if read(rule or read(rules, "__default"), "enabled") is False:
        return [OFF]
    return [read(rule, "integrations"), general, read(general, "providers")]
