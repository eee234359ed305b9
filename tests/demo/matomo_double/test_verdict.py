from __future__ import annotations

from demo.matomo_double.verdict import verdict_of
from demo.matomo_double.wire import parameters_of


def test_a_verdict_is_what_people_read() -> None:
    """Status, summary and warnings are passed on, and nothing else that the judge returns."""
    assert verdict_of(parameters_of("idsite=1&e_c=All&e_a=%20")) == {
        "status": 400,
        "summary": "nothing",
        "warnings": ["The event's category or action is blank: Matomo answers 400."],
    }
