"""What hosts get: plain objects, whose names the hosts have chosen."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias, TypedDict

from paqbridge.types.destination import ConsentMethods
from paqbridge.types.page import Action, Guarded, Untrusted

Plugin: TypeAlias = dict[str, Untrusted]
"""The plugin of an adapter: what its host looks for, by name."""

Instance: TypeAlias = dict[str, Untrusted]
"""An instance of the classic integration: options and methods, any of which a host may replace."""


class GenericDestination(TypedDict):
    """What ``core.mjs`` returns."""

    send: Guarded
    reset: Guarded
    stop: Action
    consent: ConsentMethods


class Notes(TypedDict):
    """What is noted on objects of a host, as long as these are there."""

    note: Callable[[Untrusted, Untrusted], object]
    of: Callable[[Untrusted], Untrusted]
