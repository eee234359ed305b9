"""The full standalone behind Segment's snippet and its consent wrapper."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.browser.stock_snippets.test_stock_snippets import open_page
from tests.support.visit import Visit

WRAPPER = Path(__file__).parent / "wrapper.js"


def open_wrapped(visit: Visit, script: str, model: str, is_allowed: bool) -> None:
    """Open a page whose snippet is wrapped before it loads anything."""
    visit.hold_tracker()
    visit.site.files["wrapper.js"] = script
    categories = f"{{ C0001: true, C0002: {str(is_allowed).lower()} }}"
    open_page(
        visit,
        "5",
        before="<script src='/wrapper.js'></script>",
        wrap=f"wrap('{model}', {categories})",
        calls="analytics.track('first')",
    )


@pytest.mark.parametrize("is_allowed", [True, False])
def test_opt_in(visit: Visit, script_of: Callable[..., str], is_allowed: bool) -> None:
    """A visitor who has not allowed Matomo's category is neither told of nor stored."""
    open_wrapped(visit, script_of(WRAPPER), "opt-in", is_allowed)
    visit.run("analytics.identify('u')")
    visit.wait("analytics.user().id() === 'u'")
    if is_allowed:
        visit.wait("window._paq && _paq.some((one) => one[0] === 'trackEvent')")
    visit.run("analytics.track('second')")
    assert visit.run("typeof _paq") == ("object" if is_allowed else "undefined")
    assert visit.run("document.cookie.includes('ajs_user_id')") is is_allowed


def test_opt_out(visit: Visit, script_of: Callable[..., str]) -> None:
    """Calls of who has not objected arrive, and no others."""
    open_wrapped(visit, script_of(WRAPPER), "opt-out", True)
    visit.wait("window._paq && _paq.some((one) => one[0] === 'trackEvent')")
    visit.run("change({ C0001: true, C0002: false })")
    visit.run("analytics.track('second')")
    events = [command[2] for command in visit.queued() if command[0] == "trackEvent"]
    assert "second" not in events
