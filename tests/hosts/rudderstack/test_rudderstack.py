"""``rudderstack.mjs`` in RudderStack's SDK: what this host has beside the contract."""

from __future__ import annotations

from tests.hosts.host import PAGE, Host


def test_its_own_dimensions(host: Host) -> None:
    """Dimensions of a call may be given as RudderStack's own Matomo integration has them."""
    host.begin(goals={"Signed Up": 3}, dimensions={"traits.level": 4})
    host.do("""
      host.identify('u1', { level: 'gold' })
      host.track('signed_up', { revenue: '$20' }, { integrations: { Piwik: {
        customDimension: [{ dimensionId: 2, dimensionValue: 'fr' }],
      } } })
    """)
    data = {"dimension2": "fr", "dimension4": "gold"}
    assert host.commands()[1:] == [
        ["trackGoal", 3, 20, data],
        ["trackEvent", "All", "signed_up", None, 20, data],
    ]


def test_filters(host: Host) -> None:
    """The host's filter knows `Custom Device Mode`, which is on where All is off."""
    host.begin()
    host.do("""
      host.track('on', {}, { integrations: { All: false, 'Custom Device Mode': true } })
      host.track('off', {}, { integrations: { 'Custom Device Mode': false } })
    """)
    assert host.events() == ["on"]


def test_asking_starts_nothing(host: Host) -> None:
    """The host asks for readiness again and again, as soon as it knows of the integration."""
    host.begin()
    host.wait_until_live()
    host.do("for (let i = 0; i < 100; i++) matomo.isReady()")
    assert (host.commands(), len(host.trackers())) == ([], 1)


def test_an_alias_is_no_logout(host: Host) -> None:
    """Later calls of this host have the new id, and the group that was there before."""
    host.begin(groupDimension=5, aliasUserId=True)
    host.wait_until_live()
    host.do("""
      host.identify('a')
      host.group('g')
      host.alias('d')
      host.track('x')
    """)
    assert host.commands() == [
        ["setUserId", "a"],
        ["setUserId", "d"],
        ["trackEvent", "All", "x", None, None, {"dimension5": "g"}],
    ]


CUSTOM = {"enabled": True, "provider": "custom"}
NO = {**CUSTOM, "allowedConsentIds": [], "deniedConsentIds": ["C0002"]}
YES = {**CUSTOM, "allowedConsentIds": ["C0002"], "deniedConsentIds": []}


def test_consent(host: Host) -> None:
    """The consent that the host puts on each call counts, and its own event is not sent."""
    host.write(PAGE)
    host.run(
        """(consentManagement) =>
          host.start({ consentWithEvents: ['C0002'] }, { options: { consentManagement } })""",
        NO,
    )
    host.do("host.track('refused')")
    assert (host.asked, host.run("matomo.consent.state()")) == ([], "refused")
    host.run(
        "(consentManagement) => analytics.consent({ trackConsent: true, consentManagement })", YES
    )
    host.do("host.track('accepted')")
    host.wait_until_live()
    assert (host.events(), host.run("matomo.consent.state()")) == (["accepted"], "given")


PENDING = {
    "consentManagement": CUSTOM,
    "preConsent": {"enabled": True, "events": {"delivery": "buffer"}},
}


def test_calls_ahead_of_the_choice(host: Host) -> None:
    """The host hands them over with the choice, but says of them what was known before it."""
    for answer in (NO, YES):
        host.write(PAGE)
        host.run(
            """(options) => {
              host.start({ consentWithEvents: ['C0002'] }, { options })
              analytics.track('before')
            }""",
            PENDING,
        )
        assert host.asked == []
        host.run(
            "(consentManagement) => analytics.consent({ trackConsent: true, consentManagement })",
            answer,
        )
        host.do("host.track('after')")
        host.run("(localStorage.clear(), document.cookie = 'mtm_consent_removed=; max-age=0')")
    host.wait_until_live()
    assert host.events() == ["before", "after"]


STARTS = """(options) => {
  host.start({ consentWithEvents: ['C0002'], ...options.settings }, { options })
}"""
SAY = "(consentManagement) => analytics.consent({ trackConsent: true, consentManagement })"


def test_a_no_behind_the_hosts_yes(host: Host) -> None:
    """The host stamps its yes on all that follows: a no said since is newer, so is a new choice."""
    host.write(PAGE)
    host.run(STARTS, {"consentManagement": YES})
    host.do("host.track('before')")
    host.wait_until_live()
    host.do("matomo.consent.withdraw(); host.track('refused')")
    assert host.run("matomo.consent.state()") == "refused"
    host.run(SAY, YES)
    host.do("host.track('after')")
    assert (host.events(), host.run("matomo.consent.state()")) == (["before", "after"], "given")


def test_cookies_alone_wait_for_the_choice(host: Host) -> None:
    """With `cookies` a call that brings no choice along leaves without them."""
    host.write(PAGE)
    host.run(STARTS, {"consentManagement": CUSTOM, "settings": {"consent": "cookies"}})
    host.do("host.track('before')")
    host.wait_until_live()
    assert host.events() == ["before"]
    assert "_pk_id" not in host.run("document.cookie")
    host.run(SAY, YES)
    host.do("host.track('after')")
    assert host.events() == ["before", "after"]
    host.wait("document.cookie.includes('_pk_id')")
