"""A vector through ``paqbridge.translate``: its calls as messages, its commands as they arrive."""

from __future__ import annotations

from typing import Any

from paqbridge import Translation, translate
from paqbridge.calls.gate import is_meant
from paqbridge.calls.plan import PlanGate, planned_places
from paqbridge.kits.full_parts import PAQ
from paqbridge.native import read
from paqbridge.read.facade import fields
from paqbridge.read.options import own_places, own_values
from paqbridge.web.mapped.state import Page
from tests.support.canonical import decode, encode
from tests.support.fake_page import FakePage, under_host
from tests.support.standalone import standalone
from tests.support.vectors import BUILDS, settings_of

NAMES = ("Piwik", "piwik", "PIWIK", "PIwik", "PIWik", "PIWIk")
"""Spellings of one name: a message has one place for what a call says in several."""


def recorded(vector: dict[str, Any], build: str) -> list[Any]:
    """Return (kind, message) of each call, as the standalone's own methods make them."""
    calls: list[Any] = []
    kits: Any = BUILDS[build]()
    made = kits["kit"]["event"]

    def record(kind: Any, message: Any) -> Any:
        calls.append((kind, message))
        return made(kind, message)

    with under_host(FakePage()):
        analytics = standalone(kits["source"], {**kits["kit"], "event": record})
        analytics["initialize"](
            {"Piwik": decode(settings_of(vector))}, decode(vector.get("options"))
        )
        for method, *given in vector["calls"]:
            analytics[method](*decode(given))
    return [(kind, message) for kind, message in calls if kind != "known"]


def message_of(kind: Any, message: Any, general: Any) -> Any:
    """Return a call in Segment's form: what options and plan say stands in its integrations."""
    options = read(message, "options")
    event: Any = {"event": None, **(message or {}), "type": kind}
    places = [*own_places(options), *planned_places(general, event)]
    context = read(options, "context")
    own = own_values(places)
    integrations: Any = dict(zip(NAMES, own, strict=False))
    if not PlanGate().open(general) or not is_meant(own, places, context):
        integrations = {"Piwik": False}
    rest = {**fields(context), **fields(read(message, "context"))}
    return {**(message or {}), "type": kind, "integrations": integrations, "context": rest}


def translated(vector: dict[str, Any], build: Any) -> tuple[list[str], list[Translation]]:
    """Return what reaches a page that pushes what ``translate`` says, and its translations."""
    settings = decode(settings_of(vector))
    general = decode(vector.get("options"))
    said: list[Translation] = []
    state = None
    for kind, message in recorded(vector, build):
        given = message_of(kind, message, general)
        page: Page = {"url": "about:blank", "title": "Shop", "referrer": "https://shop.test/"}
        said.append(translate(settings, given, build=build, state=state, page=page))
        state = said[-1].state
    answer: Any = "pending" if settings.get("consent") in ("tracking", "load") else "given"
    start = translate(settings, {"type": "page"}, build=build, consent=answer)
    opening = start.opening if PlanGate().open(general) else []
    with under_host(FakePage(live=True)) as shown:
        for commands in [opening, *(one.commands for one in said)]:
            PAQ.send(commands)
        return [encode(command) for command in shown.commands], said
