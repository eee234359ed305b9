"""What a visit to an application with routes leads to, whatever the framework."""

from __future__ import annotations

from tests.support.visit import Visit

Hit = tuple[str | None, ...]


IS_VIEW = "(one) => one.command.includes('trackPageView')"
PUSHED = f"count => instruments.pushed.filter({IS_VIEW}).length >= count"


def wait_for_views(visit: Visit, count: int) -> None:
    """Wait until so many page views have left, which may have waited for their titles."""
    visit.wait(PUSHED, count)


def views(visit: Visit) -> list[Hit]:
    """Return title, path and referrer's path of each page view, label of each event, in order."""
    return [told(visit, hit) for hit in visit.requests()]


def told(visit: Visit, hit: dict[str, str]) -> Hit:
    """Return what one request says."""
    if "e_a" in hit:
        return (hit["e_a"], hit.get("e_n"))
    url, referrer = (hit.get(name, "").removeprefix(visit.address) for name in ("url", "urlref"))
    return (hit.get("action_name"), url, referrer)


def follow(visit: Visit, link: str, heading: str) -> None:
    """Follow a link of the page, and wait for the heading of where it leads to."""
    visit.page.get_by_role("link", name=link, exact=True).click()
    visit.wait("text => document.querySelector('h1')?.textContent.startsWith(text)", heading)
