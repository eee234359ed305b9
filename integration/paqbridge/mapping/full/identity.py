"""Who the visitor is: login, alias, group, logout."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from paqbridge.mapping.full.dimensions import put, put_paths
from paqbridge.mapping.full.draft import add, note
from paqbridge.native import captured, pattern
from paqbridge.read.values import NAME_LIMIT, event_text

if TYPE_CHECKING:
    from paqbridge.types.command import Command
    from paqbridge.types.event import FullEvent
    from paqbridge.types.page import Untrusted
    from paqbridge.types.parts import Draft, FullState
    from paqbridge.types.settings import FullSettings

EMAIL: Any = pattern(r"([^@\s]+@[^@\s]+\.[^@\s]+)")


def identity(event: FullEvent, settings: FullSettings, draft: Draft) -> None:
    """Append what a call that is about the visitor says to Matomo.

    Traits and the group have no request of their own: they are kept for those to come.
    """
    kind = event["type"]
    state = draft["state"]
    user = event_text(event["userId"] or None, NAME_LIMIT)
    if kind == "nobody" and (not state["user"] or user == state["user"]):
        # A host's user who was nobody before has not logged out, at least not here; nor has who
        # has logged in once more while refused.
        if not user:
            state["known"] = False
        return
    if kind == "known":
        state["known"] = event["userId"]
        remember(event, settings, draft)
        return
    if kind == "reset" or kind == "nobody":
        log_out(event["userId"], settings, draft)
    else:
        is_other = kind == "identify" and user and is_of_another(user, state)
        if kind == "identify" and user:
            disown(user, settings, draft)
        # What is known of one user says nothing of the next.
        state["sticky"] = {} if is_other else {**state["sticky"]}
        if kind == "group" and settings["groupDimension"]:
            put(state["sticky"], f"dimension{settings['groupDimension']}", event["groupId"])
        if kind == "identify":
            put_paths(event, settings, ("traits",), state["sticky"])
        if kind == "identify" or (kind == "alias" and settings["aliasUserId"]):
            log_in(user, draft)
            if kind == "alias":
                # Which of the two ids the host says on the next page, it alone knows.
                state["owner"] = None


def remember(event: FullEvent, settings: FullSettings, draft: Draft) -> None:
    """Tell the tracker of a user whom a host knows, as soon as something may be stored of them.

    Without that Matomo, which makes the visitor's id of the user's, may begin another visit.
    """
    state = draft["state"]
    known = False if event["userId"] is False else state["known"]
    if known is False and state["user"]:
        log_out(None, settings, draft)
    elif known is not None and may_know(event, settings):
        state["known"] = None
        user = event_text(known or None, NAME_LIMIT)
        disown(user, settings, draft)
        if user and settings["rememberUser"] and user != state["user"]:
            state["sticky"] = {} if is_of_another(user, state) else state["sticky"]
            log_in(user, draft)
            state["is_remembered"] = True


def is_of_another(user: str, state: FullState) -> bool:
    """Tell whether what is kept is of another user, who was told before this one.

    Another tab may have told of this one, and kept what it knows.
    """
    return not not state["user"] and user not in (state["user"], state["owner"])


def may_know(event: FullEvent, settings: FullSettings) -> bool:
    """Tell whether Matomo may know a visitor again."""
    return event.get("storable") is True and not settings["disableCookies"]


def log_in(user: str | None, draft: Draft) -> None:
    """Tell the tracker who it is; an e-mail address is warned of, since reports would show it."""
    if user and user == draft["state"]["user"] and draft["state"]["is_remembered"]:
        # The page says what the tracker has just been told.
        draft["state"]["is_remembered"] = False
    elif user:
        if captured(EMAIL, user):
            note(draft, "the user id looks like an e-mail address", user)
        draft["state"]["user"] = user
        draft["state"]["owner"] = user
        draft["state"]["known"] = None
        add(draft, ["setUserId", user])


def log_out(known: Untrusted, settings: FullSettings, draft: Draft) -> None:
    """Forget the user, and with ``newVisitOnReset`` mark the next request as a new visit's.

    ``known`` is who was logged in on the pages before, where this one has not said it to Matomo.
    """
    state = draft["state"]
    if state["user"] or known:
        add(draft, ["resetUserId"])
        leave(settings, draft)
    disown(None, settings, draft)
    state["user"] = None
    state["known"] = None
    state["sticky"] = {}


def disown(user: str | None, settings: FullSettings, draft: Draft) -> None:
    """Let go of what an earlier page has kept of another user than the one of now.

    That one has logged out where nobody told us: right before a page load, on a page without us.
    """
    state = draft["state"]
    if state["owner"] and not state["user"] and user != state["owner"]:
        state["sticky"] = {}
        leave(settings, draft)


def leave(settings: FullSettings, draft: Draft) -> None:
    """Begin with what is to be the next visitor's; where another tab has told of the logout, what
    is there by now is that already."""
    state = draft["state"]
    is_left = state["user"] and state["owner"] == ""
    state["owner"] = None
    if not is_left:
        state["is_new_visit"] = settings["newVisitOnReset"]
        empty_cart(draft)


def empty_cart(draft: Draft) -> None:
    """Leave nothing in the cart of who has logged out; Matomo's reports keep what they have."""
    state = draft["state"]
    if len(state["cart"]) > 0:
        state["cart"] = []
        if state["is_told"] or state["is_stale"]:
            add(draft, ["clearEcommerceCart"])
        state["is_told"] = False
        state["is_stale"] = False


def in_new_visit(commands: list[Command], draft: Draft) -> list[Command]:
    """Return commands, of which the first request after such a logout opens a visit of its own.

    The parameter would go with every later request, so it is taken back at once.
    """
    draft["state"]["is_new_visit"] = False
    marked: list[Command] = [["appendToTrackingUrl", "new_visit=1"]]
    is_open = True
    for command in commands:
        marked.append(command)
        if is_open and command[0].startswith("track"):
            marked.append(["appendToTrackingUrl", ""])
            is_open = False
    return marked
