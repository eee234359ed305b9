"""A no that was said on a page holds there, whatever becomes of cookies and of Matomo's script."""

from __future__ import annotations

import pytest

from tests.browser.consent.shop import shop
from tests.support.consent import ALL_MODES, names, seen
from tests.support.visit import Visit

DELETE_ALL = """document.cookie.split('; ').forEach((one) => {
  document.cookie = one.split('=')[0] + '=; max-age=0; path=/'
}), localStorage.clear()"""
BLOCKED = """Object.defineProperty(Document.prototype, 'cookie', { get: () => '', set: () => {} })
Object.defineProperty(Navigator.prototype, 'cookieEnabled', { get: () => false })"""
SAY = {
    "no": "analytics.consent.withdraw()",
    "yes": "analytics.consent.give()",
    "open": "analytics.consent.set('pending')",
}


def say(visit: Visit, answer: str, label: str) -> None:
    """Answer, and call."""
    visit.run(f"({SAY[answer]}, analytics.track('{label}'), 0)")


@pytest.mark.parametrize("answered", [False, True])
@pytest.mark.parametrize("mode", ALL_MODES)
def test_all_is_deleted_after_a_no(mode: str, answered: bool, visit: Visit) -> None:
    """A platform may clear the site's cookies behind a refusal, and Matomo's mark of it as well."""
    shop(visit, mode)
    if answered:
        visit.run(f"({SAY['yes']}, 0)")
    if mode != "load" or answered:
        visit.wait_until_live()
    visit.run(f"({SAY['no']}, {DELETE_ALL}, 0)")
    assert seen(visit) == ("refused", [], [])
    visit.run("(analytics.track('refused'), 0)")
    assert visit.run("analytics.consent.state()") == "refused"
    say(visit, "yes", "after")
    assert ("refused" in names(visit)) is (mode == "cookies")
    assert seen(visit)[0] == "given"


@pytest.mark.parametrize("answers", ["no yes", "yes no yes", "no open yes", "yes no open yes"])
@pytest.mark.parametrize("mode", ["none", "tracking", "load"])
@pytest.mark.parametrize("blocked", [False, True])
def test_answers_before_the_script(mode: str, answers: str, blocked: bool, visit: Visit) -> None:
    """What was queued for Matomo ahead of a no never leaves either, once there is a yes."""
    if blocked:
        visit.expect("There was an error setting cookie")
        visit.context.add_init_script(BLOCKED)
    visit.hold_tracker()
    shop(visit, mode)
    for number, answer in enumerate(answers.split()):
        say(visit, answer, f"{answer} {number}")
    visit.release_tracker()
    left = answers.split().index("no") + 1
    expected = [f"{answer} {number}" for number, answer in enumerate(answers.split())][left:]
    assert names(visit) == expected


def test_a_no_where_cookies_are_blocked(visit: Visit) -> None:
    """There is no mark of it then: it counts on this page, and so does the next yes."""
    visit.expect("There was an error setting cookie")
    visit.context.add_init_script(BLOCKED)
    visit.hold_tracker()
    shop(visit, "none")
    say(visit, "no", "refused")
    visit.release_tracker()
    visit.run("(analytics.track('refused'), 0)")
    assert visit.run("analytics.consent.state()") == "refused"
    say(visit, "yes", "after")
    assert names(visit) == ["after"]


def test_a_no_to_cookies_that_is_said_on_each_page(visit: Visit) -> None:
    """Nothing of what is queued is lost where tracking goes on, nor with a yes behind it."""
    for answers in ("no", "no yes"):
        visit.site.tracker.released.clear()
        visit.hold_tracker()
        shop(visit, "cookies")
        for answer in answers.split():
            say(visit, answer, answer)
        visit.release_tracker()
        assert names(visit) == ["Shop", "before", *answers.split()]


@pytest.mark.parametrize("answer", ["yes", "open"])
def test_what_the_page_pushes_while_refused(answer: str, visit: Visit) -> None:
    """Matomo holds it: it never leaves, whichever answer is the next."""
    shop(visit, "tracking")
    visit.wait_until_live()
    say(visit, "no", "refused")
    visit.run("(_paq.push(['trackEvent', 'page', 'own']), 0)")
    say(visit, answer, "next")
    say(visit, "yes", "after")
    assert names(visit) == ["next", "after"]
