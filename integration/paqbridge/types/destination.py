"""What builds are made of, and the parts that they make."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, TypeAlias, TypedDict

from paqbridge.types.command import Command, Mapping, PageTransport, Transport
from paqbridge.types.event import Event, EventMaker, FullEvent, Kind
from paqbridge.types.page import Action, Guarded, Untrusted
from paqbridge.types.settings import Complain, Refuse, Row, Settings, Words


class Kit(TypedDict):
    """What makes a build, as one value: ``kits/``.

    ``suits`` tells whether settings that are well-formed can be worked with, ``words`` say which
    one is wrong, ``opening`` what is said first, ``script`` has the tracker there. ``event``
    makes the events, ``pace`` returns the function that they go through ahead of the mapping;
    ``maps_late`` tells that a call which is held is mapped when it leaves, ``hands_late`` that a
    host may hand a call over some time after it was made. ``methods`` are the names of a host's
    calls, ``add`` puts on its object what there is besides: where the destination is now, is asked
    each time. ``lost`` hears of a call that is not sent, and why.
    """

    rows: list[Row]
    suits: Callable[[Untrusted, Settings, Refuse], bool]
    words: Words
    event: EventMaker
    pace: Callable[[Settings, Send], Send]
    maps_late: bool
    hands_late: bool
    mapping: Mapping
    grammar: Grammar
    opening: Callable[[Settings], list[Command]]
    script: ScriptMaker
    destination: Callable[[], Destination]
    transport: PageTransport
    lost: Callable[[Event, str], None]
    methods: tuple[Kind, ...]
    add: Callable[[dict[str, Untrusted], Callable[[], Destination]], None]


ScriptMaker: TypeAlias = (
    "Callable[[Settings, PageTransport, Transport, OutboxLike, Complain], ScriptLike]"
)
"""Makes what has the tracker there, for one destination; the first transport is the page's."""

Starter: TypeAlias = Callable[[Settings, Transport, Complain, Action], bool]
"""May start a tracker in the place of Matomo's script, and tells whether it did."""

Grammar: TypeAlias = dict[str, list[str]]
"""Command name -> what each of its arguments may be: ``commands/grammar.py``."""

Send: TypeAlias = Callable[[Event], None]

Call: TypeAlias = list[Command] | Callable[[], list[Command]]
"""A call on its way out: its commands, or what makes them when they can leave."""


class OutboxLike(Protocol):
    """Where calls are kept until they can leave: ``destination/outbox.py``."""

    def deliver(self, call: Call) -> bool:
        """Send the commands of a call, or keep it; False where there is no room."""

    def at_next_call(self, action: Callable[[], object]) -> None:
        """Run ``action`` before the next commands, once."""

    def release(self) -> None:
        """Send what is kept, as far as it can leave now."""

    def bound(self) -> None:
        """Keep no more than a limited number of calls from now on."""


class ScriptLike(Protocol):
    """The tracker, which is fetched or is here: ``destination/script.py``."""

    def expect(self, opening: list[Command]) -> None:
        """Look whether the page has a tracker already, before this opening is sent."""

    def tell(self, listener: Action | None) -> None:
        """Call ``listener`` when the tracker is live or counts as blocked, perhaps repeatedly."""

    def load(self) -> Untrusted:
        """Have the tracker there; return the script's element, if there is one."""


class Destination(TypedDict):
    """One Matomo: ``destination/wiring.py``. ``settings`` is always the same object."""

    settings: Settings
    complain: Complain
    refuse: Refuse
    configure: Callable[[Untrusted], bool]
    start: Callable[[Untrusted, Action], bool]
    load: Callable[[], Untrusted]
    deliver: Callable[[Call], bool]
    release: Action
    bound: Action
    stop: Action
    consent: Consent


class Way(Protocol):
    """The way out of a destination that asks for consent: ``destination/consenting.py``."""

    def require(self) -> None:
        """Have the script fetched, and the tracker know that it may not do anything."""

    def is_live(self) -> bool:
        """Tell whether the tracker is there, which hears first what it has to be told."""

    def is_told(self) -> bool:
        """Tell whether the tracker has heard all that it has to be told."""

    def begin(self, is_asked: bool) -> bool:
        """Set the tracker up, once; tell whether that was now. The visitor may still be asked."""

    def say(self, commands: list[Command], before: Callable[[], bool]) -> None:
        """Tell the tracker how things stand, if it has been set up, after doing what is before,
        which tells whether they still do."""

    def release(self) -> bool:
        """Let go what has waited, once the tracker knows that it may; tell whether it does."""

    def drop(self, is_over: bool) -> None:
        """Let what has waited know that it is never sent; a refusal may be over."""


class Consent(Protocol):
    """What a visitor allows: ``destination/consent.py``."""

    def give(self, options: Untrusted) -> None:
        """Consent for this page."""

    def remember(self, hours: Untrusted) -> None:
        """Consent that is remembered."""

    def withdraw(self) -> None:
        """Take consent back."""

    def set(self, word: Untrusted) -> None:
        """Take an answer as a word: given, refused, pending."""

    def state(self) -> str:
        """Return how things stand."""

    def look(self) -> None:
        """Follow what has changed outside."""

    def may_send(self) -> bool:
        """Tell whether calls leave now."""

    def number(self, event: FullEvent) -> int:
        """Return the number of the answer in force for a call that is made now."""

    def is_refused(self, answer: int) -> bool:
        """Tell whether a call with this number may never leave."""


class ConsentMethods(TypedDict):
    """What a page can say of consent."""

    give: Guarded
    remember: Guarded
    withdraw: Guarded
    set: Guarded
    state: Guarded
