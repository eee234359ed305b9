"""The hand-written declarations say exactly what the shipped objects have."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, Route

HERE = Path(__file__).parent
TOP = HERE.parents[1]
DIST = TOP / "dist"
GIVEN = "{siteId: 1, serverUrl: 'https://m.example'}"

CONSTRUCTOR = "Omit<D.PiwikConstructor, 'prototype'>"
PIWIK = f"it.piwik({GIVEN})"
DESTINATION = f"it.createDestination({GIVEN})"
CALLS = f"it.analytics.load({GIVEN}), it.analytics.track('Paid', {{value: 'x'}})"
CALL = f"({CALLS}, it.analytics.explain()[0])"


def members(analytics: str, more: str = "") -> dict[str, str]:
    """Return what a page gets from a whole ``analytics``, by how to come by it.

    ``more`` is what its promises have besides.
    """
    load = f"{analytics}.load({GIVEN})"
    hear = f"{analytics}.once('dispatch_start', (one) => {{ window.heard = one }})"
    refuse = f"{analytics}.addSourceMiddleware((one) => {{ window.given = one; one.next(null) }})"
    page = f"{analytics}.page('Shop', 'Cart', {{n: 1}})"
    return {
        f"{analytics}.consent": "D.Consent",
        f"{analytics}.user()": "D.User",
        f"{analytics}.group()": "D.Group",
        f"({load}, {analytics}.track('x'))": f"Omit<D.Chained{more}, keyof Promise<unknown>>",
        f"({hear}, {page}, window.heard)": "D.Context",
        "window.heard.event": "D.Message",
        "window.heard.toJSON()": "ReturnType<D.Context['toJSON']>",
        f"({refuse}, {page}, window.given)": "D.MiddlewareGiven",
        "window.given.payload": "D.Payload",
    }


OBJECTS: dict[str, dict[str, str]] = {
    "analytics.min.js": {"it.analytics": "D.Analytics"},
    "analytics.full.min.js": {
        "it.analytics": "D.FullAnalytics",
        **members("it.analytics"),
    },
    "analytics.explain.min.js": {
        "it.analytics": "D.ExplainAnalytics",
        CALL: "D.Explanation",
        CALL + ".notes[0]": "D.Explanation['notes'][number]",
        **members("it.analytics", " & Pick<D.ExplainAnalytics, 'explain'>"),
    },
    "analytics.mjs": {
        "it": "typeof D",
        "it.analytics": "D.ModuleAnalytics",
        **members("it.analytics"),
    },
    "classic.min.js": {
        "new it.piwikIntegration()": "D.Integration",
        "it.piwikIntegration": CONSTRUCTOR,
    },
    "classic.mjs": {
        "it": "typeof D",
        "new it.Piwik()": "D.Integration",
        "it.Piwik": CONSTRUCTOR,
    },
    "classic.full.min.js": {
        "new it.piwikIntegration()": "D.FullIntegration",
        "new it.piwikIntegration().consent": "D.Consent",
        "it.piwikIntegration": CONSTRUCTOR,
    },
    "classic.full.mjs": {
        "it": "typeof D",
        "new it.Piwik()": "D.FullIntegration",
        "new it.Piwik().consent": "D.Consent",
        "it.Piwik": CONSTRUCTOR,
    },
    "core.mjs": {
        "it": "typeof D",
        DESTINATION: "D.Destination",
        DESTINATION + ".consent": "D.Consent",
    },
    "segment.mjs": {"it": "typeof D", PIWIK: "D.PiwikPlugin", PIWIK + ".consent": "D.Consent"},
    "rudderstack.mjs": {
        "it": "typeof D",
        PIWIK: "D.PiwikIntegration",
        PIWIK + ".consent": "D.Consent",
    },
    "getanalytics.mjs": {"it": "typeof D", PIWIK: "D.PiwikPlugin", PIWIK + ".consent": "D.Consent"},
    "tracker.mjs": {"it": "typeof D"},
}
"""Bundle -> how to come by an object, the type that its declarations have for it."""

CHECK = """\
import type * as D from '{declared}'
// Keys that there should not be are an error, which names them.
type None<Keys extends never> = Keys
type Needed<T> = {{ [Key in keyof T]-?: {{}} extends Pick<T, Key> ? never : Key }}[keyof T]
"""
PAIR = """\
type Real{n} = {keys}
export type Undeclared{n} = None<Exclude<Real{n}, keyof ({type})>>
export type Lacking{n} = None<Exclude<Needed<{type}>, Real{n}>>
"""


def declared(bundle: str) -> str:
    """Return the file that declares a bundle's objects, as an import has it."""
    name = bundle.replace(".min.js", ".mjs")
    return "scripts.js" if bundle.startswith("analytics") and name != bundle else name


