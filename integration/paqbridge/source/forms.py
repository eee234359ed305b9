"""What a submit comes to, if it is held back for a moment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paqbridge.elements import (
    address_in,
    attribute,
    base_target,
    can_submit,
    has_own_submit,
    is_gone,
    is_own,
    is_plain,
    matches,
    path_of,
    submit_again,
    submit_plainly,
    submitter_of,
    window_of,
    with_fields_of_now,
)
from paqbridge.native import has_own

if TYPE_CHECKING:
    from paqbridge.types.page import Action, Untrusted

CLICKED = {"is_plain": True}
"""Whether the latest click in a form asks for nothing but to submit it: the submit does not say."""


def note_click(event: Untrusted) -> None:
    """Look at a click that may submit a form."""
    CLICKED["is_plain"] = is_plain(event)


def way_of_submit(event: Untrusted, element: Untrusted) -> Action | None:
    """Return what goes on with a submit, or None where the browser had better do it itself."""
    nodes = path_of(event)
    if len(nodes) == 0:
        # jQuery's: it would have submitted the form as a script does, but not where a field of the
        # name ``submit`` stands in the way.
        if has_own(element, "submit") and not has_own_submit(element):
            return None
        return with_fields_of_now(element, None, lambda: submit_plainly(element))
    form = nodes[0]
    window = window_of(event)
    button = submitter_of(event)
    target = attribute(button, "formtarget") or attribute(form, "target") or base_target(window)
    method = attribute(button, "formmethod") or attribute(form, "method")
    action = attribute(button, "formaction") or attribute(form, "action")
    if (
        not (target == "" or target.lower() == "_self" or has_own_submit(form))
        or method.lower() == "dialog"
        or address_in(window, action) == ""
        or is_gone(form)
        or not is_own(event)
        # A script, or Enter in a form without a button, submits without a click.
        or (button and not CLICKED["is_plain"])
        or not can_submit()
    ):
        return None
    was_disabled = matches(button, "[disabled]")
    return with_fields_of_now(
        form, button, lambda: submit_again(window, form, button, was_disabled)
    )
