"""The server of whole pages: what it counts, and for which visit."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from bench.whole.shop import Shop

HIT = "action_name=Shop"
BULK = '{"requests": ["?e_n=1", "?e_n=2"], "send_image": 0}'


@pytest.fixture
def shop() -> Shop:
    """A shop with one page and its script."""
    shop = Shop()
    shop.put("lean.html", "<p>Shop</p>" * 100)
    shop.put("a.js", "1")
    return shop


@pytest.fixture
def client(shop: Shop) -> Iterator[FlaskClient]:
    """Whoever visits."""
    with shop.app.test_client() as client:
        yield client


def test_a_bulk_counts_as_its_hits(shop: Shop, client: FlaskClient) -> None:
    """In their order, behind what came before."""
    at = shop.begin("lean")
    client.post(f"{at}matomo.php?{HIT}")
    client.post(f"{at}matomo.php", data=BULK)
    assert shop.of(at).hits == [{"action_name": "Shop"}, {"e_n": "1"}, {"e_n": "2"}]


def test_a_late_hit_counts_for_its_own_visit(shop: Shop, client: FlaskClient) -> None:
    """Not for the visit that has begun since."""
    first, second = shop.begin("lean"), shop.begin("lean")
    client.get(f"{second}matomo.php?{HIT}")
    client.get(f"{first}matomo.php?e_n=1")
    assert [len(shop.of(at).hits) for at in (first, second)] == [1, 1]
    assert shop.wait(shop.of(first), 1, 0)
    assert not shop.wait(shop.of(first), 2, 0)


def test_bytes_end_with_the_first_hit(shop: Shop, client: FlaskClient) -> None:
    """They are those that are sent, compressed; what is fetched after the hit does not count."""
    at = shop.begin("lean")
    answers: list[TestResponse] = [client.get(at), client.get(f"{at}a.js")]
    client.get(f"{at}matomo.php?{HIT}")
    client.get(f"{at}a.js")
    visited = shop.of(at)
    assert visited.requests == 2
    assert visited.bytes == sum(len(answer.data) for answer in answers) < 200
    assert visited.first_hit > visited.began > 0
