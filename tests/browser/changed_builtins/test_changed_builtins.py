"""Pages that replace or freeze built-ins get the same commands as a clean page."""

from __future__ import annotations

from itertools import product

import pytest

from tests.support.visit import Visit
from tests.support.visit_log import VISITS, clean_log, log_of

PAGES = {
    "a clean page": "",
    "Symbol.iterator of arrays": "Array.prototype[Symbol.iterator] = () => { throw Error('no') }",
    "push": "Array.prototype.push = function () { throw Error('no push') }",
    "push that does nothing": "Array.prototype.push = function () { return 0 }",
    "JSON": "window.JSON = {parse() { return {} }, stringify() { return '' }}",
    "bind, call, apply": (
        "Function.prototype.bind = Function.prototype.call = Function.prototype.apply ="
        " function () { throw Error('no') }"
    ),
    "toJSON": "Object.prototype.toJSON = Array.prototype.toJSON = () => 'hijacked'",
    "enumerable additions to Object": (
        "Object.prototype.extra = {Piwik: false}; Object.prototype.integrations = {All: false}"
    ),
    "enumerable additions to Array": (
        "Array.prototype.each = function () {}; Array.prototype.append = function () {}"
    ),
    "frozen primordials": (
        "[Object, Array, String, Number, Function, RegExp, Promise, Date].forEach((one) => {"
        " Object.freeze(one); Object.freeze(one.prototype) })"
    ),
    "array methods of the nineties": (
        "for (const name of ['map', 'filter', 'forEach', 'reduce', 'indexOf', 'concat', 'slice'])"
        " { const own = Array.prototype[name];"
        " Array.prototype[name] = function () { return own.apply(this, arguments) } }"
    ),
    "wrapped timers": (
        "const later = setTimeout; window.setTimeout = (f, ms) => later(() => f(), ms)"
    ),
    "frozen timers": "Object.freeze(window.setTimeout)",
    "no console": "Object.defineProperty(window, 'console', {value: undefined})",
    "a Symbol of its own": "window.Symbol = {}",
    "String methods": "String.prototype.startsWith = String.prototype.endsWith = () => false",
}


@pytest.mark.parametrize(("name", "bundle"), list(product(PAGES, VISITS)))
def test_same_commands(name: str, bundle: str, visit: Visit) -> None:
    """The commands of a visit are those of a clean page, and the page's scripts go on."""
    assert log_of(bundle, visit, f"<script>{PAGES[name]}</script>") == clean_log(visit)


@pytest.mark.parametrize("name", PAGES)
def test_same_commands_of_the_full_build(name: str, visit: Visit) -> None:
    """So are those of the full build, which uses more of the built-ins."""
    log = log_of("full", visit, f"<script>{PAGES[name]}</script>")
    assert log == log_of("full", visit)
    assert len(log) >= len(clean_log(visit))


def test_promises_where_create_knows_no_properties(visit: Visit) -> None:
    """A call answers with a promise that is kept, also where an old ``Object.create`` stands."""
    old = "Object.create = (from) => Object.setPrototypeOf({}, from)"
    full = '<script src="/dist/analytics.full.min.js"></script>'
    start = f"analytics.load({{siteId: 1, serverUrl: '{visit.matomo}'}})"
    visit.write(f"<script>{old}</script>{full}<script>{start}</script>")
    assert visit.run("analytics.track('Paid').then(() => 'kept')") == "kept"
