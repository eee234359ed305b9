"""What can be found: one row a code, and findings, which say it of a page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from paqbridge.web.verify.facts import Facts

Severity: TypeAlias = Literal["fault", "note"]
"""A fault makes the exit status 1; a note is good to know."""


@dataclass(frozen=True)
class Code:
    """One thing that can be found, how bad it is, and what to do."""

    severity: Severity
    about: str
    advice: str


@dataclass(frozen=True)
class Finding:
    """What was found on a page: a code of the table, and a sentence with what was seen."""

    code: str
    said: str

    @property
    def severity(self) -> Severity:
        """How bad it is."""
        return CODES[self.code].severity

    @property
    def advice(self) -> str:
        """What to do."""
        return CODES[self.code].advice


Rule: TypeAlias = Callable[[Facts], Iterator[Finding]]
"""From facts to findings; pure."""

CODES: dict[str, Code] = {
    "page-status": Code(
        "fault", "the page itself answers with an error", "Look at the address in a browser."
    ),
    "page-unfinished": Code(
        "note",
        "the page had not come to rest when the time was over",
        "Give it longer with --timeout, or see which request never ends.",
    ),
    "bundle-missing": Code(
        "fault",
        "no script of paqbridge is in the page",
        "Put the snippet and the script element into this page.",
    ),
    "bundle-failed": Code(
        "fault",
        "a script with the name of one of our files does not come",
        "Put the file where the script element looks for it.",
    ),
    "bundle-broken": Code(
        "fault",
        "our script came and did not run",
        "See the browser's console: a wrong integrity attribute, a type that is no script's, a "
        "file that is cut off, or another library under the name analytics.",
    ),
    "bundle-twice": Code(
        "fault",
        "two scripts of ours make window.analytics: which one does is a matter of chance",
        "Leave one of them in the page.",
    ),
    "not-started": Code(
        "fault",
        "our script runs, and nothing has started it",
        "Call analytics.load with settings, or give the plugin to your library.",
    ),
    "setting-required": Code(
        "fault",
        "siteId or serverUrl is missing or wrong, so nothing is sent",
        "Give both: docs/settings.md.",
    ),
    "setting-wrong": Code(
        "fault", "a setting is wrong and takes its default", "Correct it: docs/settings.md."
    ),
    "setting-full": Code(
        "fault",
        "a lean build is given a setting, or a call, that only a full one has",
        "Take the full build, or leave it out.",
    ),
    "warned": Code("note", "our script has warned in the console", "Read the warning."),
    "policy-blocks": Code(
        "fault",
        "the content security policy blocks our script, Matomo's, or the hits",
        "Allow it in the directive that is named: docs/hosts.md, Content security policy.",
    ),
    "policy-reports": Code(
        "note",
        "a policy that only reports would block it",
        "Allow it before the policy is enforced.",
    ),
    "policy-images": Code(
        "note",
        "hits that leave as images would be blocked",
        "Add Matomo's host to img-src: some browsers send no beacons.",
    ),
    "mixed-content": Code(
        "fault",
        "the page has TLS and Matomo's address has none",
        "Write https:// in serverUrl.",
    ),
    "certificate": Code(
        "fault", "Matomo's certificate is not trusted", "Renew it; browsers refuse it as well."
    ),
    "content-blocker": Code(
        "fault",
        "the browser, or something in it, blocks Matomo",
        "Serve script and hits under your own host and other names.",
    ),
    "script-failed": Code(
        "fault", "Matomo's script does not come", "Correct serverUrl, trackerFile or scriptUrl."
    ),
    "script-wrong": Code(
        "fault",
        "something comes in the place of Matomo's script, and it is no tracker",
        "Look at its address in a browser.",
    ),
    "endpoint-failed": Code(
        "fault", "Matomo's endpoint does not take hits", "Correct serverUrl or trackerUrl."
    ),
    "endpoint-redirects": Code(
        "fault",
        "Matomo's endpoint leads elsewhere: hits go twice, and long ones lose what they say",
        "Write the address that it leads to in serverUrl or trackerUrl.",
    ),
    "hit-refused": Code(
        "fault",
        "Matomo refuses hits: as a rule the site id is unknown there",
        "Compare siteId with Matomo's administration, Websites.",
    ),
    "no-hits": Code(
        "fault",
        "all else seems right, and no hit leaves",
        "Call analytics.page(), and see analytics.explain() in the explain build.",
    ),
    "consent-pending": Code(
        "fault",
        "nothing leaves before the visitor answers: right for a visitor, and no proof",
        "Look again with --give-consent to see what follows a yes.",
    ),
    "consent-unheard": Code(
        "fault",
        "the visitor has said yes, and our script has not heard of it",
        "Tell it what the platform is told: docs/consent.md has the recipes.",
    ),
    "script-held": Code(
        "fault",
        "a consent platform keeps the script element from running",
        "Look again with --give-consent, or let the setting consent do the waiting.",
    ),
    "counted-twice": Code(
        "fault",
        "one opening of the page counts as two page views",
        "Remove Matomo's own snippet, or its trackPageView and ours: one of them is enough.",
    ),
    "script-twice": Code(
        "fault",
        "Matomo's script is fetched twice",
        "Remove Matomo's own snippet, or set loadScript to false.",
    ),
    "second-tracker": Code(
        "note",
        "the page sends to another site or another Matomo as well",
        "Nothing, if that is wanted.",
    ),
    "event-not-sent": Code(
        "fault",
        "the test event did not leave",
        "See the other findings, and the settings events and consent.",
    ),
    "event-refused": Code(
        "fault", "Matomo refused the test event", "Compare siteId and the address of Matomo."
    ),
}
"""Code -> what it means. docs/verify.md lists them; codes stay as they are."""
