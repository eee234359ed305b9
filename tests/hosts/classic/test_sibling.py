"""Whatever goes wrong with ours, the host gets ready and an integration beside it loses nothing."""

from __future__ import annotations

import pytest

from tests.hosts.classic.test_in_its_host import ALL_SIBLINGS, begin, settle
from tests.support.visit import Visit

FAILED = "Failed to load resource"
HOSTILE = {
    "no settings": "{siteId: undefined, url: undefined}",
    "hostile settings": """Object.defineProperty({siteId: 1, url: location.origin}, 'goals',
        {enumerable: true, get() { throw new Error('mine') }})""",
    "settings that are none": "'settings'",
    "a refused URL": "{siteId: 1, url: 'javascript:alert(1)'}",
}
BROKEN = {
    "push throws": "window._paq = {push() { throw new Error('mine') }}",
    "push is no function": "window._paq = {push: 5}",
    "queue is text": "window._paq = 'x'",
    "queue is frozen": "window._paq = Object.freeze([])",
    "queue is a getter that throws": """Object.defineProperty(window, '_paq',
        {get() { throw new Error('mine') }, set() { throw new Error('mine') }})""",
}


@pytest.fixture(autouse=True)
def anything_may_be_said(shop: Visit) -> None:
    """How much we say is looked at where it counts."""
    shop.expect("console warning: paqbridge: ")


@pytest.mark.parametrize("kind", HOSTILE)
def test_settings_that_are_no_good(kind: str, shop: Visit) -> None:
    """The host is ready, and the sibling gets every call; ours sends nothing it should not."""
    shop.open()
    shop.run(f"{{ window.piwik = host('add', constructors.script, {HOSTILE[kind]}); 0 }}")
    settle(shop)
    shop.run("visitShop()")
    assert shop.run("siblings") == ALL_SIBLINGS


@pytest.mark.parametrize("kind", BROKEN)
def test_a_queue_that_is_broken(kind: str, shop: Visit) -> None:
    """A page whose _paq is beyond use keeps its host and its other integrations."""
    shop.set_tracker("aborted")
    shop.expect(FAILED)
    shop.open()
    shop.run(f"{{ {BROKEN[kind]}; 0 }}")
    shop.run("{ window.piwik = host('use', constructors.script, settings); 0 }")
    settle(shop)
    shop.run("visitShop()")
    assert shop.run("siblings") == ALL_SIBLINGS


def test_a_blocked_tracker(shop: Visit) -> None:
    """One warning, the host is ready, and the sibling's calls are all there."""
    shop.expect(FAILED)
    shop.set_tracker("aborted")
    begin(shop)
    settle(shop)
    shop.run("visitShop()")
    assert shop.run("siblings") == ALL_SIBLINGS
    assert len(shop.warnings) == 1


def test_a_tracker_that_hangs(shop: Visit) -> None:
    """The host is ready after the setting's time, with one warning."""
    shop.hold_tracker()
    begin(shop, timeout=1)
    settle(shop)
    shop.run("visitShop()")
    assert shop.run("siblings") == ALL_SIBLINGS
    assert len(shop.warnings) == 1


@pytest.mark.parametrize("method", ["load", "loaded", "page", "track", "identify"])
def test_a_method_that_somebody_replaced(method: str, shop: Visit) -> None:
    """A host or a page that puts a throwing method onto ours hurts nobody else."""
    shop.open()
    shop.run(
        """(method) => {
          const Piwik = constructors.script
          const Broken = function (options) {
            const piwik = new Piwik(options)
            piwik[method] = () => { throw new Error('mine') }
            return piwik
          }
          Broken.prototype = Piwik.prototype
          window.piwik = host('addIntegration', Broken, settings)
        }""",
        method,
    )
    shop.run("visitShop()")
    shop.wait("(count) => siblings.length === count", len(ALL_SIBLINGS))
    assert shop.run("siblings") == ALL_SIBLINGS
