"""What a call leaves out, each with its reason and what was received."""

from __future__ import annotations

from typing import Any

import pytest

from tests.support.full_mapping import explained

HERE = "https://shop.test/cart"
PAGE = {"url": HERE, "title": "Cart", "referrer": ""}
PIECE = {"sku": "s", "price": 2}


def notes(kind: Any, message: dict[str, Any], **settings: Any) -> list[tuple[str, Any]]:
    """Return what a call leaves out."""
    found = explained(kind, {"page": PAGE, **message}, **settings)[2]
    return [(note["text"], note["received"]) for note in found]


def properties(event: str, **given: Any) -> dict[str, Any]:
    """Return the message of a track call."""
    return {"event": event, "properties": given}


def test_nothing_left_out() -> None:
    """A call that fits its commands has no notes, and what is not given is not missed."""
    message = properties("Paid", category="c", label="l", value="$5", revenue=3, total=None)
    assert notes("track", message) == []
    assert notes("page", {"properties": {"url": "/a", "title": "A"}}) == []


@pytest.mark.parametrize("name", ["category", "name", "label"])
@pytest.mark.parametrize("value", [{"a": 1}, [1], " ", float("nan")])
def test_slots_of_text(name: str, value: Any) -> None:
    """spec: anything but text, numbers and booleans counts as not given in a text slot."""
    (note,) = notes("track", properties("Paid", **{name: value}))
    assert note == (f"{name}: expected a text", value)


@pytest.mark.parametrize("name", ["value", "revenue", "total"])
@pytest.mark.parametrize("value", ["1,2,3", "30 min", True, {}, ""])
def test_slots_of_numbers(name: str, value: Any) -> None:
    """spec: what is no number counts as not given."""
    found = notes("track", properties("Paid", **{name: value}))
    assert found == [(f"{name}: expected a number", value)]


def test_texts_that_are_cut() -> None:
    """matomo: event texts end at 4096 UTF-16 units, dimensions at 250; what is longer is cut."""
    whole, long = "a" * 4096, "a" * 4097
    assert notes("track", properties("Paid", category=whole, label=long)) == [
        ("label: cut to 4096 characters", long)
    ]
    given = {"a": "b" * 250, "c": "b" * 251}
    assert notes(
        "track", properties("Paid", **given), dimensions={"properties.a": 1, "properties.c": 2}
    ) == [("dimension2: cut to 250 characters", given["c"])]


def test_a_label_beside_a_name() -> None:
    """Matomo's event has one name: `name` is taken before `label`."""
    assert notes("track", properties("Paid", name="n", label="l")) == [
        ("label: the name goes before it", "l")
    ]


def test_custom_variables() -> None:
    """Indexes from 1 to the limit, each with a name and a value."""
    own = {"customVars": {"0": ["a", "b"], "5": "ab", "7": ["c", "d"], "x": 1}, "cvar": [1]}
    message = {**properties("Paid"), "own": own}
    expected = [
        ("cvar: expected an object {index: [name, value]}", [1]),
        ("custom variable 0: expected an index from 1 to 5", ["a", "b"]),
        ("custom variable 5: expected a list of a name and a value", "ab"),
        ("custom variable 7: expected an index from 1 to 5", ["c", "d"]),
        ("custom variable x: expected an index from 1 to 5", 1),
    ]
    assert notes("track", message) == expected
    assert notes("page", {"own": own}) == expected
    assert notes("page", {"own": {"cvar": {"7": ["c", "d"]}}}, customVariableLimit="6") == [
        ("custom variable 7: expected an index from 1 to 6", ["c", "d"])
    ]


def test_dimensions() -> None:
    """A dimension is a text, from the settings' paths or from the call's own."""
    message = {**properties("Paid", plan={}), "own": {"dimensions": {"3": [], "x": "y", "4": "z"}}}
    expected = [
        ("dimension2: expected a text", {}),
        ("dimension3: expected a text", []),
        ("dimension x: expected the id of a custom dimension", "y"),
    ]
    assert notes("track", message, dimensions={"properties.plan": 2}) == expected
    assert notes("track", properties("Paid"), dimensions={"properties.plan": 2}) == []
    assert notes("track", properties("Paid", plan={}), dimensions={"context.plan": 2}) == []


def test_page_facts() -> None:
    """URLs are absolute or begin at the root; with pageFacts never none is told."""
    given = {"title": {}, "referrer": "javascript:0"}
    wanted = "expected an absolute URL or a path from the root"
    assert notes("page", {"properties": given}) == [
        ("title: expected a text", {}),
        (f"referrer: {wanted}", "javascript:0"),
    ]
    told = {"url": "/a", "title": "A"}
    assert notes("page", {"properties": told}, pageFacts="never") == [
        ("url: the setting pageFacts is never", "/a"),
        ("title: the setting pageFacts is never", "A"),
    ]


