"""The shop: the cart, orders, and the product that a page shows."""

from __future__ import annotations

from typing import Any

import pytest

from tests.unit.tracker.speaking import Speaker, only, own


def cart(*commands: list[Any]) -> str:
    """Return what is said of the cart."""
    return only(*commands, ["trackEcommerceCartUpdate", 1])["ec_items"]


@pytest.mark.parametrize(
    ("commands", "expected"),
    [
        ([], "[]"),
        ([["addEcommerceItem", "s"]], '[["s","","",0,1]]'),
        ([["addEcommerceItem", "s", "n", "c", 1.5, 2]], '[["s","n","c",1.5,2]]'),
        ([["addEcommerceItem", "s", "", ["a", "b"], 0, 0]], '[["s","",["a","b"],0,0]]'),
        ([["addEcommerceItem", "s", "", "", "", ""]], '[["s","","",0,1]]'),
        ([["addEcommerceItem", 7]], '[["7","","",0,1]]'),
        ([["addEcommerceItem", ""]], "[]"),
        ([["addEcommerceItem", None, "n"]], "[]"),
        ([["addEcommerceItem", "s", "n"], ["addEcommerceItem", "s", "m"]], '[["s","m","",0,1]]'),
        ([["addEcommerceItem", "b"], ["addEcommerceItem", "2"], ["addEcommerceItem", "10"]],
         '[["2","","",0,1],["10","","",0,1],["b","","",0,1]]'),
        ([["addEcommerceItem", "a"], ["addEcommerceItem", 5], ["removeEcommerceItem", 5]],
         '[["a","","",0,1]]'),
        ([["addEcommerceItem", "a"], ["removeEcommerceItem", "b"]], '[["a","","",0,1]]'),
        ([["addEcommerceItem", "a"], ["clearEcommerceCart"]], "[]"),
        ([["addEcommerceItem", "a"], ["clearEcommerceCart"], ["addEcommerceItem", "b"]],
         '[["b","","",0,1]]'),
    ],
)  # fmt: skip
def test_what_is_in_the_cart(commands: list[list[Any]], expected: str) -> None:
    """A line for each SKU, whole numbers first, with what stands for nothing."""
    assert cart(*commands) == expected


@pytest.mark.parametrize(("total", "said"), [(1, "1"), (0, "0"), ("", ""), ("1.5", "1.5")])
def test_a_cart(total: Any, said: str) -> None:
    """Its worth is said as it is, and it stays."""
    speaker = Speaker(["addEcommerceItem", "s"], *[["trackEcommerceCartUpdate", total]] * 2)
    assert speaker.own() == [f'idgoal=0&revenue={said}&ec_items=[["s","","",0,1]]'] * 2


def test_a_cart_without_a_worth() -> None:
    """Nothing is said."""
    assert own(["trackEcommerceCartUpdate"]) == own(["trackEcommerceCartUpdate", None]) == []


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["o", 9, 8, 1, 2, 3], "ec_id=o&revenue=9&ec_st=8&ec_tx=1&ec_sh=2&ec_dt=3"),
        (["o", 0, 0, 0, 0, 0], "ec_id=o&revenue=0&ec_st=0&ec_tx=0&ec_sh=0&ec_dt=0"),
        (["o", "", "", "", "", ""], "ec_id=o&revenue="),
        (["o", 1, [], 2], "ec_id=o&revenue=1&ec_tx=2&ec_sh=undefined&ec_dt=undefined"),
        ([5, 1, "", 2, "", False], "ec_id=5&revenue=1&ec_tx=2&ec_dt=false"),
    ],
)
def test_an_order(arguments: list[Any], expected: str) -> None:
    """An empty amount is not said, 0 is; the cart is empty after it."""
    speaker = Speaker(["addEcommerceItem", "s"], ["trackEcommerceOrder", *arguments])
    assert speaker.own() == [f'idgoal=0&{expected}&ec_items=[["s","","",0,1]]']
    assert speaker.say("getEcommerceItems") == {}


@pytest.mark.parametrize("arguments", [["", 1], ["o"], ["o", None]])
def test_an_order_that_is_none(arguments: list[Any]) -> None:
    """Without an id or a worth nothing is said, and the cart stays."""
    speaker = Speaker(["addEcommerceItem", "s"], ["trackEcommerceOrder", *arguments])
    assert (speaker.own(), [*speaker.say("getEcommerceItems")]) == ([], ["s"])


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["s", "n", "c", 5], {"_pkc": "c", "_pkp": "5", "_pks": "s", "_pkn": "n"}),
        (["s", "n", ["c"], 0], {"_pkc": '["c"]', "_pkp": "0", "_pks": "s", "_pkn": "n"}),
        (["s", "n", ["c", "d"]], {"_pkc": '["c","d"]', "_pks": "s", "_pkn": "n"}),
        (["s"], {"_pkc": "", "_pks": "s", "_pkn": ""}),
        (["", "n"], {"_pkc": "", "_pkn": "n"}),
        (["", "", "c"], {"_pkc": "c"}),
        ([False, False, []], {"_pkc": ""}),
        ([None, None, None, ""], {"_pkc": ""}),
        ([5, 6, 7, False], {"_pkc": "7", "_pks": "5", "_pkn": "6"}),
    ],
)
def test_what_a_page_shows(arguments: list[Any], expected: dict[str, str]) -> None:
    """All later requests say it, until another takes its place."""
    speaker = Speaker(["setEcommerceView", *arguments], ["ping"], ["trackPageView"])
    for found in speaker.requests():
        assert {key: value for key, value in found.items() if key[:3] == "_pk"} == expected
    speaker.say("setEcommerceView", "", "", "other")
    speaker.say("ping")
    assert [key for key in speaker.requests()[2] if key[:3] == "_pk"] == ["_pkc"]
