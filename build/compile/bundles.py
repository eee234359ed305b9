"""The bundles: what each file holds, and how many bytes it may have."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import Any, Literal

PLAIN: dict[str, Any] = {"DATES": False}
"""Values of ``paqbridge.flags`` in most files; what makes a build is its kit."""

CLASSIC = {"DATES": True}
"""And where the host turns texts of ISO form into dates."""

PIWIK = {"Piwik": "integration", "default": "integration"}
"""What a module of the classic integration exports."""

SHARED = {
    "core": "for_core",
    "segment": "for_segment",
    "rudderstack": "for_rudderstack",
    "getanalytics": "for_getanalytics",
}
"""The entries of npm's package that share one mapping where a bundler puts them together."""

FACTORY = {"piwik": "plugin", "default": "plugin"}
"""What a module of an adapter exports that is made from settings."""


HOISTED = {"hoist_vars": True, "inline": 3}
"""Declarations stand together: that saves 60 bytes of the lean standalone, and costs full ones."""


@dataclass(frozen=True)
class Bundle:
    """One file of ``dist/``. ``exports`` maps the name that importers use to the module's.

    ``budget`` is what the file is meant to weigh (bytes, gzip -9), if anything, ``ceiling`` what it
    may weigh today: over it, tests and ``make size`` fail. A full build's goes up with a feature, a
    lean build's only with what every page needs. ``compress`` are options of terser's with which
    this file is smaller than with those that suit most. ``eager`` asks the browser to compile all
    functions while the file arrives, which pays where a start calls most of a large file.
    """

    file: str
    entry: str
    format: Literal["iife", "esm"]
    budget: int | None
    ceiling: int
    exports: dict[str, str] = field(default_factory=dict)
    flags: dict[str, Any] = field(default_factory=lambda: dict(PLAIN))
    compress: dict[str, Any] = field(default_factory=dict)
    eager: bool = False

    def job(self) -> dict[str, Any]:
        """Return what ``bundle.mjs`` needs to know."""
        return asdict(self)


BUNDLES = (
    Bundle("classic.min.js", "paqbridge.entries.classic_global", "iife", 3700, 4165, flags=CLASSIC),
    Bundle(
        "classic.mjs",
        "paqbridge.entries.classic",
        "esm",
        3700,
        4160,
        exports=PIWIK,
        flags=CLASSIC,
    ),
    Bundle("analytics.min.js", "paqbridge.entries.analytics", "iife", 4800, 5435, compress=HOISTED),
    Bundle(
        "analytics.full.min.js",
        "paqbridge.entries.analytics_full",
        "iife",
        14400,
        27350,
        eager=True,
    ),
    Bundle(
        "analytics.mjs",
        "paqbridge.entries.analytics_module",
        "esm",
        14400,
        26780,
        exports={"analytics": "ANALYTICS", "load": "load"},
    ),
    Bundle(
        "analytics.explain.min.js",
        "paqbridge.entries.analytics_explain",
        "iife",
        None,
        31165,
        eager=True,
    ),
    Bundle(
        "analytics.solo.min.js",
        "paqbridge.entries.analytics_solo",
        "iife",
        11900,
        11900,
    ),
    Bundle(
        "analytics.full.solo.min.js",
        "paqbridge.entries.analytics_full_solo",
        "iife",
        21800,
        38340,
        eager=True,
    ),
    Bundle("tracker.min.js", "paqbridge.entries.tracker", "iife", 8800, 11560, eager=True),
    Bundle(
        "tracker.mjs",
        "paqbridge.entries.tracker_module",
        "esm",
        8800,
        11570,
        exports={"start": "start"},
    ),
    Bundle(
        "classic.full.min.js",
        "paqbridge.entries.classic_full_global",
        "iife",
        10600,
        15975,
        flags=CLASSIC,
    ),
    Bundle(
        "classic.full.mjs",
        "paqbridge.entries.classic_full",
        "esm",
        10600,
        15975,
        exports=PIWIK,
        flags=CLASSIC,
    ),
    Bundle(
        "core.mjs",
        "paqbridge.entries.core",
        "esm",
        10600,
        15665,
        exports={"createDestination": "destination"},
    ),
    Bundle(
        "segment.mjs",
        "paqbridge.entries.segment",
        "esm",
        10600,
        16080,
        exports=FACTORY,
    ),
    Bundle(
        "rudderstack.mjs",
        "paqbridge.entries.rudderstack",
        "esm",
        10600,
        15685,
        exports=FACTORY,
    ),
    Bundle(
        "getanalytics.mjs",
        "paqbridge.entries.getanalytics",
        "esm",
        10600,
        15950,
        exports=FACTORY,
    ),
    Bundle("hosts.mjs", "paqbridge.entries.hosts", "esm", None, 17090, exports=SHARED),
)
