"""How requests are to be sent, as the page wishes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paqbridge.native import within_quotes, written
from paqbridge.tracker.pace import flush, send, track
from paqbridge.tracker.text import refuse

if TYPE_CHECKING:
    from paqbridge.types.page import Untrusted
    from paqbridge.types.tracker import State


def set_endpoint(state: State, address: Untrusted) -> None:
    """Send requests to an address; what waits for its turn is for the one before.

    What is no text changes nothing.
    """
    if isinstance(address, str):
        if address != state["endpoint"]:
            flush(state)
        state["endpoint"] = address
    else:
        refuse(state)


def set_method(state: State, given: Untrusted) -> None:
    """Send requests in the body, with POST, or as images, with GET."""
    state["method"] = written(given).upper() if given else "GET"
    state["is_beacon"] = state["is_beacon"] and state["method"] != "GET"


def show_features(state: State) -> None:
    """Say what the browser can do, as from the start."""
    state["features"] = state["page"]["features"]


def queue_request(state: State, own: Untrusted, is_whole: Untrusted) -> None:
    """Say parameters of the page's own, or a whole request that it has made; all that comes at one
    moment leaves together."""
    if not is_whole:
        track(state, "", "&" + written(own))
    elif not state["is_off"]:
        send(state, [{"text": within_quotes(written(own)), "callback": None}])


def nothing(state: State) -> None:
    """Do nothing: what the command is about this tracker does not need."""
