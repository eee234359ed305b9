"""Looks at one page in a browser, and returns what it has seen."""

from __future__ import annotations

from dataclasses import dataclass
from time import monotonic
from typing import TYPE_CHECKING, Any

from paqbridge.web.verify.bundles import bundle_in, known_files, refused_type
from paqbridge.web.verify.facts import Bundle, Facts, Tracker, Violation
from paqbridge.web.verify.page_scripts import LOOK, SEND, WATCH, YES
from paqbridge.web.verify.watch import Watch
from paqbridge.web.verify.words import CannotLook, why_not

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

EVENT = "paqbridge verify"
STEP = 50
"""Milliseconds between two looks at whether the page has come to rest."""

AGAIN = 500
"""Milliseconds after which a page that went elsewhere is asked again."""


@dataclass(frozen=True)
class Options:
    """How to look: seconds to wait, what to let through and to do, and who to be.

    ``insecure`` takes certificates that nobody has signed. So many seconds without a request under
    way count as ``rest``: Matomo's tracker pauses for 0.8 after its first one.
    """

    timeout: float = 30
    rest: float = 1.2
    sends_event: bool = False
    lets_hits_through: bool = False
    gives_consent: bool = False
    insecure: bool = False
    user: str = ""
    password: str = ""


def look(browser: Browser, address: str, options: Options) -> Facts:
    """Open a page and return what was seen; CannotLook where it does not open."""
    context = browser.new_context(
        ignore_https_errors=options.insecure,
        http_credentials={"username": options.user, "password": options.password}
        if options.user
        else None,
        # A worker of the site's could answer in Matomo's place, out of sight.
        service_workers="block",
        user_agent=agent_of(browser),
    )
    try:
        context.add_init_script(WATCH)
        return look_at(context.new_page(), address, options)
    finally:
        context.close()


def agent_of(browser: Browser) -> str:
    """Return the browser's name as a visitor's has it: Matomo takes a headless one for a robot."""
    page = browser.new_page()
    agent = str(page.evaluate("navigator.userAgent"))
    page.context.close()
    return agent.replace("Headless", "")


def look_at(page: Page, address: str, options: Options) -> Facts:
    """Do what was asked for, and wait each time until the page is at rest."""
    event = EVENT if options.sends_event else ""
    watch = Watch(page, event, options.lets_hits_through)
    opened(page, address, options)
    is_finished = rests(page, watch, options)
    if options.gives_consent:
        asked(page, YES)
        is_finished = rests(page, watch, options) and is_finished
    if event:
        asked(page, SEND, event)
        is_finished = rests(page, watch, options) and is_finished
    seen: Any = asked(page, LOOK)
    if watch.is_busy() and is_finished:  # something has left meanwhile: a slow machine's first hit
        is_finished = rests(page, watch, options)
        seen = asked(page, LOOK)
    document = watch.document
    header = document.headers.get("content-security-policy") if document else None
    return Facts(
        asked=address,
        url=page.url,
        status=document.status if document else None,
        is_finished=is_finished,
        # What a frame has fetched is its own business, unless all waits for it.
        fetches=[one for one in dict.fromkeys(watch.fetches.values()) if one.is_of_interest],
        hits=watch.hits,
        bundles=bundles_in(watch),
        mixed=watch.mixed,
        warnings=watch.warnings,
        is_answered=options.gives_consent,
        event=event,
        **{
            **seen,
            "violations": [Violation(**one) for one in seen["violations"]],
            "trackers": [Tracker(**one) for one in seen["trackers"]],
            "policies": [*([header] if header else []), *seen["policies"]],
        },
    )


def opened(page: Page, address: str, options: Options) -> None:
    """Open the page, wherever it is led to."""
    from playwright.sync_api import Error

    try:
        response = page.goto(address, wait_until="commit", timeout=options.timeout * 1000)
    except Error as error:
        raise CannotLook(f"{address} does not open: {why_not(error.message)}.") from None
    if response is None:
        raise CannotLook(f"{address} is no page of a server.")
    if response.status in (401, 407):
        raise CannotLook(f"{address} does not open: {why_not('ERR_INVALID_AUTH')}.")


def rests(page: Page, watch: Watch, options: Options) -> bool:
    """Wait until the page is loaded and nothing is under way; False where that takes too long."""
    end = monotonic() + options.timeout
    since, count = monotonic(), 0
    while monotonic() < end:
        page.wait_for_timeout(STEP)
        if watch.is_busy() or count != len(watch.fetches):
            since, count = monotonic(), len(watch.fetches)
        elif watch.is_loaded and monotonic() - since >= options.rest:
            if answers(page, end - monotonic()):
                return True
            break
    # A script that runs for ever would let nobody ask the page.
    watch.session.send("Runtime.terminateExecution")
    page.wait_for_timeout(1000 * options.rest)
    return False


def answers(page: Page, seconds: float) -> bool:
    """Tell whether the page takes questions; one whose script runs for ever takes none."""
    from playwright.sync_api import Error

    try:
        page.locator(":root").wait_for(state="attached", timeout=max(1.0, 1000 * seconds))
    except Error:
        return False
    return True


def asked(page: Page, script: str, argument: object = None) -> object:
    """Ask the page; one that goes elsewhere meanwhile is asked again."""
    from playwright.sync_api import Error

    try:
        return page.evaluate(script, argument)
    except Error:
        page.wait_for_timeout(AGAIN)
    try:
        return page.evaluate(script, argument)
    except Error as error:
        raise CannotLook(f"{page.url} cannot be asked: {why_not(error.message)}.") from None


def bundles_in(watch: Watch) -> list[Bundle]:
    """Return our bundles among the page's scripts, and in the page itself."""
    from playwright.sync_api import Error

    known = known_files()
    found = []
    for url, response in watch.scripts:
        try:
            bundle = bundle_in(url, response.body(), known)
        except Error:  # An answer without a body, or one that the browser has not kept.
            continue
        if bundle is not None:
            bundle.refused = refused_type(response.headers)
            found.append(bundle)
    return found
