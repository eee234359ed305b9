"""Pages that replace or freeze built-ins get the same commands as a clean page."""

from __future__ import annotations

from typing import Any

import pytest

from tests.support.storefront import LOADED, Shop

CALLS = """
  analytics.page('Shop', 'Cart'); analytics.identify('u1', {plan: 'pro'})
  analytics.track('Paid', {category: 'Shop', Revenue: '$1,234.50', label: 'x'}, {
    integrations: {Piwik: {customVars: {1: ['plan', 'pro'], 2: ['size', 3]}}}})
  analytics.reset(); analytics.track('Order Completed', {total: 5})
"""
EXPECTED: list[Any] = [
    ["setSiteId", 1],
    ["setTrackerUrl", "https://matomo.test/piwik.php"],
    ["enableLinkTracking"],
    ["trackPageView"],
    ["setUserId", "u1"],
    ["setCustomVariable", "1", "plan", "pro", "page"],
    ["setCustomVariable", "2", "size", "3", "page"],
    ["trackEvent", "Shop", "Paid", "x", 1234.5],
    ["resetUserId"],
    ["trackEvent", "All", "Order Completed", None, 5],
]
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
    "String methods": "String.prototype.startsWith = String.prototype.endsWith = () => false",
}


WRITE_QUEUE = """
  let text = ''
  for (let i = 0; i < _paq.length; i++) {
    for (let j = 0; j < _paq[i].length; j++) {
      text += (j ? ' | ' : '') + typeof _paq[i][j] + ' ' + _paq[i][j]
    }
    text += '\\n'
  }
  document.body.insertAdjacentElement('beforeend', out).textContent = text
"""


@pytest.mark.parametrize("name", PAGES)
def test_same_commands(name: str, shop: Shop) -> None:
    """The commands of a visit are those of a clean page, and the page's scripts go on."""
    shop.tracker = "late"
    page = shop.open(
        "<script>const out = document.createElement('pre')</script>"
        f"<script>{PAGES[name]}</script>{LOADED}<script>{CALLS}; {WRITE_QUEUE}</script>"
    )
    # Read from Playwright's own world: in the page's it would trip over the same traps.
    text = page.locator("pre").text_content() or ""
    assert text.splitlines() == [shown(command) for command in EXPECTED]


def shown(command: list[Any]) -> str:
    """Write a command as the page's own reader does."""
    kinds = {str: "string", int: "number", float: "number"}
    return " | ".join(
        "undefined undefined" if one is None else f"{kinds[type(one)]} {one}" for one in command
    )
