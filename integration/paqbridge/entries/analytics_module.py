"""``analytics.mjs``: the full standalone as a module, which puts nothing on the page."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from paqbridge.host import has_page, publish
from paqbridge.kits.full_standalone import FULL_STANDALONE, WHOLE
from paqbridge.native import read
from paqbridge.source.load_forms import options_in
from paqbridge.source.methods import create_whole

if TYPE_CHECKING:
    from paqbridge.types.page import Guarded, Untrusted
    from paqbridge.types.source import Analytics

ANALYTICS = create_whole(FULL_STANDALONE, WHOLE)["analytics"]


def load(first: Untrusted, second: Untrusted) -> Analytics:
    """Start ``analytics``, once, and return it; on a server nobody waits, and nothing is done.

    The option ``globalAnalyticsKey`` gives it a name on ``window`` as well.
    """
    name = read(options_in(first, second), "globalAnalyticsKey")
    if isinstance(name, str):
        publish(name, ANALYTICS)
    given = [first, second] if has_page() else [None, {"disable": True}]
    cast("Guarded", ANALYTICS["load"])(given[0], given[1], None, None, None, None)
    return ANALYTICS
