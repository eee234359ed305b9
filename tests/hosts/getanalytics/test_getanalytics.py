"""``getanalytics.mjs`` in the npm package `analytics`: what this host alone has."""

from __future__ import annotations

from tests.hosts.host import Host


def test_context_of_a_call(host: Host) -> None:
    """This host has a call's context among its options: a dimension may be taken from there."""
    host.begin(goals={"Signed Up": 3}, dimensions={"context.locale": 2})
    host.do("host.track('signed_up', {}, { context: { locale: 'fr' } })")
    data = {"dimension2": "fr"}
    assert host.commands() == [
        ["trackGoal", 3, None, data],
        ["trackEvent", "All", "signed_up", None, None, data],
    ]


def test_filters(host: Host) -> None:
    """The host's own filter knows `matomo`; ours both names, and Segment's way to say it."""
    host.begin()
    host.do("""
      const off = [{ all: false }, { matomo: false }, { piwik: false }]
      for (const plugins of off) host.track('off', {}, { plugins })
      const own = { Piwik: { cvar: { 1: ['n', 'v'] } } }
      const on = [{ plugins: { all: false, matomo: true }, integrations: own },
        { integrations: { All: false, Matomo: true } }, { plugins: undefined }]
      for (const options of on) host.track('on', {}, options)
    """)
    assert host.names() == ["setCustomVariable", "trackEvent", "trackEvent", "trackEvent"]
    assert host.events() == ["on"] * 3


def test_two_logouts(host: Host) -> None:
    """A second reset, when nobody is known any more, is none."""
    host.begin(newVisitOnReset=True)
    host.do("host.identify('a')")
    host.begin(newVisitOnReset=True)
    host.do("host.page()")
    host.do("host.reset()")
    host.do("host.reset()")
    host.do("host.track('nobody')")
    logout = ["resetUserId", "appendToTrackingUrl", "trackEvent", "appendToTrackingUrl"]
    assert host.names() == ["setUserId", "trackPageView", *logout]
