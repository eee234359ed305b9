"""What does not run in Firefox, and why: `make firefox`."""

from __future__ import annotations

NO_TEXT = "of an error that is shown beside a text, Playwright's Firefox gives the kind alone"

WHY_NOT = {
    "tests/browser/explain/test_explain.py::test_nothing_of_the_page_is_kept": "the memory is "
    "cleaned up over Chromium's own protocol",
    "tests/browser/page_cache/": "it starts a Chromium with the page cache that is told of there",
    "tests/browser/links/test_links.py::test_a_meta_key": "Firefox opens another tab",
    "tests/browser/links/test_links.py::test_what_is_no_other_page[mailto": "Firefox hands mail to "
    "another program without an event of the page's navigation",
    "tests/browser/links/test_forms.py::test_an_event_of_a_script": "Firefox submits at such an "
    "event, on a page without us too",
    "tests/browser/ready/test_ready.py::test_a_ready_callback_that_throws": NO_TEXT,
    "tests/tracker/own/test_leaving.py::test_a_frame_without_an_address": "it has no referrer "
    "there",
    "tests/tracker/own/test_network.py::test_a_page_that_dies": "it is killed by an address of "
    "Chromium's own",
    "tests/browser/whole/test_throwing.py::test_each_place": NO_TEXT,
    "tests/browser/caught/": "Chromium's own protocol says what is thrown",
}
"""The beginning of a test's id -> the reason."""
