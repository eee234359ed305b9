from __future__ import annotations

import pytest

from demo.matomo_double.wire import Arrival, arrival, bulk_requests, parameters_of


@pytest.mark.parametrize(
    ("query", "parameters"),
    [
        ("idsite=1&rec=1", {"idsite": "1", "rec": "1"}),
        ("?idsite=1", {"idsite": "1"}),
        ("e_a=Logged%20In&e_c=a+b", {"e_a": "Logged In", "e_c": "a b"}),
        ("e_n=&e_a=x", {"e_n": "", "e_a": "x"}),
        ("revenue=1&revenue=2", {"revenue": "2"}),
        ("action_name=%E2%9C%93", {"action_name": "✓"}),
        ("e_a=%FF", {"e_a": "\ufffd"}),
        ("", {}),
    ],
)
def test_a_query_is_decoded_as_php_does(query: str, parameters: dict[str, str]) -> None:
    """Blank values stay, the last of equal names wins, broken bytes do not raise."""
    assert parameters_of(query) == parameters


def test_parameters_in_the_url() -> None:
    """A beacon has its parameters in the URL and an empty body."""
    assert arrival("idsite=1", "") == Arrival("url", [{"idsite": "1"}])


def test_parameters_in_the_body() -> None:
    """A long request has its query string in the body."""
    assert arrival("", "idsite=1&rec=1") == Arrival("body", [{"idsite": "1", "rec": "1"}])


def test_the_url_has_the_last_word() -> None:
    """Where URL and body name the same parameter, Matomo takes the URL's."""
    assert arrival("idsite=1", "idsite=2&rec=1").requests == [{"idsite": "1", "rec": "1"}]


def test_a_bulk_holds_many_requests() -> None:
    """A JSON bulk may write each request as a query string or as an object."""
    body = '{"requests": ["?idsite=1&rec=1", {"idsite": 2, "e_a": "x"}, 7]}'
    requests = [{"idsite": "1", "rec": "1"}, {"idsite": "2", "e_a": "x"}, {}]
    assert arrival("", body) == Arrival("bulk", requests)


@pytest.mark.parametrize("body", ["", "idsite=1", "{", '{"requests": 1}', '{"other": []}'])
def test_other_bodies_are_no_bulk(body: str) -> None:
    """Only a JSON object with a list of requests counts as a bulk."""
    assert bulk_requests(body) is None


def test_nothing_at_all() -> None:
    """A request without parameters holds no tracking request."""
    assert arrival("", "") == Arrival("url", [])
