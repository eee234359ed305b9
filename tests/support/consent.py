"""What a visit shows of a visitor's consent: hits, what is stored, how things stand."""

from __future__ import annotations

from playwright.sync_api import Page

from demo.matomo_double.hits import Hit
from tests.support.tracker_file import PATIENCE
from tests.support.visit import Visit

ASKING = ("cookies", "tracking", "load")
ALL_MODES = ("none", *ASKING)
WHO = "document.cookie.match(/_pk_id[^=]*=([^.]*)/)?.[1]"
"""Asks for the visitor's id in Matomo's cookie."""
SEEN = """() => [
  analytics.consent.state(),
  document.cookie.split('; ').filter(Boolean).map((one) => one.split('=')[0].split('.')[0]).sort(),
  Object.keys(localStorage).sort(),
]"""


def names(visit: Visit) -> list[str]:
    """The titles and events that arrived; with consent Matomo's tracker sends a ping as well."""
    hits = [hit for hit in visit.hits() if "ping" not in hit]
    return [hit.get("e_a", hit.get("action_name", "")) for hit in hits]


def from_all_tabs(visit: Visit, count: int) -> list[str]:
    """Wait for so many titles and events, whichever tab has sent them, in whatever order."""
    return names_of(visit.site.store.wait(0, PATIENCE, lambda rows: len(names_of(rows)) >= count))


def until_arrived(visit: Visit, *names: str) -> list[str]:
    """Wait for these titles and events, in whatever order; return all that have come by then."""

    def have_all(rows: list[Hit]) -> bool:
        return {*names} <= {*names_of(rows)}

    return names_of(visit.site.store.wait(0, PATIENCE, have_all))


def names_of(rows: list[Hit]) -> list[str]:
    """The title or the event of each hit but pings."""
    hits = [row.parameters for row in rows if "ping" not in row.parameters]
    return [hit.get("e_a", hit.get("action_name", "")) for hit in hits]


def seen(visit: Visit) -> tuple[str, list[str], list[str]]:
    """How things stand, and the names of cookies and of what is in local storage.

    Of Matomo's cookies the first part of a name, which is the same for every site.
    """
    status, cookies, texts = visit.run(SEEN)
    return status, cookies, texts


def visitors(hits: list[dict[str, str]]) -> set[str]:
    """The visitors that hits speak of; an empty one is nobody in particular."""
    return {hit["_id"] for hit in hits}


def open_tab(visit: Visit, url: str = "") -> Page:
    """Open the visit's page in another tab; it closes with the visit's context.

    Matomo's own file reads back each cookie that it sets, and says so where the other tab has
    written or deleted it in between.
    """
    visit.expect("There was an error setting cookie")
    tab = visit.context.new_page()
    tab.goto(url or visit.run("location.href"))
    return tab
