from __future__ import annotations

import pytest

from demo.words import WORDS, in_words

ALWAYS_SENT = "idsite rec r h m s url urlref uid _id _idn send_image _refts pv_id uadata cookie res"
SPECIFIC = (
    "action_name e_c e_a e_n e_v ca idgoal revenue cvar _cvar e_cvar ec_id ec_st ec_tx ec_sh ec_dt"
    " ec_items _pks _pkn _pkc _pkp search search_cat search_count consent new_visit"
)


@pytest.mark.parametrize("name", f"{ALWAYS_SENT} {SPECIFIC}".split())
def test_every_measured_parameter_has_words(name: str) -> None:
    """No parameter that Matomo's tracker sends is shown by its short name alone."""
    assert in_words({name: "1"})[0]["words"] not in ("", name)


def test_what_is_telling_comes_first() -> None:
    """The event precedes the page, the page the visitor, the visitor what is technical."""
    rows = in_words({"rec": "1", "_id": "a", "url": "u", "e_a": "x", "e_c": "y", "zzz": "1"})
    assert [row["name"] for row in rows] == ["e_c", "e_a", "url", "_id", "rec", "zzz"]


def test_a_dimension_is_named_by_its_number() -> None:
    """Custom dimensions have numbered names and belong to what was tracked."""
    row = {"name": "dimension12", "group": "what", "words": "Custom dimension 12", "value": "v"}
    assert in_words({"dimension12": "v"}) == [row]


def test_custom_variables_are_readable() -> None:
    """The JSON of custom variables is shown as one line each."""
    (row,) = in_words({"cvar": '{"1":["Plan","Pro"],"2":["Seats","3"]}'})
    assert row["value"] == "1: Plan = Pro\n2: Seats = 3"


@pytest.mark.parametrize("value", ["", "{", "[]", '{"1":"x"}', '{"1":[]}', "1"])
def test_garbled_custom_variables_stay_as_they_came(value: str) -> None:
    """What is no JSON of variables is shown as sent, never hidden by an error."""
    assert in_words({"cvar": value})[0]["value"] == value


def test_an_unknown_parameter_keeps_its_name() -> None:
    """A plugin's own parameter is shown, under its name."""
    row = {"name": "my_plugin", "group": "technical", "words": "my_plugin", "value": "1"}
    assert in_words({"my_plugin": "1"}) == [row]


def test_groups_are_the_four_that_the_page_shows() -> None:
    """A parameter in a group that the page does not know would be invisible."""
    assert {group for group, _ in WORDS.values()} == {"what", "page", "visitor", "technical"}
