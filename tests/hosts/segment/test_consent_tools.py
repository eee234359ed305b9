"""Segment's own consent wrapper (``@segment/analytics-consent-tools``) around a page with ours."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.docs.pages import named
from tests.support.visit import Visit

HERE = Path(__file__).parent
SEEN = "document.cookie.split('; ').map((one) => one.split('.')[0].split('=')[0])"


@pytest.fixture
def wrapped(visit: Visit, script_of: Callable[..., str]) -> Visit:
    """A visit to a page of a host that is wrapped."""
    visit.site.files["host.js"] = script_of(HERE / "consent_tools.js")
    visit.write('<script src="/host.js"></script>')
    return visit


def events(visit: Visit) -> list[str]:
    """The events that were told to Matomo."""
    return [one[2] for one in visit.pushed() if one[0] == "trackEvent"]


def test_opt_in(wrapped: Visit) -> None:
    """The docs' recipe: refused, nothing is fetched; accepted, what is called from then is sent."""
    wrapped.run(
        "(recipe) => start('opt-in', { C0001: true, C0002: false }, { recipe })",
        named("recipe")["segment"].code,
    )
    wrapped.run("analytics.track('refused')")
    assert wrapped.run(f"[typeof _paq, {SEEN}.includes('_pk_id')]") == ["undefined", False]
    assert wrapped.asked == []
    wrapped.run("change({ C0001: true, C0002: true })")
    wrapped.run("analytics.track('accepted')")
    wrapped.wait_until_live()
    assert events(wrapped) == ["accepted"]
    wrapped.run("change({ C0001: true, C0002: false })")
    wrapped.run("analytics.track('refused')")
    assert (events(wrapped), wrapped.run("matomo.consent.state()")) == (["accepted"], "refused")
    assert "_pk_id" not in wrapped.run(SEEN)


def test_opt_in_with_a_yes(wrapped: Visit) -> None:
    """Calls that were made before the choice leave with it."""
    wrapped.run("""{
      start('opt-in', { C0002: true }, { consentWithEvents: ['C0002'] })
      analytics.track('early')
    }""")
    wrapped.wait_until_live()
    wrapped.wait("instruments.pushed.some((one) => /early/.test(one.command))")
    assert events(wrapped) == ["early"]


@pytest.mark.parametrize("categories", [{"C0002": True}, {"C0002": True, "C0003": False}, {}])
def test_what_is_not_known_is_no_yes(categories: dict[str, bool], wrapped: Visit) -> None:
    """A category that the wrapper says nothing of, or that is refused beside an allowed one."""
    wrapped.run(
        """(given) => start('opt-in', { C0001: true, ...given }, {
          consentWithEvents: ['C0002', 'C0003'],
        })""",
        categories,
    )
    wrapped.run("analytics.track('x')")
    assert (wrapped.run("typeof _paq"), wrapped.asked) == ("undefined", [])


def test_opt_out(wrapped: Visit) -> None:
    """The wrapper's middleware stops calls, without a setting of ours."""
    wrapped.run("start('opt-out', { C0002: true })")
    wrapped.run("analytics.track('accepted')")
    wrapped.run("change({ C0002: false })")
    wrapped.run("analytics.track('refused')")
    assert events(wrapped) == ["accepted"]


def test_opt_out_said_here_as_well(wrapped: Visit) -> None:
    """The docs' way: a refusal that the plugin is told of erases, and Matomo stops altogether."""
    wrapped.run("start('opt-out', { C0002: true })")
    wrapped.run("analytics.track('accepted')")
    wrapped.wait_until_live()
    wrapped.wait(f"{SEEN}.includes('_pk_id')")
    wrapped.run("(change({ C0002: false }), matomo.consent.set('refused'))")
    wrapped.run("analytics.track('refused')")
    assert events(wrapped) == ["accepted"]
    assert "_pk_id" not in wrapped.run(SEEN)
