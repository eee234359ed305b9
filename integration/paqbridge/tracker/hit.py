"""One request of the tracking API: its parameters, in the order in which ``matomo.js`` has them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paqbridge.native import (
    call,
    captured_in,
    floored,
    is_dict,
    is_true,
    json_text,
    keys,
    written,
)
from paqbridge.tracker.address import parameter, purified
from paqbridge.tracker.attribution import attribution_text, referrer_of
from paqbridge.tracker.cookies import erase_own, may_keep, name_of, write
from paqbridge.tracker.text import pair
from paqbridge.tracker.timings import timings_text
from paqbridge.tracker.variables import variables_text
from paqbridge.tracker.visitor import keep_visitor, visitor

DIMENSION = r"^(dimension\d+)$"

if TYPE_CHECKING:
    from paqbridge.types.page import Untrusted
    from paqbridge.types.tracker import State


def hit_text(state: State, own: str, data: Untrusted, kind: str) -> str:
    """Return a request, as far as the moment of its call decides it; cookies are written.

    ``own`` are the call's own parameters, ``data`` its custom data, ``kind`` is what plugins know
    it by.
    """
    text = own + moment_text(state) + visit_text(state)
    text += data_text(state, data) + variables_text(state) + timings_text(state, True)
    text += f"&pv_id={state['page_view']}" if state["page_view"] else ""
    text += plugins_text(state, kind)
    text += f"&{state['appended']}" if state["appended"] else ""
    check = parameter(state["url"], "tracker_install_check")
    text += pair("tracker_install_check", check) if check else ""
    if may_keep(state):
        write(state, name_of(state, "ses"), "1", state["session_life"])
    elif not state["keeps_cookies"]:
        erase_own(state)
    text += timings_text(state, False) if kind == "log" else ""
    processing = state["processing"]
    return written(call(processing, [text]) or "") if callable(processing) else text


def moment_text(state: State) -> str:
    """Return which site, when and which page."""
    hours, minutes, seconds = state["facts"]["time"]
    text = f"&idsite={written(state['site_id'])}&rec=1"
    text += f"&r={floored(state['facts']['random']() * 1000000)}"
    text += f"&h={hours}&m={minutes}&s={seconds}"
    text += pair("url", purified(state, state["url"]))
    referrer = purified(state, referrer_of(state))
    return text + (pair("urlref", referrer) if referrer else "")


def visit_text(state: State) -> str:
    """Return who the visitor is and where the visit has come from; both are kept."""
    person = visitor(state)
    text = pair("uid", state["user"]) if state["user"] else ""
    text += f"&_id={person[1]}&_idn={person[0]}"
    text += pair("cs", state["page"]["charset"]) if state["page"]["charset"] else ""
    text += "&send_image=0" + attribution_text(state)
    keep_visitor(state, person)
    return text


def data_text(state: State, given: Untrusted) -> str:
    """Return the custom data of a call and of all calls; dimensions are parameters of their own."""
    text = ""
    own: dict[str, Untrusted] = {}
    said: dict[str, bool] = {}
    for key in keys(given) if is_dict(given) else []:
        value = given.get(key) if is_dict(given) else None
        if captured_in(DIMENSION, key):
            said[key] = True
            text += pair(key, value)
        else:
            own[key] = value
    text += state["view"]
    for index, value in state["dimensions"].items():
        text += "" if said.get("dimension" + index) else pair("dimension" + index, value)
    rest = own if is_dict(given) else given
    is_said = len(keys(own)) > 0 if is_dict(given) else is_true(given)
    data = rest if is_said else state["data"]
    return text + (pair("data", json_text(data)) if is_true(data) else "")


def plugins_text(state: State, kind: str) -> str:
    """Return what the page's plugins say in requests of this kind."""
    text = ""
    for name in state["plugins"].keys():
        method = state["plugins"][name].get(kind)
        text += written(call(method, [{}]) or "") if callable(method) else ""
    return text
