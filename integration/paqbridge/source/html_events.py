"""Events that stand in the page's HTML: ``data-analytics-event`` on links, buttons and forms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paqbridge.elements import (
    attribute,
    attribute_names,
    first_on_path,
    listen,
    listen_in_shadows,
    path_of,
)
from paqbridge.host import global_value
from paqbridge.native import guarded
from paqbridge.source.forms import note_click, way_of_submit
from paqbridge.source.holding import hold
from paqbridge.source.links import way_of_click

if TYPE_CHECKING:
    from paqbridge.source.owner import Owner
    from paqbridge.types.page import Untrusted
    from paqbridge.types.source import Way

PREFIX = "data-analytics-"
EVENT = "data-analytics-event"
CLICKED = (
    "a[data-analytics-event],area[data-analytics-event],button[data-analytics-event],"
    "[type=submit][data-analytics-event],[type=button][data-analytics-event],"
    "[type=image][data-analytics-event]"
)
"""What a click tells of: the innermost, whatever else in it has an event that no click tells of."""


def start_html_events(owner: Owner) -> None:
    """Track clicks and submits of elements that say so, from now on, whenever they are added."""

    def hear(event: Untrusted, element: Untrusted, way: Way) -> None:
        name = attribute(element, EVENT)
        if name != "":
            hold(owner, event, element, [name, properties_of(element), None], way)

    latest: Untrusted = None

    def on_submit(event: Untrusted) -> None:
        nonlocal latest
        # A form in a slot tells both the document and the shadow root of the slot.
        if event != latest:
            latest = event
            hear(event, path_of(event)[0], way_of_submit)

    submitted = guarded(on_submit)

    def on_click(event: Untrusted) -> None:
        note_click(event)
        listen_in_shadows(event, "submit", submitted)
        hear(event, first_on_path(event, CLICKED), way_of_click)

    # Early, since pages stop events on their way up.
    document = global_value("document")
    listen(document, "click", on_click, True)
    listen(document, "submit", on_submit, True)


def properties_of(element: Untrusted) -> dict[str, Untrusted]:
    """Return the properties that an element's attributes say, as texts."""
    properties: dict[str, Untrusted] = {}
    for name in attribute_names(element):
        if isinstance(name, str) and name.startswith(PREFIX) and name != EVENT:
            properties[camel_case(name[len(PREFIX) :])] = attribute(element, name)
    return properties


def camel_case(name: str) -> str:
    """Write the rest of an attribute's name as ``dataset`` does: ``full-name`` is ``fullName``."""
    parts = name.split("-")
    written = parts[0]
    for part in parts[1:]:
        first = part[0:1]
        if first.upper() == first:
            written += "-" + part
        else:
            written += first.upper() + part[1:]
    return written
