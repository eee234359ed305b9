"""One request of the tracking API: its parameters, in the order in which ``matomo.js`` has them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paqbridge.native import floored, written
from paqbridge.tracker.address import parameter, purified
from paqbridge.tracker.attribution import attribution_text, referrer_of
from paqbridge.tracker.cookies import erase_own, may_keep, name_of, write
from paqbridge.tracker.text import pair, said
from paqbridge.tracker.timings import timings_text
from paqbridge.tracker.variables import variables_text
from paqbridge.tracker.visitor import keep_visitor, visitor

if TYPE_CHECKING:
    from paqbridge.types.page import Untrusted
    from paqbridge.types.tracker import State


def hit_text(state: State, kind: str, own: str, data: Untrusted) -> str:
    """Return a request, as far as the moment of its call decides it; cookies are written.

    ``own`` are the call's own parameters, each behind an ampersand, ``data`` its custom data,
    ``kind`` is what plugins know it by.
    """
    moment = moment_text(state)
    visit = visit_text(state)
    besides = state["language"]["data"](state, data)
    variables = variables_text(state)
    text = own + moment + visit + besides + variables + timings_text(state, True)
    text += f"&pv_id={state['page_view']}" if state["page_view"] else ""
    text += state["language"]["plugins"](state, kind)
    text += said(
        "tracker_install_check", parameter(state["page"]["address"], "tracker_install_check")
    )
    if may_keep(state):
        write(state, name_of(state, "ses"), "1", state["session_life"])
    elif not state["keeps_cookies"]:
        erase_own(state)
    text += timings_text(state, False) if kind == "log" else ""
    return state["language"]["processed"](state, text[1:])


def moment_text(state: State) -> str:
    """Return which site, when and which page."""
    hours, minutes, seconds = state["facts"]["time"]
    return (
        f"&idsite={written(state['site'])}&rec=1"
        f"&r={floored(state['facts']['random']() * 1000000)}"
        f"&h={hours}&m={minutes}&s={seconds}"
        + pair("url", purified(state, state["url"]))
        + said("urlref", purified(state, referrer_of(state)))
    )


def visit_text(state: State) -> str:
    """Return who the visitor is and where the visit has come from; both are kept."""
    person = visitor(state)
    text = said("uid", state["user"]) + pair("_id", person[1]) + f"&_idn={person[0]}"
    source = attribution_text(state)
    keep_visitor(state, person)
    return text + said("cs", state["page"]["charset"]) + "&send_image=0" + source
