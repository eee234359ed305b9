"""What does not run in WebKit, and why: `make webkit`.

A test that asks the driver for what it has not is skipped by ``tests/support/webkit`` itself.
"""

from __future__ import annotations

MEMORY = "the memory is cleaned up over Chromium's own protocol"
TAB = "GNOME's window opens a tab of which its driver knows nothing"
WAYS = "WebKit does not tell a page where it goes, and the window shows an error for mail"
TIMERS = "the driver sets timers in the page, which are counted there"
POLICY = "what the harness puts into a page is against the page's policy"
SHAPE = "the driver finds no place to click in a link of SVG"
KEPT = "WebKit tells a page that it keeps for the way back nothing of what is stored meanwhile"
ANY = "WebKit itself follows a link for any event that is called so"
MIDDLE = "the driver clicks in the middle of an element"
ANEW = "to open an address again is to load it anew, with all that it fetches"

WHY_NOT = {
    f"tests/browser/{test}": why
    for test, why in {
        "explain/test_explain.py::test_nothing_of_the_page_is_kept": MEMORY,
        "links/test_links.py::test_a_click_of_another_button": TAB,
        "links/test_links.py::test_a_click_that_is_no_mouse_s[new Event": ANY,
        "links/test_links.py::test_a_map_of_the_server_s": MIDDLE,
        "links/test_links.py::test_an_address_without_its_namespace": SHAPE,
        "links/test_links.py::test_a_key_for_another_window[Control": TAB,
        "links/test_links.py::test_what_is_no_other_page": WAYS,
        "own_queue/test_own_queue.py::test_the_page_is_left_alone_meanwhile": TIMERS,
        "page_cache/test_page_cache.py::test_answers_that_are_over": KEPT,
        "page_cache/test_page_cache.py::test_a_no_whose_cookies_are_deleted": KEPT,
        "policies/test_policies.py::test_policy[": POLICY,
        "policies/test_policies.py::test_violations_would_be_seen": POLICY,
        "policies/test_policies.py::test_the_nonce_of_our_own_element": POLICY,
        "policies/test_policies.py::test_policies_of_the_docs": POLICY,
        "settings_document/test_settings_document.py::test_it_is_cached_for_its_lifetime": ANEW,
    }.items()
}
"""The beginning of a test's id -> the reason."""
