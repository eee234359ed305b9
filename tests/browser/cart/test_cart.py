"""A cart survives page loads, though Matomo's tracker keeps it in memory only."""

from __future__ import annotations

import json

from tests.support.visit import Visit

ADD = "analytics.track('Product Added', {sku: '%s', price: 2})"
KEPT = "localStorage.paqbridge"


def lines(visit: Visit) -> list[list[object]]:
    """The lines of the cart in the last update or order that arrived."""
    carts = [hit for hit in visit.hits() if hit.get("idgoal") == "0"]
    return [list(line) for line in json.loads(carts[-1]["ec_items"])]


def test_page_loads_in_between(visit: Visit) -> None:
    """The second page adds to the first page's cart; the order has both and empties it."""
    visit.open()
    visit.wait_until_live()
    visit.run(ADD % "a")
    assert [line[0] for line in lines(visit)] == ["a"]
    visit.open()
    visit.wait_until_live()
    visit.run(ADD % "b")
    assert [line[0] for line in lines(visit)] == ["a", "b"]
    visit.open()
    visit.wait_until_live()
    visit.run("analytics.track('Order Completed', {order_id: 'o1', total: 4})")
    assert [line[0] for line in lines(visit)] == ["a", "b"]
    assert visit.run(f"{KEPT} === undefined") is True


def test_a_cart_that_was_tampered_with(visit: Visit) -> None:
    """What is no line of a cart is left out, whatever else storage holds."""
    visit.open()
    visit.run(f"""{{ {KEPT} = '[[["a","","",2,1],5,null,{{}},["","x"],[{{}}]],{{}}]' }}""")
    visit.open()
    visit.wait_until_live()
    visit.run(ADD % "b")
    assert [line[0] for line in lines(visit)] == ["a", "b"]


def test_nothing_is_kept_without_a_cart(visit: Visit) -> None:
    """Calls that are about no cart touch no storage."""
    visit.open()
    visit.wait_until_live()
    visit.run("(analytics.page(), analytics.track('x'), 0)")
    assert visit.run("localStorage.length") == 0


def test_amounts_of_every_country(visit: Visit) -> None:
    """What is written as money arrives as a number."""
    visit.open()
    visit.wait_until_live()
    visit.run("analytics.track('Product Added', {sku: 'a', price: '1.234,50 €'})")
    assert [line[3] for line in lines(visit)] == [1234.5]
    visit.run("analytics.track('Order Completed', {order_id: 'o', total: '€ 1.300'})")
    assert [hit["revenue"] for hit in visit.hits() if hit.get("ec_id")] == ["1300"]
