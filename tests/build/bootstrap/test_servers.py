"""Which web servers are installed for the first-party tests, and where that is not ours to do."""

from __future__ import annotations

import pytest

from bootstrap.servers import PACKAGES, commands, missing


def test_missing() -> None:
    """The packages of those programs that are not there."""
    assert missing(lambda program: None) == list(PACKAGES.values())
    assert missing(lambda program: "/usr/sbin/nginx" if program == "nginx" else None) == [
        "caddy",
        "apache2",
    ]


def test_install() -> None:
    """As root on Debian the missing ones are installed, and none is started."""
    update, install = commands(["caddy"], "debian", 0)
    assert (update[0][-1], install[0][-1]) == ("update", "caddy")
    assert "RUNLEVEL=1" in install[0]


@pytest.mark.parametrize(
    ("packages", "system", "uid"),
    [
        (["caddy"], "fedora", 0),
        (["caddy"], "", None),
        (["caddy"], "debian", 1000),
        ([], "debian", 0),
    ],
)
def test_nothing_to_do(packages: list[str], system: str, uid: int | None) -> None:
    """Elsewhere, for others than root, and where all are there, nothing is installed."""
    assert commands(packages, system, uid) == []
