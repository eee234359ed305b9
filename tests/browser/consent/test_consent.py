"""Nothing is sent or stored before consent; after it everything arrives, in its order."""

from __future__ import annotations

from tests.support.visit import Visit

STORED = "[document.cookie, localStorage.length]"
SCRIPTS = "document.scripts.length"


def names(visit: Visit) -> list[str]:
    """The titles and events that arrived; with consent Matomo's tracker sends a ping as well."""
    hits = [hit for hit in visit.hits() if "ping" not in hit]
    return [hit.get("e_a", hit.get("action_name", "")) for hit in hits]


def test_tracking(visit: Visit) -> None:
    """Until consent no request and nothing stored; then what was held, and what comes after."""
    visit.open()
    visit.run("visitShop('tracking')")
    visit.wait_until_live()
    assert visit.pushed()[0] == ["requireConsent"]
    assert visit.run(STORED) == ["", 0]
    assert visit.site.store.last() == 0
    assert visit.run("analytics.consent.state()") == "pending"
    visit.run("(analytics.consent.give(), analytics.track('after'), 0)")
    assert names(visit) == ["Shop", "before", "after"]
    assert visit.run("[analytics.consent.state(), localStorage.ajs_user_id]") == ["given", '"u"']


def test_tracking_without_cookies(visit: Visit) -> None:
    """Consent to tracking may leave cookies out: then nothing of ours is stored either."""
    visit.open()
    visit.run("visitShop('tracking')")
    visit.wait_until_live()
    visit.run("analytics.consent.give({cookies: false})")
    assert names(visit) == ["Shop", "before"]
    assert visit.pushed()[-2:-1] == [["setConsentGiven", False]]
    assert visit.run("localStorage.ajs_user_id === undefined") is True


def test_cookies(visit: Visit) -> None:
    """With consent to cookies alone, tracking begins at once, and without cookies."""
    visit.open()
    visit.run("visitShop('cookies')")
    assert visit.pushed()[0] == ["requireCookieConsent"]
    assert names(visit) == ["Shop", "before"]
    assert visit.run(STORED) == ["", 0]
    visit.run("analytics.consent.give()")
    assert visit.pushed()[-1] == ["setCookieConsentGiven"]
    assert visit.run("localStorage.ajs_user_id") == '"u"'


def test_load(visit: Visit) -> None:
    """With load nothing is fetched before consent, and ready does not wait for it."""
    visit.open()
    before = visit.run(SCRIPTS)
    visit.run("visitShop('load')")
    visit.wait("page.ready === 1")
    assert visit.run("typeof _paq") == "undefined"
    assert (visit.run(SCRIPTS), visit.run(STORED)) == (before, ["", 0])
    visit.run("analytics.consent.give()")
    assert names(visit) == ["Shop", "before"]
    assert visit.pushed()[:3] == [
        ["setSiteId", 1],
        ["setTrackerUrl", f"{visit.address}/piwik.php"],
        ["enableLinkTracking"],
    ]


def test_load_after_a_refusal(visit: Visit) -> None:
    """Who refuses and then accepts after all is tracked from there on: the tracker is fetched."""
    visit.open()
    visit.run("(visitShop('load'), analytics.consent.withdraw(), 0)")
    assert visit.run("[analytics.consent.state(), typeof _paq]") == ["withdrawn", "undefined"]
    visit.run("analytics.consent.give()")
    assert names(visit) == ["Shop", "before"]
    assert visit.run("analytics.consent.state()") == "given"


def test_withdrawal(visit: Visit) -> None:
    """After a withdrawal nothing is sent any more, and what was stored is gone."""
    visit.open()
    visit.run("visitShop('tracking')")
    visit.wait_until_live()
    visit.run("analytics.consent.give()")
    assert names(visit) == ["Shop", "before"]
    visit.run("analytics.consent.withdraw()")
    assert visit.pushed()[-1] == ["forgetConsentGiven"]
    assert "ajs_user_id" not in visit.run("document.cookie + Object.keys(localStorage)")
    assert visit.run("[analytics.consent.state(), analytics.user().id()]") == ["withdrawn", "u"]


def test_withdrawal_forgets_the_cart(visit: Visit) -> None:
    """What a cart has left for the next page goes as well."""
    visit.open()
    visit.run("(visitShop('tracking', {ecommerce: true}), analytics.consent.give(), 0)")
    visit.wait_until_live()
    visit.run("analytics.track('Product Added', {sku: 's', price: 2})")
    assert "paqbridge" in visit.run("Object.keys(localStorage)")
    visit.run("analytics.consent.withdraw()")
    assert visit.run("Object.keys(localStorage)") == []


def test_remembered(visit: Visit) -> None:
    """A consent that Matomo remembers counts on the next page."""
    visit.open()
    visit.run("visitShop('tracking')")
    visit.wait_until_live()
    visit.run("analytics.consent.remember(2)")
    assert names(visit) == ["Shop", "before"]
    assert visit.pushed()[-2] == ["rememberConsentGiven", 2]
    visit.open()
    visit.run("visitShop('tracking')")
    assert visit.run("analytics.consent.state()") == "given"
    assert names(visit) == ["Shop", "before"]


def test_said_before_the_start(visit: Visit) -> None:
    """What a consent tool says before load counts from the start on."""
    visit.open()
    visit.run("(analytics.consent.give(), visitShop('tracking'), 0)")
    assert names(visit) == ["Shop", "before"]


def test_no_consent_needed(visit: Visit) -> None:
    """Without the setting nothing is asked, and consent calls say nothing."""
    visit.open()
    visit.run("(visitShop(), analytics.consent.give(), analytics.consent.withdraw(), 0)")
    assert names(visit) == ["Shop", "before"]
    assert visit.run("analytics.consent.state()") == "none"
