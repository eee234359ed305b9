"""The view of a product or a category goes with its own event, and leaves nothing behind."""

from __future__ import annotations

import pytest

from tests.support.visit import Visit

VIEWED = """
  analytics.track("Product Viewed", {sku: "s1", name: "Shirt & Tie", category: "Clothes", price: 9.5})
  analytics.track("Next")
  analytics.track("Product List Viewed", {category: "Shoes"})
  analytics.page()
"""
SHIRT = {"_pks": "s1", "_pkn": "Shirt & Tie", "_pkc": "Clothes", "_pkp": "9.5"}


def products(visit: Visit) -> list[dict[str, str]]:
    """What each request that arrived says of a product."""
    return [{k: v for k, v in hit.items() if k.startswith("_pk")} for hit in visit.requests()]


@pytest.mark.parametrize("is_late", [False, True])
def test_nothing_leaks(visit: Visit, is_late: bool) -> None:
    """Goals of the call, the next event, the next view: none repeats the product, not even blank.

    The tracker is live, or replays a queue.
    """
    if is_late:
        visit.hold_tracker()
    visit.open()
    if not is_late:
        visit.wait_until_live()
    visit.run(f"(() => {{ {VIEWED} }})()")
    if is_late:
        visit.release_tracker()
    assert products(visit) == [{}, {}, SHIRT, {}, {"_pkc": "Shoes"}, {}]


def test_the_pages_own_product_view_stays(visit: Visit) -> None:
    """What the page itself has told the tracker is the page's."""
    visit.open()
    visit.wait_until_live()
    visit.run("_paq.push(['setEcommerceView', 'mine', 'Mine', 'Own', 3])")
    visit.run("(analytics.track('Next'), 0)")
    assert products(visit)[0]["_pks"] == "mine"


def test_a_second_tracker(visit: Visit) -> None:
    """Each tracker of the page says what belongs to a request."""
    visit.open()
    visit.wait_until_live()
    visit.run(f"_paq.push(['addTracker', '{visit.matomo}/piwik.php', 2])")
    visit.run("(analytics.track('Product List Viewed', {category: 'Shoes'}), 0)")
    hits = visit.arrived(2)
    assert sorted((hit["idsite"], hit["_pkc"]) for hit in hits) == [("1", "Shoes"), ("2", "Shoes")]
