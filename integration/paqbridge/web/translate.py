"""``translate``: the commands of one call, as a page would push them, without a page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from paqbridge.destination.consent_states import mode_of
from paqbridge.explain.shown import shown
from paqbridge.explain.whereabouts import SHUT, UNSAID
from paqbridge.web.mapped.builds import BUILDS
from paqbridge.web.mapped.calls import Outcome, Played, played
from paqbridge.web.mapped.settings import accepted
from paqbridge.web.mapped.state import NOWHERE, Page, State

if TYPE_CHECKING:
    from paqbridge.types.explain import Remark
    from paqbridge.types.page import PageFacts
    from paqbridge.web.mapped.settings import Accepted


UNUSABLE = "the settings are not usable: the warnings say why"
"""Why nothing is sent with settings that are wrong."""

REFUSED = "the visitor has refused"

KINDS = ("page", "screen", "identify", "track", "group", "alias", "reset")


@dataclass(frozen=True)
class Translation:
    """What a call becomes.

    ``commands`` are pushed into ``_paq`` in this order; an argument that is not given is None.
    ``notes`` say what was left out, ``outcome`` and ``why`` what has become of the call, in the
    words of ``analytics.explain()``. ``warnings`` are settings that count as not given, ``opening``
    is what a page says before its first call; ``state`` is for the next call.
    """

    commands: list[list[object]]
    notes: list[Remark]
    outcome: Outcome
    why: str
    warnings: list[Remark]
    opening: list[list[object]]
    state: State = field(repr=False)


def translate(
    settings: Mapping[str, object],
    message: Mapping[str, object],
    *,
    build: Literal["lean", "full"] = "full",
    state: State | None = None,
    page: Page | None = None,
    consent: Literal["given", "pending", "refused"] = "given",
) -> Translation:
    """Return what a build makes of one call. Nothing that is given is changed.

    ``settings`` are those of ``load``, ``message`` has Segment's common format: ``type`` (also
    ``reset``, a logout), ``event``, ``name``, ``category``, ``properties``, ``traits``, ``userId``,
    ``groupId``, ``context``, ``integrations``. ``state`` is that of the call before: none on a page
    that has just been opened, ``state.on_next_page()`` on the one after. ``page`` says where the
    call is made, ``consent`` what the visitor has answered, if the settings ask.

    Data that the browser would not take is left out, with the reason. What only a program can get
    wrong is a ``TypeError`` (no mapping) or a ``ValueError`` (no such build, answer or type).
    """
    check(settings, message, build, consent)
    here: PageFacts = {**NOWHERE, **(page or {})}
    known = state or State()
    given = accepted(settings, build)
    place = whereabouts(given, consent)
    call = Played([], [], place or ("sent", ""), known)
    if place is None:
        # A mode that asks for cookies only knows nobody till it has an answer.
        may_store = consent == "given" or mode_of(given.settings) == "none"
        call = played(given, message, known, here, may_store)
    outcome, why = call.place
    first = opened(given, consent)
    return Translation(call.commands, call.notes, outcome, why, given.warnings, first, call.state)


def check(settings: object, message: object, build: object, consent: object) -> None:
    """Raise what a program has got wrong."""
    for name, value in (("settings", settings), ("message", message)):
        if not isinstance(value, Mapping):
            raise TypeError(f"{name}: expected a mapping, received {shown(value)}")
    kind = message["type"] if isinstance(message, Mapping) and "type" in message else None
    for name, value, known in (
        ("type", kind, KINDS),
        ("build", build, tuple(BUILDS)),
        ("consent", consent, ("given", "pending", "refused")),
    ):
        if value not in known:
            raise ValueError(f"{name}: expected {' or '.join(known)}, received {shown(value)}")


def whereabouts(given: Accepted, consent: str) -> tuple[Outcome, str] | None:
    """Return what becomes of any call, whatever it says, or None if that depends on the call."""
    if not given.is_able:
        return "not sent", UNUSABLE
    if consent == "refused":
        return "not sent", REFUSED
    if not is_open(given, consent):
        return "held", (SHUT if mode_of(given.settings) == "load" else UNSAID)[1]
    return None


def is_open(given: Accepted, consent: str) -> bool:
    """Tell whether the settings let calls leave with this answer."""
    return consent == "given" or mode_of(given.settings) in ("none", "cookies")


def opened(given: Accepted, consent: str) -> list[list[object]]:
    """Return what comes first: where all tracking waits, that it does, and then nothing more."""
    if is_open(given, consent):
        return given.opening
    return given.opening[:1] if mode_of(given.settings) == "tracking" else []
