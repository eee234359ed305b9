"""The lanes: what is measured side by side, each with the same task."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Lane:
    """One way of a page's call to Matomo's queue.

    ``glue`` is the file of ``bench/lanes/`` that starts the lane and makes its calls. ``library``
    is the file that a page loads before it; None where the glue, bundled with what it imports, is
    the library itself. ``package`` is what the results name the version of. ``has_goals`` tells
    whether the lane looks goals up by itself: elsewhere our plugin for it does.
    """

    name: str
    title: str
    glue: str
    library: str | None = None
    package: str = ""
    has_goals: bool = False


CORE = "@segment/analytics.js-core"
REFERENCE = "bench/reference.js"

LANES = (
    Lane("bare", "bare _paq.push", "bare.js", ""),
    Lane("reference", "hand-written reference", "standalone.js", REFERENCE, has_goals=True),
    Lane(
        "standalone",
        "paqbridge analytics.min.js",
        "standalone.js",
        "dist/analytics.min.js",
        has_goals=True,
    ),
    Lane(
        "standalone_full",
        "paqbridge analytics.full.min.js",
        "standalone.js",
        "dist/analytics.full.min.js",
        has_goals=True,
    ),
    Lane(
        "classic_direct",
        "paqbridge classic.min.js, called directly",
        "classic_direct.js",
        "dist/classic.min.js",
        has_goals=True,
    ),
    Lane(
        "classic_host",
        "paqbridge classic.mjs in analytics.js-core",
        "classic_host.js",
        package=CORE,
        has_goals=True,
    ),
    Lane(
        "analytics_js_core", "analytics.js-core + integration", "analytics_js_core.js", package=CORE
    ),
    Lane(
        "analytics_next",
        "analytics-next + plugin",
        "analytics_next.js",
        package="@segment/analytics-next",
    ),
    Lane(
        "rudderstack",
        "RudderStack + destination",
        "rudderstack.js",
        package="@rudderstack/analytics-js",
    ),
    Lane("getanalytics", "getanalytics + plugin", "getanalytics.js", package="analytics"),
)

BY_NAME = {lane.name: lane for lane in LANES}
