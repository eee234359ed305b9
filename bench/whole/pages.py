"""The pages that are measured side by side, each with the same task: a page view, then events."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

MATOMO = "matomo.js"
"""Matomo's own tracker, which is no part of this repository: ``MATOMO_JS`` names the file."""

STUB = "stub.min.js"
LOAD = "analytics.load({siteId:1,serverUrl:location.href,trackerFile:'matomo'});analytics.page()"
TRACK = "analytics.track('Created Account',{category:'Account',label:n,value:30})"

SNIPPET = """var _paq=window._paq=window._paq||[];
_paq.push(['trackPageView']);_paq.push(['enableLinkTracking']);
_paq.push(['setTrackerUrl',location.href+'matomo.php']);_paq.push(['setSiteId','1']);"""
PUSH = "_paq.push(['trackEvent','Account','Created Account',n,30])"

PRELOAD = '<link rel=preload as=script fetchpriority=low href="{}">'

BEACON = "navigator.sendBeacon('matomo.php?e_c=Account&e_a=Created+Account&e_v=30&e_n='+n)"


@dataclass(frozen=True)
class WholePage:
    """A page as a site would write it.

    ``script`` is what its markup loads: a file of ``dist/``, one that is bundled from this folder,
    or Matomo's. ``tracker`` is what speaks to Matomo, where that is a file besides. ``inline``
    stands before the script; with ``stub`` ours does, as in the README. ``early`` is a script that
    the page fetches before all that. ``event`` makes an event whose label is ``n``.
    """

    name: str
    title: str
    script: str
    tracker: str = ""
    inline: str = LOAD
    stub: bool = True
    early: str = ""
    event: str = TRACK

    def markup(self, text_of: Callable[[str], str]) -> str:
        """Return the page, with nothing on it but its analytics."""
        inline = text_of(STUB) + self.inline if self.stub else self.inline
        early = PRELOAD.format(self.early) if self.early else ""
        element = f"<script>{inline}</script>" if inline else ""
        return (
            "<!doctype html><html lang=en><meta charset=utf-8><title>Shop</title>"
            f'{early}{element}<script async src="{self.script}"></script><p>Shop</p>'
        )


def snippet(name: str, title: str, script: str) -> WholePage:
    """Return a page with Matomo's own snippet, whose script is this one."""
    return WholePage(name, title, script, inline=SNIPPET, stub=False, event=PUSH)


PAGES = (
    WholePage("bare", "a bare beacon", "bare.js", inline="", stub=False, event=BEACON),
    snippet("snippet", "Matomo's snippet, matomo.js", MATOMO),
    WholePage(
        "analytics_next",
        "analytics-next, our plugin, matomo.js",
        "analytics_next.js",
        MATOMO,
        inline="",
        stub=False,
    ),
    WholePage("lean", "paqbridge analytics.min.js, matomo.js", "analytics.min.js", MATOMO),
    WholePage(
        "early",
        "paqbridge analytics.min.js, matomo.js preloaded",
        "analytics.min.js",
        MATOMO,
        early=MATOMO,
    ),
    snippet("own", "Matomo's snippet, paqbridge tracker.min.js", "tracker.min.js"),
    WholePage("solo", "paqbridge analytics.solo.min.js", "analytics.solo.min.js"),
    WholePage("full_solo", "paqbridge analytics.full.solo.min.js", "analytics.full.solo.min.js"),
)
