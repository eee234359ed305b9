"""What requests say besides what all of them do: data of the page's own, and of its plugins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paqbridge.native import (
    call,
    captured_in,
    changed,
    is_dict,
    is_given,
    is_true,
    json_text,
    keys,
    read,
    read_member,
    within_quotes,
    written,
)
from paqbridge.tracker.text import pair, refuse

if TYPE_CHECKING:
    from paqbridge.types.page import Untrusted
    from paqbridge.types.tracker import Plugin, State

DIMENSION = r"^(dimension\d+)$"


def data_text(state: State, given: Untrusted) -> str:
    """Return the custom data of a call and of all calls; dimensions are parameters of their own."""
    text = ""
    own: dict[str, Untrusted] = {}
    said: dict[str, bool] = {}
    for key in keys(given):
        value = read(given, key)
        if captured_in(DIMENSION, key):
            said[key] = True
            text += pair(key, value)
        else:
            own[key] = value
    text += state["view"]
    for index, kept in state["dimensions"].items():
        text += "" if said.get("dimension" + index) else pair("dimension" + index, kept)
    rest = own if is_dict(given) else given
    data = rest if len(keys(rest)) > 0 or isinstance(rest, str) else state["data"]
    return text + (pair("data", json_text(data)) if is_true(data) else "")


def plugins_text(state: State, kind: str) -> str:
    """Return what the page has requests of this kind say, by its plugins, and all of them."""
    text = ""
    for plugin in state["plugins"].values():
        method = read_member(plugin, kind)
        text += written(call(method, [{}]) or "") if callable(method) else ""
    return text + (f"&{state['appended']}" if state["appended"] else "")


def processed(state: State, text: str) -> str:
    """Return a request as the page's own function makes it, and as it can stand in JSON."""
    processing = state["processing"]
    made = written(call(processing, [text]) or "") if callable(processing) else text
    return within_quotes(made)


def plug_in(state: State, name: str, plugin: Plugin) -> None:
    """Let a plugin of the page's add to requests."""
    state["plugins"] = changed(state["plugins"], written(name), plugin)


def no_data(state: State, given: Untrusted) -> str:
    """Return nothing: a tracker without custom data says so where a call has some."""
    if is_given(given):
        refuse(state)
    return ""


def no_plugins(state: State, kind: str) -> str:
    """Return nothing: there are no plugins."""
    return ""


def unprocessed(state: State, text: str) -> str:
    """Return a request as it is: the page has no function for it."""
    return text
