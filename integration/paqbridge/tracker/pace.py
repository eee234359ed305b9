"""When requests leave: not before consent, nor before the browser has said what it is; the first at
once, those of the next 0.8 seconds together and in their order.

Two first requests side by side would make two visits, so ``matomo.js`` sends those one after the
other, 50 ms apart; one request with all of them keeps the order as well, and is sooner gone. So it
is in a tab that opens behind another one. Once it has been left, a hidden page waits no more.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from paqbridge.tracker.consent import refresh
from paqbridge.tracker.hit import hit_text
from paqbridge.tracker.text import NO_HINTS, emit

if TYPE_CHECKING:
    from paqbridge.types.page import Untrusted
    from paqbridge.types.tracker import Hit, Request, State

WINDOW = 800
BODY_ABOVE = 2000
"""Characters; longer requests go in a body."""

MOST = 50
"""Requests of one bulk."""

ROOM = 60000
"""Characters in one bulk, without what is around each: a browser takes 64 KiB from a page that is
left."""


def track(
    state: State, kind: str, own: str, data: Untrusted = None, callback: Untrusted = None
) -> None:
    """Build a request of a call's own parameters, and have it leave when it may."""
    if not state["is_off"] and not state["url"].startswith("file:"):
        refresh(state)
        send(state, [{"text": hit_text(state, kind, own, data), "callback": callback}])


def send(state: State, requests: list[Request]) -> None:
    """Have requests leave that were built; they wait for consent, and for the client hints."""
    refresh(state)
    for request in requests:
        if not request["text"]:
            continue
        if state["has_consent"] and state["hints"]:
            text = request["text"] + late_text(state)
            pace(state, {"text": text, "callback": request["callback"]})
        else:
            state["held"] = [*state["held"], request]


def release(state: State) -> None:
    """Have leave what was held, in its order; what may still not leave is held again."""
    held = state["held"]
    state["held"] = []
    send(state, held)


def late_text(state: State) -> str:
    """Return what a request says as it leaves."""
    consent = "&consent=1" if state["is_consent_required"] else ""
    # Who asks for no features asks for no client hints either.
    hints = state["hints"] if state["features"] else NO_HINTS
    return f"{consent}&uadata={hints}{state['features']}"


def pace(state: State, request: Request) -> None:
    """Send a request now, or with the others of the window; after that, of one moment.

    The gate stands at 0 until a first one has been sent.
    """
    now = state["facts"]["now"]
    state["sent_at"] = now
    if state["gate"] == 0:
        state["gate"] = now + WINDOW
        leave(state, [request])
    else:
        state["pending"] = [*state["pending"], request]
        if state["is_left"] and state["facts"]["is_hidden"]:
            flush(state)
        elif len(state["pending"]) == 1:
            wait = state["gate"] - now
            # A clock that was put back would have them wait for it.
            emit(state, "wake", wait if wait < WINDOW else WINDOW)


def flush(state: State) -> None:
    """Send all that waits for its turn, in its order, as few requests as can be."""
    refresh(state)
    group: list[Request] = []
    size = 0
    for request in state["pending"]:
        size += len(request["text"])
        if len(group) == MOST or size > ROOM or not state["knows_bulk"]:
            leave(state, group)
            group = []
            size = len(request["text"])
        group.append(request)
    leave(state, group)
    state["pending"] = []


def leave(state: State, requests: list[Request]) -> None:
    """Send requests in one."""
    if len(requests) == 0:
        return
    text = requests[0]["text"]
    address = state["endpoint"]
    if len(requests) > 1:
        body = bulk_text(requests)
    elif state["method"] == "POST" or len(text) > BODY_ABOVE:
        body = text
    else:
        body = ""
        address += ("&" if "?" in address else "?") + text
    if "&tracker_install_check=" in text:
        emit(state, "close")
    hit: Hit = {
        "address": address,
        "body": body,
        "is_beacon": state["is_beacon"],
        "requests": requests,
    }
    emit(state, "hit", hit)


def bulk_text(requests: list[Request]) -> str:
    """Return the body of a request that holds several.

    It is put together here, of texts without quotes: a page's library may change how JSON is
    written, of lists or of all.
    """
    texts = [request["text"] for request in requests]
    return '{"requests":["?' + '","?'.join(texts) + '"],"send_image":0}'


def hints_known(state: State, hints: str) -> None:
    """Take what the browser says of itself, and send what has waited for it."""
    if state["hints"] == "":
        state["hints"] = hints
        release(state)


def left(state: State) -> None:
    """Send everything that may be sent: the page is hidden, or goes."""
    hints_known(state, state["page"]["low_hints"])
    flush(state)
    state["is_left"] = True
