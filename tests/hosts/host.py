"""A page of a real host library that has our plugin, as its driver in ``drivers`` puts it there."""

from __future__ import annotations

from typing import Any

import pytest

from tests.support.visit import Visit

PAGE = '<script src="/host.js"></script>'
START = 3
"""So many commands are the start's."""

LIMIT = "new Promise((_, fail) => setTimeout(() => fail(Error('calls that do not settle')), 9000))"


class Host(Visit):
    """A visit to such a page. Its ``host`` has the library's calls: see ``drivers/driver.js``."""

    def begin(self, **settings: Any) -> None:
        """Open the page and start the host with ours, one that hears, and maybe one that throws."""
        self.write(PAGE)
        self.run("(settings) => { host.start(settings) }", settings)

    def do(self, calls: str) -> None:
        """Run statements of JavaScript; wait until every plugin has got the calls in them."""
        self.run(f"Promise.race([{LIMIT}, (async () => {{ {calls}\nawait host.settled() }})()])")

    def commands(self) -> list[list[Any]]:
        """What was pushed after the start."""
        return self.pushed()[START:]

    def names(self) -> list[str]:
        """The same, by name."""
        return [command[0] for command in self.commands()]

    def events(self) -> list[str]:
        """The actions of all events that were pushed."""
        return [command[2] for command in self.pushed() if command[0] == "trackEvent"]

    def told(self) -> list[tuple[str, str | None]]:
        """What arrived, by event, goal or title, and its user."""
        hits = self.hits()
        what = [hit.get("e_a") or hit.get("idgoal") or hit.get("action_name", "") for hit in hits]
        return [(name, hit.get("uid")) for name, hit in zip(what, hits, strict=True)]

    def siblings(self) -> list[str]:
        """What the plugin beside ours has heard, by event or kind of call."""
        heard: list[str] = self.run("siblings")
        return heard


LACKS = {
    "segment": "",
    "rudderstack": "removal",
    "getanalytics": "early groups aliases guards",
    "classic": "early aliases",
    "core": "early memory",
}
"""The drivers, and what is not there: calls before the start, groups, aliases that last, a known
user of an earlier page, a way to take plugins off, a guard around plugins that throw."""


def in_hosts(with_: str = "") -> pytest.MarkDecorator:
    """Run a test in every host that has this."""
    names = [name for name, lacks in LACKS.items() if with_ not in lacks.split()]
    return pytest.mark.parametrize("host", names, indirect=True)
