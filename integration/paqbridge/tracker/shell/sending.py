"""Sends a hit: a beacon, which outlives its page; else a request that does, or an image."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paqbridge.host import attempt, fetch_answer, form_body, load_image, page, run
from paqbridge.native import with_all
from paqbridge.tracker.pace import ROOM

if TYPE_CHECKING:
    from collections.abc import Callable

    from paqbridge.types.tracker import Hit

FLYING = {"size": 0, "beacons": 0}
"""Characters of the bodies that are on their way and outlive the page: a browser has 64 KiB for
them, and refuses more, which must not look like a network that is down. Of beacons nobody hears
when they have arrived: once there are any, one that is refused says that the room is full."""


def send_hit(hit: Hit) -> None:
    """Send one hit, and tell those who wait for it."""

    def hear(is_sent: bool) -> None:
        tell_senders(hit, is_sent)

    if hit["is_beacon"] and is_beacon_sent(hit):
        FLYING["beacons"] = ROOM
        hear(True)
    elif hit["body"] == "":
        load_image(with_all(hit["address"], "&send_image=0", "&send_image=1"), hear)
    else:
        post_hit(hit, hear, FLYING["beacons"])


def is_offline() -> bool:
    """Tell whether the browser knows that it has no connection."""
    return page.navigator.onLine is False


def tell_senders(hit: Hit, is_sent: bool) -> None:
    """Tell those who wait for the requests of a hit whether it was sent."""
    for request in hit["requests"]:
        if callable(request["callback"]):
            about = {
                "request": request["text"],
                "trackerUrl": hit["address"].split("?")[0],
                "success": is_sent,
                "isSendBeacon": hit["is_beacon"],
            }
            run(request["callback"], about)


def is_beacon_sent(hit: Hit) -> bool | None:
    """Hand a hit to the browser, which may refuse it: its place for beacons is small.

    A wrapper of the page's that forgets to say what has become of it has sent it.
    """
    return attempt(
        lambda: page.navigator.sendBeacon(hit["address"], form_body(hit["body"])) is not False
    )


def post_hit(hit: Hit, hear: Callable[[bool], object], taken: int) -> None:
    """Send a hit by a request that outlives the page, as long as there is room for that, of which
    others have taken some.

    One that fails is not sent again: to a page that is being left one fails that arrives.
    """
    size = len(hit["body"])

    def hear_end(is_sent: bool) -> None:
        FLYING["size"] -= size
        hear(is_sent)

    options = {
        "method": "POST",
        "body": form_body(hit["body"]),
        "credentials": "include",
        "mode": "no-cors",
        "keepalive": taken + FLYING["size"] + size < ROOM,
    }
    fetch_answer(hit["address"], options, hear_end)
    FLYING["size"] += size