def answer(route: Route) -> None:
    """Give a page, the files of dist/, and nothing for every other address."""
    path = DIST / Path(route.request.url).name
    if "/dist/" in route.request.url:
        route.fulfill(body=path.read_text("utf-8"), content_type="text/javascript")
    else:
        is_script = route.request.resource_type == "script"
        kind = "text/javascript" if is_script else "text/html"
        route.fulfill(body="" if is_script else "<!doctype html><head>", content_type=kind)


def real_keys(page: Page, bundle: str) -> list[list[str]]:
    """Return the keys of a bundle's objects, in the order of the table."""
    page.route("**/*", answer)
    page.goto("https://shop.test/")
    page.add_script_tag(path=HERE / "keys.js")
    given = [bundle, list(OBJECTS[bundle])]
    found: list[list[str]] = page.evaluate("(given) => keysIn(...given)", given)
    return found


def program(bundle: str, keys: list[list[str]]) -> str:
    """Return TypeScript that compiles where the declarations have those keys, and no others."""
    pairs = zip(OBJECTS[bundle].values(), keys, strict=True)
    return CHECK.format(declared=DIST / declared(bundle)) + "".join(
        PAIR.format(n=n, keys=" | ".join(f"'{key}'" for key in real), type=name)
        for n, (name, real) in enumerate(pairs)
    )


def complaints(programs: dict[str, str], folder: Path) -> str:
    """Return what tsc says of programs, each in a file that has its bundle's name."""
    files = [folder / f"{bundle}.ts" for bundle in programs]
    for file, text in zip(files, programs.values(), strict=True):
        file.write_text(text, "utf-8")
    options = [
        "--ignoreConfig",
        "--noEmit",
        "--strict",
        "--target",
        "es2018",
        "--lib",
        "es2018,dom",
    ]
    resolution = ["--module", "esnext", "--moduleResolution", "bundler", "--types", ""]
    command = [str(TOP / "node_modules/.bin/tsc"), *options, *resolution, *map(str, files)]
    return subprocess.run(command, capture_output=True, text=True).stdout


def test_keys(open_page: Callable[..., Page], tmp_path: Path) -> None:
    """No object has a key that is not declared, or lacks one that is."""
    programs = {}
    for bundle in OBJECTS:
        page = open_page()
        page.expected.extend(["script is blocked", "load: "])  # type: ignore[attr-defined]
        programs[bundle] = program(bundle, real_keys(page, bundle))
    assert complaints(programs, tmp_path) == ""


def test_every_declaration_is_compared() -> None:
    """Each file of types belongs to bundles of the table; two have no object of their own."""
    files = {path.name for path in DIST.glob("*.d.*ts")} - {"settings.d.ts", "global.d.ts"}
    suffixes = {"js": "d.ts", "mjs": "d.mts"}
    parts = [declared(bundle).rsplit(".", 1) for bundle in OBJECTS]
    assert {f"{stem}.{suffixes[end]}" for stem, end in parts} == files


def test_a_difference_is_found(tmp_path: Path) -> None:
    """A key more and a key less are both told, by their names."""
    consent = ["give", "remember", "withdraw", "set", "state"]
    keys = [["createDestination"], ["send", "reset", "surprise", "consent"], consent]
    said = complaints({"core.mjs": program("core.mjs", keys)}, tmp_path)
    assert "surprise" in said
    assert "stop" in said
