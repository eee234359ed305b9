"""What the page says: once, when the tracker starts, and at each step.

What a page may make throw is asked under a guard.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from paqbridge.host import attempt, clock, cookies, has_objected, local_time, page
from paqbridge.native import json_text, unescaped, url_encoded

if TYPE_CHECKING:
    from paqbridge.types.page import Untrusted
    from paqbridge.types.tracker import Facts, Page


NO_HINTS = "%7B%7D"
"""What a browser says that says nothing of itself."""


def start_facts() -> Page:
    """Return what does not change."""
    browser = page.navigator
    charset = page.document.characterSet.lower()
    features = browser_features()
    hints = low_hints(browser.userAgentData)
    text = ""
    for name, value in features.items():
        text += f"&{name}={value}"
    return {
        "address": unescaped(page.location.href),
        "host": page.location.hostname,
        "title": page.document.title,
        "referrer": unescaped(referrer()),
        "charset": "" if charset == "utf-8" else charset,
        "features": text,
        "device": browser.userAgent + browser.platform + json_text(features),
        "hints": "" if hints else NO_HINTS,
        "low_hints": hints or NO_HINTS,
        "is_secure": page.location.protocol == "https:",
        "is_refusing": browser.doNotTrack == "1" or has_objected(),
        "takes_cookies": features["cookie"] == "1",
    }


def low_hints(hints: Untrusted) -> str:
    """Return the client hints that need not be asked for; nothing in a browser without them."""
    data: Any = hints
    if not data or not data.getHighEntropyValues:
        return ""
    return url_encoded(json_text({"brands": data.brands, "platform": data.platform}))


def referrer() -> str:
    """Return where the visitor has come from, as the outermost page knows that may be asked."""
    return (
        attempt(lambda: page.top.document.referrer)
        or attempt(lambda: page.parent.document.referrer)
        or page.document.referrer
    )


def browser_features() -> dict[str, str]:
    """Return what requests say of the browser: constants mostly, of plugins that are no more.

    The server tells visitors without an id apart by them, so they are those of ``matomo.js``, which
    speaks of plugins in browsers that show PDF files themselves only.
    """
    found: dict[str, str] = {}
    if page.navigator.mimeTypes["application/pdf"]:
        for name in ("pdf", "qt", "realp", "wma", "fla", "java", "ag"):
            found[name] = "1" if name == "pdf" else "0"
    found["cookie"] = "1" if page.navigator.cookieEnabled else "0"
    found["res"] = f"{page.screen.width}x{page.screen.height}"
    return found


def facts_now() -> Facts:
    """Return what is known now."""
    return {
        "now": clock(),
        "time": local_time(),
        "random": random,
        "cookies": cookies(),
        "is_hidden": page.document.visibilityState == "hidden",
        "timings": timings,
    }


def random() -> float:
    """Return a number from 0 to 1."""
    number: float = page.Math.random()
    return number


def timings() -> dict[str, float] | None:
    """Return the marks of the page's load."""
    marks: dict[str, float] | None = page.performance.timing
    return marks
