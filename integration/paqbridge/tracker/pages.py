"""What a page says: views, events, goals, searches, links, and what is to be known of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paqbridge.native import has_own, is_filled, is_given, is_true, read, written
from paqbridge.tracker.address import purified, resolved
from paqbridge.tracker.content import look_again
from paqbridge.tracker.hit import hit_text
from paqbridge.tracker.pace import track
from paqbridge.tracker.text import drawn, pair, refuse, said, title_of

if TYPE_CHECKING:
    from paqbridge.types.page import Untrusted
    from paqbridge.types.tracker import State


def track_page_view(state: State, title: Untrusted, data: Untrusted, callback: Untrusted) -> None:
    """Say that a page was seen. Nothing that is held is lost."""
    track_view(state, drawn(state, 6), title, data, callback)


def track_view(
    state: State, page_view: Untrusted, title: Untrusted, data: Untrusted, callback: Untrusted
) -> None:
    """Say that a page was seen. Later requests belong to its view, which has this id."""
    own = pair("action_name", title_of(state, title if is_true(title) else state["title"]))
    state["page_view"] = page_view
    track(state, "log", own, data, callback)


def track_whole_page_view(
    state: State, title: Untrusted, data: Untrusted, callback: Untrusted
) -> None:
    """Say that a page was seen, count it, and look for what it shows.

    A title that throws has all dropped that is held, and nothing said, as in ``matomo.js``: there
    is no command for that, and after a refusal our builds do it so (``host.drop_tracked``).
    """
    if has_own(title, "text") and read(title, "text") is None:
        state["held"] = []
        return
    state["page_views"] += 1
    look_again(state)
    is_fixed = state["is_page_view_fixed"]
    page_view = state["page_view"] if is_fixed else drawn(state, 6)
    track_view(state, page_view, title, data, callback)


def track_event(
    state: State,
    category: Untrusted,
    action: Untrusted,
    name: Untrusted,
    value: Untrusted,
    data: Untrusted,
    callback: Untrusted,
) -> None:
    """Say that something happened; not without a category and an action."""
    if not is_filled(category) or not is_filled(action):
        refuse(state)
        return
    own = pair("e_c", category) + pair("e_a", action)
    own += pair("e_n", name) if is_given(name) else ""
    own += pair("e_v", value) if is_given(value) else ""
    track(state, "event", own + "&ca=1", data, callback)


def track_goal(
    state: State, goal: Untrusted, revenue: Untrusted, data: Untrusted, callback: Untrusted
) -> None:
    """Say that a goal was reached, and what that is worth."""
    own = f"&idgoal={written(goal)}" + (f"&revenue={written(revenue)}" if is_true(revenue) else "")
    track(state, "goal", own, data, callback)


def track_site_search(
    state: State, keyword: Untrusted, category: Untrusted, count: Untrusted, data: Untrusted
) -> None:
    """Say what was searched for."""
    own = pair("search", keyword) + said("search_cat", category)
    own += f"&search_count={written(count)}" if is_given(count) else ""
    look_again(state)
    track(state, "sitesearch", own, data)


def track_link(
    state: State, address: Untrusted, kind: Untrusted, data: Untrusted, callback: Untrusted
) -> None:
    """Say that a link was followed; its kind, link or download, names the parameter."""
    own = pair(written(kind), purified(state, written(address)))
    track(state, "link", own, data, callback)


def track_request(
    state: State, own: Untrusted, data: Untrusted, callback: Untrusted, kind: Untrusted
) -> None:
    """Say parameters of the page's own."""
    track(state, written(kind), "&" + written(own), data, callback)


def get_request(state: State, own: Untrusted) -> str:
    """Return what a request with parameters of the page's own would say."""
    return hit_text(state, "", "&" + written(own), None)


def ping(state: State) -> None:
    """Say that the visit goes on."""
    track(state, "ping", "&ping=1")


def set_custom_url(state: State, url: Untrusted) -> None:
    """Take an address for that of the page: a text, or the browser's own object of one."""
    if is_given(url):
        state["url"] = resolved(written(url), purified(state, state["page"]["address"]))
    else:
        refuse(state)


def set_user_id(state: State, user: Untrusted) -> None:
    """Take a user's id; what is none changes nothing."""
    if is_filled(user):
        state["user"] = written(user)


def set_page_view_id(state: State, given: Untrusted) -> None:
    """Take an id for all page views."""
    state["page_view"] = given and written(given)
    state["is_page_view_fixed"] = True
