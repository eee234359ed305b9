"""How long the page took: what is told, with which request, and how often."""

from __future__ import annotations

from typing import Any

import pytest

from tests.unit.tracker.speaking import Speaker

MARKS: dict[str, float] = {
    "fetchStart": 1000,
    "connectEnd": 1010,
    "requestStart": 1011,
    "responseStart": 1031,
    "responseEnd": 1061,
    "domLoading": 1062,
    "domInteractive": 1102,
    "domComplete": 1152.4,
    "loadEventStart": 1153,
    "loadEventEnd": 1213.5,
}
TIMES = {
    "pf_net": "10",
    "pf_srv": "20",
    "pf_tfr": "30",
    "pf_dm1": "40",
    "pf_dm2": "50",
    "pf_onl": "61",
}
EARLY = {name: TIMES[name] for name in ("pf_net", "pf_srv", "pf_tfr", "pf_dm1")}
LOADING = {**MARKS, "domComplete": 0, "loadEventStart": 0, "loadEventEnd": 0}
VIEW, EVENT = ["trackPageView"], ["trackEvent", "C", "A"]


def times(speaker: Speaker) -> list[dict[str, str]]:
    """Return the timings of each request."""
    assert {one["_refts"] for one in speaker.requests()} == {"0"}
    return [
        {name: value for name, value in one.items() if name[:3] == "pf_"}
        for one in speaker.requests()
    ]


def seen(marks: Any, *commands: list[Any]) -> list[dict[str, str]]:
    """Return the timings of each request of a page with these marks."""
    speaker = Speaker()
    speaker.facts["timings"] = marks
    for command in commands:
        speaker.say(*command)
    return times(speaker)


def test_after_the_page_has_loaded() -> None:
    """All of it goes once, with the first request that belongs to a page view."""
    assert seen(MARKS, VIEW, EVENT, VIEW) == [TIMES, {}, {}]
    assert seen(MARKS, EVENT, VIEW) == [{}, TIMES]
    assert seen(None, VIEW, EVENT) == [{}, {}]
    assert seen(MARKS, ["disablePerformanceTracking"], VIEW) == [{}]


def test_while_the_page_loads() -> None:
    """A page view says what there is, each time; an event nothing; all goes with the next one."""
    speaker = Speaker()
    speaker.facts["timings"] = LOADING
    for command in (VIEW, EVENT, VIEW):
        speaker.say(*command)
    assert times(speaker) == [EARLY, {}, EARLY]
    speaker.facts["timings"] = MARKS
    speaker.say(*EVENT)
    speaker.say(*VIEW)
    assert times(speaker)[3:] == [TIMES, {}]
    assert speaker.queries()[0].find("&pf_net=") > speaker.queries()[0].find("&pv_id=")
    assert speaker.queries()[3].find("&pf_net=") < speaker.queries()[3].find("&pv_id=")


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({"connectEnd": 1000}, {**TIMES, "pf_net": "0"}),
        ({"connectEnd": 1001}, {**TIMES, "pf_net": "1"}),
        ({"fetchStart": 0}, {name: TIMES[name] for name in TIMES if name != "pf_net"}),
        ({"connectEnd": 0}, {name: TIMES[name] for name in TIMES if name != "pf_net"}),
        ({"fetchStart": 1, "connectEnd": 3}, {**TIMES, "pf_net": "2"}),
        ({"fetchStart": 1, "connectEnd": 1}, {**TIMES, "pf_net": "0"}),
        ({"connectEnd": 999}, {}),
        ({"domInteractive": 1061}, {}),
        ({"loadEventStart": 1, "loadEventEnd": 1}, {**TIMES, "pf_onl": "0"}),
    ],
)
def test_marks(changed: dict[str, float], expected: dict[str, str]) -> None:
    """What has no mark is not told; where a span is negative, none is right."""
    assert seen({**MARKS, **changed}, VIEW, VIEW) == [expected, {}]


GIVEN = ["setPagePerformanceTiming", 1, 0, None, "4"]
TOLD = {"pf_net": "1", "pf_srv": "0", "pf_dm1": "4"}


def test_measurements_of_the_page() -> None:
    """They come in the place of ours, and need not wait for the page."""
    assert seen(MARKS, GIVEN, VIEW, EVENT) == [TOLD, {}]
    assert seen(LOADING, GIVEN, VIEW, EVENT) == [TOLD, {}]
    assert seen(MARKS, ["setPagePerformanceTiming"], VIEW) == [TIMES]


def test_measurements_of_a_route() -> None:
    """Those that come later are told as well, with the next request."""
    given = ["setPagePerformanceTiming", None, None, None, None, 5, 6]
    expected = [TIMES, {"pf_dm2": "5", "pf_onl": "6"}, {}, TOLD]
    assert seen(MARKS, VIEW, given, VIEW, EVENT, GIVEN, EVENT) == expected
    assert seen(MARKS, VIEW, ["setPagePerformanceTiming"], VIEW) == [TIMES, {}]


def test_no_measurements() -> None:
    """None is told of a page that does not want that, in whichever order it says so."""
    off = ["disablePerformanceTracking"]
    assert seen(MARKS, off, GIVEN, VIEW) == [{}]
    assert seen(MARKS, GIVEN, off, VIEW, GIVEN, VIEW) == [{}, {}]
