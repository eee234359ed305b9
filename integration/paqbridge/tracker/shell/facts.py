"""What the page says: once, when the tracker starts, and at each step.

What a page may make throw is asked under a guard.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from paqbridge.host import attempt, clock, cookies, has_objected, local_time, page, title
from paqbridge.native import json_text, unescaped, url_encoded
from paqbridge.tracker.text import NO_HINTS

if TYPE_CHECKING:
    from paqbridge.types.page import Untrusted
    from paqbridge.types.tracker import Facts, Page


PLUGINS = "&pdf=1&qt=0&realp=0&wma=0&fla=0&java=0&ag=0"


def start_facts() -> Page:
    """Return what does not change."""
    browser = page.navigator
    charset = page.document.characterSet
    features = browser_features(browser)
    hints = attempt(lambda: low_hints(browser.userAgentData))
    return {
        "address": unescaped(page.location.href),
        # A page may widen it; a frame of ``srcdoc`` has it alone, one without an origin has none.
        "host": page.document.domain or page.location.hostname,
        "title": title() or "",
        "referrer": unescaped(referrer()),
        "charset": "" if charset == "UTF-8" else charset,
        "features": features,
        "browser": browser.userAgent + browser.platform,
        "hints": "" if hints else NO_HINTS,
        "low_hints": hints or NO_HINTS,
        "is_secure": page.location.protocol == "https:",
        "is_refusing": attempt(lambda: browser.doNotTrack) == "1" or has_objected(),
        "takes_cookies": browser.cookieEnabled,
    }


def low_hints(hints: Untrusted) -> str:
    """Return the client hints that need not be asked for; in a browser without them it throws."""
    data: Any = hints
    return url_encoded(json_text({"brands": data.brands, "platform": data.platform}))


def referrer() -> str:
    """Return where the visitor has come from, as the outermost page knows that may be asked."""
    return (
        attempt(lambda: page.top.document.referrer)
        or attempt(lambda: page.parent.document.referrer)
        or page.document.referrer
    )


def browser_features(given: Untrusted) -> str:
    """Return what requests say of the browser: constants mostly, of plugins that are no more.

    The server tells visitors without an id apart by them, so they are those of ``matomo.js``, which
    speaks of plugins in browsers that show PDF files themselves only.
    """
    browser: Any = given
    text = PLUGINS if attempt(lambda: browser.mimeTypes["application/pdf"]) else ""
    text += f"&cookie={1 if browser.cookieEnabled else 0}"
    return text + f"&res={page.screen.width}x{page.screen.height}"


def facts_now() -> Facts:
    """Return what is known now."""
    return {
        "now": clock(),
        "time": local_time(),
        "random": random,
        "cookies": cookies(),
        "is_hidden": is_hidden(),
        "timings": attempt(lambda: page.performance.timing),
    }


def is_hidden() -> bool | None:
    """Tell whether the page is not shown."""
    return attempt(lambda: page.document.hidden)


def random() -> float:
    """Return a number from 0 to 1."""
    number: float = page.Math.random()
    return number
