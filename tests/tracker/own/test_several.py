"""Several trackers on a page: each hit goes to its own site, whoever asks for it and how."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page

from demo.matomo_double.hits import Hit
from tests.support.site import Site
from tests.tracker.own.arriving import arrived, load
from tests.tracker.own.test_solo import DIST, USE


def sites(hits: list[Hit]) -> list[tuple[str, str]]:
    """For which sites hits are, and what they are about."""
    return sorted((hit.parameters["idsite"], hit.parameters["e_a"]) for hit in hits)


def test_the_queue_is_for_all(open_page: Callable[..., Page], lab: Site) -> None:
    """A tracker that the queue adds hears of it, what came before it included."""
    page = open_page()
    address = f"{lab.address}/matomo.php"
    load(page, lab, [["trackEvent", "C", "before"], ["addTracker", address, 2]])
    page.evaluate("_paq.push(['trackEvent', 'C', 'late'])")
    page.evaluate("_paq.push([function () { this.trackEvent('C', this.getSiteId() + 'in') }])")
    said = {"1": ["1in", "before", "late"], "2": ["2in", "before", "late"]}
    assert sites(arrived(lab, 6)) == [(site, what) for site, all_ in said.items() for what in all_]


OBJECTS = """address => {
  Matomo.addTracker(address, 2).trackEvent('C', 'added')
  Matomo.getAsyncTracker(address, 2).trackEvent('C', 'found')
  Matomo.getAsyncTracker().trackEvent('C', 'first')
  Matomo.getAsyncTracker().addTracker(address, 3).trackEvent('C', 'by the first')
  Matomo.getTracker(address, 4).trackEvent('C', 'alone')
  Matomo.getTracker().trackEvent('C', 'as the first')
  Matomo.getTracker(undefined, 5).trackEvent('C', 'there')
  _paq.push(['setSiteId', 7], ['trackEvent', 'C', 'all'])
  return [Matomo.getAsyncTrackers().length, Matomo.getAsyncTracker(address, 9) == null]
}"""


def test_an_object_is_for_its_site(open_page: Callable[..., Page], lab: Site) -> None:
    """A hit of a tracker that was added, found or made goes to its own site, and to no other; what
    is not said is as with the first; where requests go is for the first alone."""
    page = open_page()
    load(page, lab, [])
    assert page.evaluate(OBJECTS, f"{lab.address}/matomo.php") == [3, True]
    assert sites(arrived(lab, 10)) == [
        ("1", "as the first"),
        ("1", "first"),
        ("2", "added"),
        ("2", "all"),
        ("2", "found"),
        ("3", "all"),
        ("3", "by the first"),
        ("4", "alone"),
        ("5", "there"),
        ("7", "all"),
    ]


def test_trackers_of_an_early_function(open_page: Callable[..., Page], lab: Site) -> None:
    """A page that adds its trackers before there is one, and says nothing of the first, has as many
    as it has added."""
    page = open_page()
    address = f"'{lab.address}/matomo.php'"
    page.add_init_script(
        "window.matomoAsyncInit = () => "
        f"{{ Matomo.addTracker({address}, 1); Matomo.addTracker({address}, 2) }}"
    )
    page.goto(f"{lab.address}/page")
    page.evaluate("window._paq = []")
    page.add_script_tag(url=f"{lab.address}/own.js")
    page.evaluate("_paq.push(['trackEvent', 'C', 'A'])")
    assert sites(arrived(lab, 2)) == [("1", "A"), ("2", "A")]


LEAN = """address => {
  Matomo.getTracker(address, 2).trackEvent('C', 'made')
  Matomo.addTracker(address, 3).trackEvent('C', 'added')
  Matomo.getTracker().trackEvent('C', 'the one')
}"""


def test_a_lean_tracker_sends_to_no_wrong_site(open_page: Callable[..., Page], lab: Site) -> None:
    """With the lean one, too, a hit of an object for another site goes to that one."""
    lab.files["solo.js"] = (DIST / "analytics.solo.min.js").read_text("utf-8")
    page = open_page()
    page.goto(f"{lab.address}/page")
    page.evaluate(USE, [lab.address, f"{lab.address}/solo.js"])
    lab.store.wait(0, 10, lambda hits: len(hits) >= 3)
    page.evaluate(LEAN, f"{lab.address}/matomo.php")
    hits = lab.store.wait(0, 10, lambda hits: len(hits) >= 6)
    assert sites(hits[3:]) == [("1", "the one"), ("2", "made"), ("3", "added")]
