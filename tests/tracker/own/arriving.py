"""What has arrived at a lab from our tracker."""

from __future__ import annotations

from playwright.sync_api import Page

from demo.matomo_double.hits import Hit
from tests.support.site import Site
from tests.tracker.loading import load_tracker


def load(page: Page, lab: Site, queue: list[list[object]]) -> None:
    """Load our tracker into a page of the lab, with a queue to take."""
    load_tracker(page, lab, "own.js", queue)


def arrived(lab: Site, count: int) -> list[Hit]:
    """What has arrived, as soon as it is so many."""
    hits = lab.store.wait(0, 10, lambda hits: len(hits) >= count)
    assert len(hits) == count
    return hits


def said(hits: list[Hit]) -> list[str]:
    """What the hits are about, in the order in which they arrived."""
    return [hit.parameters.get("e_n") or hit.parameters.get("action_name", "") for hit in hits]
