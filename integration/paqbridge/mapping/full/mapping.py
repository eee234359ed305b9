"""The full mapping: pages, commerce, dimensions, search, links, identity."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from paqbridge.mapping.full.dimensions import custom_data, stored_data
from paqbridge.mapping.full.draft import create_draft
from paqbridge.mapping.full.identity import identity, in_new_visit, remember
from paqbridge.mapping.full.pages import page_view
from paqbridge.mapping.full.products import stored
from paqbridge.mapping.full.track import track
from paqbridge.mapping.full.variables import deletions
from paqbridge.read.values import NAME_LIMIT, event_text

if TYPE_CHECKING:
    from paqbridge.types.command import Mapped, State
    from paqbridge.types.event import Event, FullEvent
    from paqbridge.types.parts import Draft, FullState
    from paqbridge.types.settings import FullSettings, Settings


def map_full(event: Event, settings: Settings, state: State) -> Mapped:
    """Translate one call: (event, settings, state) -> (commands, next state, notes)."""
    draft = create_draft(state)
    full = cast("FullSettings", settings)
    take_stored(draft["state"], full)
    put_commands(cast("FullEvent", event), full, draft)
    return draft["commands"], draft["state"], draft["notes"]


def take_stored(state: FullState, settings: FullSettings) -> None:
    """Take what another page has kept: storage goes before memory.

    Where nobody is to be known again, without cookies, that is not what has been said of somebody.
    """
    if state["stored"] is not None:
        state["cart"] = stored(state["stored"])
        state["stored"] = None
        state["is_stale"] = state["is_stale"] or state["is_told"]
        state["is_told"] = False
        if not settings["disableCookies"]:
            state["sticky"] = stored_data(state["stored_sticky"])
        if state["stored_owner"] is not None:
            # Nobody's, where another tab has kept it after a logout; of nothing nobody says whose.
            state["owner"] = event_text(state["stored_owner"], NAME_LIMIT) or ""


def put_commands(event: FullEvent, settings: FullSettings, draft: Draft) -> None:
    """Put the commands of a call into its draft."""
    kind = event["type"]
    if kind == "page" or kind == "track":
        remember(event, settings, draft)
        draft["data"] = custom_data(event, settings, draft["state"]["sticky"])
        if kind == "page":
            page_view(event, settings, draft)
        else:
            track(event, settings, draft)
        commands = draft["commands"]
        if event["is_late"] and len(commands) > 0:
            commands = [["setHitTime", event["time"]], *commands, ["setHitTime", 0]]
        is_first = draft["state"]["is_new_visit"] and len(commands) > 0
        visit = in_new_visit(commands, draft) if is_first else commands
        is_clearing = settings["clearCustomVariables"]
        draft["commands"] = [*visit, *deletions(commands)] if is_clearing else visit
    else:
        identity(event, settings, draft)
