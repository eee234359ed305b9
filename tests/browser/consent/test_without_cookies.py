"""A yes to tracking without cookies: nothing of the visitor is stored, nor is what was before."""

from __future__ import annotations

import pytest

from tests.browser.consent.shop import shop
from tests.support.consent import ALL_MODES, ASKING, names, open_tab, seen, visitors
from tests.support.visit import Visit

WITHOUT = "(analytics.consent.give({ cookies: false }), analytics.track('after'), 0)"
MARK = ["paqbridge_consent"]


def expected(mode: str) -> tuple[str, list[str], list[str]]:
    """How things stand then: where cookies alone are asked for, it is a no."""
    return ("refused", [], MARK) if mode == "cookies" else ("given", [], [])


@pytest.mark.parametrize("mode", ASKING)
def test_at_first(mode: str, visit: Visit) -> None:
    """All leaves, and nobody is known: in each mode, whenever the tracker is set up."""
    shop(visit, mode)
    visit.run(WITHOUT)
    assert visitors(visit.requests()) == {""}
    assert seen(visit) == expected(mode)


@pytest.mark.parametrize("mode", ALL_MODES)
def test_after_a_yes(mode: str, visit: Visit) -> None:
    """What was stored with a yes goes, on this page or on the next; a yes to all counts again."""
    for is_next in (False, True):
        shop(visit, mode)
        visit.run("(analytics.consent.give(), analytics.consent.state())")
        assert names(visit) == ["Shop", "before"]
        assert seen(visit)[1] == ["_pk_id", "_pk_ses", "ajs_user_id"]
        if is_next:
            shop(visit, mode)
        visit.run(WITHOUT)
        assert [hit["_id"] for hit in visit.requests() if hit.get("e_a") == "after"] == [""]
        assert seen(visit) == expected(mode)
        visit.run("(analytics.consent.give(), analytics.track('again'), 0)")
        assert "" not in visitors(visit.requests())
        assert seen(visit)[2] == ["ajs_user_id"]


def test_a_page_that_asks_for_nothing(visit: Visit) -> None:
    """A no to cookies of a page that asks for them counts there, too; calls leave."""
    shop(visit, "cookies")
    visit.run("(analytics.consent.withdraw(), 0)")
    shop(visit, "none")
    hits = visit.requests()
    assert (visitors(hits), [hit.get("e_a") for hit in hits][-1]) == ({""}, "before")
    assert seen(visit) == ("given", [], MARK)


@pytest.mark.parametrize("mode", ASKING)
def test_said_in_another_tab(mode: str, visit: Visit) -> None:
    """Here it is the same answer, and no yes to cookies."""
    shop(visit, mode)
    other = open_tab(visit)
    other.evaluate(f"visitShop('{mode}')")
    other.evaluate("(analytics.consent.give({ cookies: false }), 0)")
    visit.wait(f"analytics.consent.state() === '{expected(mode)[0]}'")
    visit.run("(analytics.track('after'), 0)")
    visit.wait_until_live()
    assert seen(visit) == expected(mode)
    other.evaluate("(analytics.consent.give(), 0)")
    visit.wait("localStorage.ajs_user_id")


def test_said_before_the_start(visit: Visit) -> None:
    """The mode is known at the start only: what was said before is taken as that mode has it."""
    visit.open()
    visit.run(WITHOUT)
    shop_here = "visitShop('cookies')"
    visit.run(shop_here)
    assert visitors(visit.requests()) == {""}
    assert seen(visit) == expected("cookies")
