"""What a tracker knows when it starts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paqbridge.native import merged
from paqbridge.tracker.address import NONE, OURS
from paqbridge.tracker.consent import refresh
from paqbridge.tracker.hosts import PAYPAL
from paqbridge.tracker.links import EXTENSIONS

if TYPE_CHECKING:
    from paqbridge.types.page import Untrusted
    from paqbridge.types.tracker import Facts, Language, Page, State

CAMPAIGN_NAMES = (
    "pk_campaign mtm_campaign piwik_campaign matomo_campaign utm_campaign utm_source utm_medium"
)
KEYWORD_NAMES = "pk_kwd mtm_kwd piwik_kwd matomo_kwd utm_term"

NEW: dict[str, Untrusted] = {
    "endpoint": "",
    "site": "",
    "method": "GET",
    "is_beacon": True,
    "knows_bulk": True,
    "title": None,
    "page_view": "",
    "timings": "",
    "user": "",
    "visitor": "",
    "domain": "",
    "path": "",
    "prefix": "_pk_",
    "same_site": "lax",
    "is_secure": False,
    "is_timed": False,
    "is_left": False,
    "is_off": False,
    "drops_hash": False,
    "sees_clicks": False,
    "is_consent_required": False,
    "has_consent": True,
    "keeps_cookies": True,
    "visitor_life": 33955200,
    "session_life": 1800,
    "referral_life": 15768000,
    "gate": 0,
    "sent_at": 0,
    "held": [],
    "pending": [],
    "link_classes": [],
    "download_classes": [],
    "ignore_classes": [],
    "excluded": OURS,
    "untold": NONE,
    "excluded_referrers": [PAYPAL],
    "written": {},
    "refused": {},
    "drawn": {},
    "variables": {"cvar": {}, "e_cvar": {}, "_cvar": {}},
}
"""What is the same on every page. No step changes what is in it: it puts another in its place.

What a step begins with, such as its name, is not here.
"""

MORE: dict[str, Untrusted] = {
    "plugins": {},
    "processing": None,
    "appended": "",
    "page_views": 0,
    "is_page_view_fixed": False,
    "shown": {},
    "looks": 1,
    "sees_blocks": False,
    "crosses": False,
    "cross_domain_life": 180,
    "dimensions": {},
    "data": None,
    "cart": {},
    "view": "",
    "beat": 0,
    "focused_at": 0,
    "most_unsent": 0,
    "unsent": [],
}
"""What the whole language knows besides."""


def new_state(language: Language, page: Page, facts: Facts) -> State:
    """Return the state of a tracker that speaks a language, and starts on a page, with the facts
    of that moment."""
    own = {
        "language": language,
        "page": page,
        "facts": facts,
        "hints": page["hints"],
        "features": page["features"],
        "url": page["address"],
        "referrer": page["referrer"],
        "domains": [page["host"]],
        "campaign_names": CAMPAIGN_NAMES.split(" "),
        "keyword_names": KEYWORD_NAMES.split(" "),
        "extensions": EXTENSIONS.split(" "),
    }
    state: State = merged(merged(NEW, language["new"]), own)
    refresh(state)
    return state
