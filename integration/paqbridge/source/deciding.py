"""Functions in the options of ``load`` that decide with a settings document whether to start.

``updateCDNSettings`` returns the document as it is to count, ``disable`` says yes or no, perhaps
later. So do Segment's consent tools: what a visitor has not allowed is taken out of the document.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from paqbridge.host import warn
from paqbridge.native import call_member, contains, is_dict, read, settled
from paqbridge.read.facade import entries
from paqbridge.read.options import NAMES, own_values

if TYPE_CHECKING:
    from paqbridge.types.page import Untrusted


def has_deciders(options: Untrusted) -> bool:
    """Tell whether options have such a function."""
    return callable(read(options, "updateCDNSettings")) or callable(read(options, "disable"))


def decide(
    options: Untrusted,
    own: Untrusted,
    document: Untrusted,
    then: Callable[[Untrusted, bool], object],
) -> None:
    """Ask the functions, and tell ``then`` which document counts, and whether nothing may start.

    They find the page's ``own`` settings in it, under both names of the destination: where one has
    been taken out, or where a function throws, nothing starts.
    """
    named = read(document, "integrations")
    settings = own if is_dict(own) else {}
    integrations = {"Piwik": settings, "Matomo": settings, **entries(named)}
    known: Untrusted = {**entries(document), "integrations": integrations}

    def ask() -> Untrusted:
        nonlocal known
        update, disable = read(options, "updateCDNSettings"), read(options, "disable")
        if callable(update):
            known = call_member(update, None, [known])
        return call_member(disable, None, [known]) if callable(disable) else disable is True

    def hear(answer: Untrusted) -> None:
        if not is_dict(known):
            warn("updateCDNSettings returns no document: nothing starts", known)
        left = own_values([read(known, "integrations")])
        is_taken_out = len(left) < len(NAMES) or contains(left, False)
        is_off = is_taken_out or (answer is not None and answer is not False)
        then(known if is_dict(named) else document, is_off)

    def fail(error: Untrusted) -> None:
        warn("a function in the options threw: nothing starts", error)
        then(None, True)

    settled(ask, hear, fail)
