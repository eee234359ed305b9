"""Whether a destination may start at all, as far as consent goes."""

from __future__ import annotations

from typing import Any

import pytest

from paqbridge.destination.consent_ability import suits_full
from tests.support.fake_page import FakePage

GIVEN = {"consent": "none", "consentWithEvents": [], "matomoVersion": "5", "doNotTrack": False}


@pytest.mark.parametrize(
    ("setting", "version", "is_able"),
    [("none", "3.0", True), ("tracking", "3.4", False), ("tracking", "3.5", True),
     ("load", "3.4", False), ("cookies", "3.13", False), ("cookies", "3.14", True)],
)  # fmt: skip
def test_an_older_tracker(fake: FakePage, setting: Any, version: str, is_able: bool) -> None:
    """A Matomo that would track all the same is not started, with one warning why."""
    said: list[Any] = []
    given: Any = {**GIVEN, "consent": setting, "matomoVersion": version}
    assert suits_full(None, given, lambda *told: said.append(told)) is is_able
    assert said == ([] if is_able else [({"name": "consent"}, "", version)])


@pytest.mark.parametrize(
    ("heeded", "sent", "may_start"),
    [("gpc", True, False), (True, True, False), ("gpc", False, True), ("dnt", True, True),
     (False, True, True)],
)  # fmt: skip
def test_global_privacy_control(fake: FakePage, heeded: Any, sent: bool, may_start: bool) -> None:
    """A visitor's no that is heeded lets nothing start; nothing is wrong with the settings then."""
    fake.navigator.globalPrivacyControl = sent
    said: list[Any] = []
    given: Any = {**GIVEN, "doNotTrack": heeded}
    assert suits_full(None, given, lambda *told: said.append(told)) is may_start
    assert said == []
