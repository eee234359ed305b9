"""Content security policies and Trusted Types: nothing of ours violates them."""

from __future__ import annotations

import pytest

from tests.support.policies import POLICIES, VIOLATIONS, own_snippet
from tests.support.storefront import Shop


@pytest.mark.parametrize("name", POLICIES)
def test_policy(name: str, shop: Shop) -> None:
    """Under each policy the tracker loads, an event arrives, and no violation is reported."""
    shop.policy = POLICIES[name]
    shop.page.add_init_script(VIOLATIONS)
    page = shop.open(own_snippet())
    # No wait_for_function here: it evaluates text, which these policies forbid.
    page.wait_for_selector("#settled", state="attached")
    (sent,) = page.evaluate("sent")
    assert "e_a=seen" in sent
    assert page.evaluate("violations") == []


def test_violations_would_be_seen(shop: Shop) -> None:
    """A script that the policy forbids is reported."""
    shop.page.expected.append("console error")  # type: ignore[attr-defined]
    shop.policy = POLICIES["nonce, strict-dynamic"]
    shop.page.add_init_script(VIOLATIONS)
    page = shop.open("<script>1</script>")
    page.wait_for_selector("#violated", state="attached")


def test_trusted_types_policy_refused(shop: Shop) -> None:
    """Where the page allows no policy of ours: one warning, no error, and ready settles."""
    shop.page.expected.extend(["violates the following", "paqbridge: "])  # type: ignore[attr-defined]
    shop.policy = "require-trusted-types-for 'script'; trusted-types other"
    with shop.page.expect_console_message(lambda message: "paqbridge: " in message.text):
        page = shop.open(own_snippet("timeout: 50, "))
    page.wait_for_selector("#settled", state="attached")
    ours = [m for m in page.messages if "paqbridge: " in m]  # type: ignore[attr-defined]
    assert len(ours) == 1
    assert shop.asked == []