def test_the_same_page_again() -> None:
    """With dedupePages the second page call says why it is not sent."""
    _, state, _ = explained("page", {"page": PAGE}, dedupePages=True)
    assert explained("page", {"page": PAGE}, state)[2] == []
    commands, _, found = explained("page", {"page": PAGE}, state, dedupePages=True)
    assert commands == []
    assert found == [
        {"text": "page: the same URL and title as the page call before", "received": HERE}
    ]


def test_searches_and_links() -> None:
    """A search without a query, and a link without an address, stay events, and say so."""
    settings = {"siteSearchEvents": ["Find"], "linkEvents": ["Go"], "downloadEvents": ["Get"]}
    assert notes("track", properties("Find", query="", count="many"), **settings) == [
        ("query: expected what was searched for", ""),
        ("count: expected a number", "many"),
    ]
    for event in ("Go", "Get"):
        found = notes("track", properties(event), **settings)
        assert found == [("url: expected an absolute URL or a path from the root", None)]
        # Of one that cannot be used the mapping itself speaks.
        assert notes("track", properties(event, url="x"), **settings) == []
    assert notes("track", properties("Find", keyword="k", results=1), **settings) == []
    assert notes("track", properties("Go", href="https://a.example"), **settings) == []


def test_products() -> None:
    """A product needs an id; its details have their kinds."""
    assert notes("track", properties("Product Added", price=1), ecommerce=True) == [
        ("product: expected a sku or a product_id", {"price": 1})
    ]
    many = ["a", "b", "c", "d", "e", "f"]
    one = {"sku": "s", "name": {}, "price": "cheap", "quantity": "two", "category": many}
    assert notes("track", properties("Cart Viewed", products=[one]), ecommerce=True) == [
        ("name: expected a text", {}),
        ("price: expected a number", "cheap"),
        ("quantity: expected a number", "two"),
        ("category: Matomo records the first five", many),
    ]
    assert notes("track", properties("Cart Viewed", products=PIECE), ecommerce=True) == [
        ("products: expected a list", PIECE)
    ]
    assert notes("track", properties("Product Added", **PIECE), ecommerce=True) == []


def test_orders() -> None:
    """An order needs an id, and amounts that are numbers."""
    given = {"total": "x", "tax": "y", "shipping": 1, "products": "none"}
    assert notes("track", properties("Order Completed", **given), ecommerce=True) == [
        ("total: expected a number", "x"),
        ("products: expected a list", "none"),
        ("order: expected an order_id", None),
    ]
    parts = {"subtotal": "s", "tax": "t", "shipping": "h", "discount": "d"}
    found = notes("track", properties("Order Completed", order_id="1", **parts), ecommerce=True)
    assert found == [(f"{part}: expected a number", text) for part, text in parts.items()]


def test_ecommerce_that_is_off() -> None:
    """Without the setting an ecommerce event is an event only; some are no more in any case."""
    assert notes("track", properties("Product Added", sku="s")) == [
        ("ecommerce: the setting is off, so this is an event only", None)
    ]
    assert notes("track", properties("Product Shared", sku="s")) == []


@pytest.mark.parametrize(
    ("kind", "message", "text"),
    [
        ("identify", {"userId": {}}, "without a user id, traits are only kept for later calls"),
        ("alias", {"userId": "u"}, "expected the setting aliasUserId, and a user id"),
        ("group", {"groupId": "g"}, "kept for later calls if there is a setting groupDimension"),
        ("reset", {}, "nobody was logged in"),
    ],
)
def test_visitors(kind: str, message: dict[str, Any], text: str) -> None:
    """A call about the visitor that says nothing to Matomo says why."""
    received = next(iter(message.values()), None)
    assert notes(kind, message) == [(f"{kind}: {text}", received)]


def test_a_group_that_is_no_text() -> None:
    """The group's dimension is a text too."""
    assert notes("identify", {"userId": "u", "groupId": []}, groupDimension=3) == []
    first, _ = notes("group", {"groupId": []}, groupDimension=3)
    assert first == ("dimension3: expected a text", [])


def test_traits_that_are_no_text() -> None:
    """Nor do traits of another kind become dimensions, at the login and in later calls."""
    dimensions = {"properties.b": 2, "traits.a": 1}
    found = notes("identify", {"userId": "u", "traits": {"a": []}}, dimensions=dimensions)
    assert found == [("dimension1: expected a text", [])]


def test_events_that_are_denied() -> None:
    """The filter is the last note, after those on the properties."""
    found = notes("track", properties("Noise", value="x"), events={"deny": ["noise"]})
    assert found == [
        ("value: expected a number", "x"),
        ("track: not among the events to send", "Noise"),
    ]


def test_a_cart_that_cannot_be_read() -> None:
    """What an earlier page has stored is noted on the first call, beside that call's own."""
    state = {"stored": [["s", "Shirt", "", 1, 1], ["", "", "", 1, 1]]}
    _, _, found = explained("track", properties("Paid", value="x"), state)
    texts = [note["text"] for note in found]
    assert texts == ["product: expected a sku or a product_id", "value: expected a number"]
