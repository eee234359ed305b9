"""Which fields of an address tell of a campaign, and which are not to be told at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paqbridge.tracker.address import NONE, OURS
from paqbridge.tracker.consent import require_consent
from paqbridge.tracker.text import listed

if TYPE_CHECKING:
    from paqbridge.types.page import Untrusted
    from paqbridge.types.tracker import State

FIELDS = "^(pk|mtm|piwik|matomo|utm)_"
"""What the fields begin with that are looked for unless a page has others, and their like."""


def set_excluded(state: State, names: Untrusted) -> None:
    """Leave these fields out of all addresses."""
    state["excluded"] = [*OURS, *listed(names)]


def set_campaign_names(state: State, names: Untrusted) -> None:
    """Take other fields of an address for the names of campaigns."""
    state["campaign_names"] = listed(names)
    hide_names(state)


def set_keyword_names(state: State, names: Untrusted) -> None:
    """Take other fields of an address for the keywords of campaigns."""
    state["keyword_names"] = listed(names)
    hide_names(state)


def disable_campaigns(state: State) -> None:
    """Look for no campaign, and leave out of all addresses what tells of one.

    Where consent is asked for it means nothing: who has given it may be told of.
    """
    if not state["is_consent_required"]:
        state["untold"] = FIELDS
        hide_names(state)


def hide_names(state: State) -> None:
    """Leave the page's own fields of campaigns out as well, if campaigns are disabled."""
    if state["untold"] != NONE:
        names = [*state["campaign_names"], *state["keyword_names"]]
        state["untold"] = f"{FIELDS}|^({'|'.join(names)})$"


def require_consent_to_all(state: State) -> None:
    """Hold all requests until there is consent; they may tell of campaigns."""
    require_consent(state)
    state["untold"] = NONE
