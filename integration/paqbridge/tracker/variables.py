"""Custom variables, custom dimensions and custom data: what all later requests say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paqbridge.native import (
    as_number,
    changed,
    is_dict,
    is_given,
    json_text,
    leading_number,
    written,
)
from paqbridge.tracker.text import pair, without

if TYPE_CHECKING:
    from paqbridge.types.page import Untrusted
    from paqbridge.types.tracker import State

SCOPES = {
    '"page"': "cvar",
    "3": "cvar",
    '"event"': "e_cvar",
    '"visit"': "_cvar",
    "2": "_cvar",
}
"""A scope, as JSON -> the parameter that has its variables; numbers are the oldest trackers'."""

LIMIT = 200


def place_of(scope: Untrusted) -> str:
    """Return the parameter of a scope, the visit's where none is given; empty for another."""
    return (SCOPES.get(json_text(scope)) or "") if is_given(scope) else "_cvar"


def set_custom_variable(
    state: State, index: Untrusted, name: Untrusted, value: Untrusted, scope: Untrusted
) -> None:
    """Have all later requests say a name and a value."""
    place = place_of(scope)
    if is_given(name) and as_number(index) > 0 and place:
        said = [written(name)[:LIMIT], written(value)[:LIMIT] if is_given(value) else ""]
        own = changed(state["variables"][place], written(index), said)
        state["variables"] = changed(state["variables"], place, own)


def get_custom_variable(state: State, index: Untrusted, scope: Untrusted) -> Untrusted:
    """Return name and value, or False."""
    place = place_of(scope)
    found = state["variables"][place].get(written(index)) if place else None
    return found if found is not None and found[0] != "" else False


def delete_custom_variable(state: State, index: Untrusted, scope: Untrusted) -> None:
    """Have the server forget a variable: two blanks say that."""
    if get_custom_variable(state, index, scope):
        set_custom_variable(state, index, "", "", scope)


def delete_custom_variables(state: State, scope: Untrusted) -> None:
    """Say nothing more of a scope."""
    place = place_of(scope)
    if is_given(scope) and place:
        state["variables"] = changed(state["variables"], place, {})


def variables_text(state: State) -> str:
    """Return the parameters of all scopes; what is deleted of a visit's is said once."""
    text = ""
    for place, own in state["variables"].items():
        written_out = json_text(own)
        text += pair(place, written_out) if written_out != "{}" else ""
    visit = state["variables"]["_cvar"]
    kept = {index: one for index, one in visit.items() if one[0] != "" and one[1] != ""}
    state["variables"] = changed(state["variables"], "_cvar", kept)
    return text


def set_custom_dimension(state: State, index: Untrusted, value: Untrusted) -> None:
    """Have all later requests say a dimension."""
    number = leading_number(index)
    if number > 0:
        said = written(value) if is_given(value) else ""
        state["dimensions"] = changed(state["dimensions"], written(number), said)


def get_custom_dimension(state: State, index: Untrusted) -> Untrusted:
    """Return what is said of a dimension."""
    return state["dimensions"].get(written(leading_number(index)))


def delete_custom_dimension(state: State, index: Untrusted) -> None:
    """Say nothing more of a dimension."""
    state["dimensions"] = without(state["dimensions"], written(leading_number(index)))


def set_custom_data(state: State, name: Untrusted, value: Untrusted) -> None:
    """Have requests without data of their own say this: an object, or one entry of it, or nothing
    more."""
    data = state["data"]
    if isinstance(name, str):
        data = changed(data if is_dict(data) else {}, name, value)
    elif is_given(name):
        data = name
    json_text(data)  # what can be no JSON throws here, and not at each later request
    state["data"] = data
