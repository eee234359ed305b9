"""Consent platforms with the recipes of the docs, in every mode: what leaves, what is stored.

Each story is played beside a model of a few lines. The first three platforms are the real packages;
the others stand in for a public interface.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.docs.pages import named
from tests.hosts.host import PAGE, Host
from tests.support.consent import ASKING, from_all_tabs
from tests.support.opt_in import CONSENT_MATRIX
from tests.support.visit import Visit

HERE = Path(__file__).parent / "platforms"
TOP = Path(__file__).parents[3]
RECIPES = {name: block.code for name, block in named("recipe").items()}
REAL = {
    "vanilla": "vanilla-cookieconsent/dist/cookieconsent.umd.js",
    "klaro": "klaro/dist/klaro-no-css.js",
    "klaro_watch": "klaro/dist/klaro-no-css.js",
    "tarteaucitron": "tarteaucitronjs/tarteaucitron.js",
}
FAKES = (
    "onetrust", "cookiebot", "cookieyes", "usercentrics", "usercentrics3", "didomi", "gtag", "tcf",
    "iubenda", "axeptio", "orejime", "wordpress",
)  # fmt: skip
BUNDLE = '<script src="/dist/analytics.full.min.js"></script>'

OURS = r"/^(_pk_|mtm_|paqbridge)/"
SEEN = f"""() => [
  matomo.consent.state(),
  [...document.cookie.split('; ').map((one) => one.split('=')[0]), ...Object.keys(localStorage)]
    .filter((name) => {OURS}.test(name)).map((name) => name.split('.')[0]),
]"""
REFUSALS = {"mtm_consent_removed", "paqbridge_consent"}

STORIES = {
    "leaves before choosing": ["open", "open", "call", "yes", "call"],
    "takes it back": ["open", "yes", "call", "no", "call"],
    "changes both ways": ["open", "no", "call", "yes", "call", "no", "call", "yes", "call"],
    "accepts and goes on": ["open", "yes", "open", "call"],
    "refuses and goes on": ["open", "no", "open", "call", "yes", "call"],
}
"""What visitors do: each step is looked at, so that the beginning of a story is one as well."""

SHORT = ("changes both ways",)
"""What every run plays; the own answers of a page are in tests/browser/consent, in every mode."""

HOSTS = ("standalone", "segment", "getanalytics")
MATRIX = [(h, name, mode) for h in HOSTS for name in ("none", *REAL, *FAKES) for mode in ASKING]

PAIR = ("none", "vanilla")
"""What is played in adapters, too."""


def is_played(host: str, platform: str, mode: str) -> bool:
    """Tell what every run plays: each platform, each mode and each host, but not all together."""
    if CONSENT_MATRIX:
        return True
    if host == "standalone":
        return mode == "tracking" and platform != "none"
    return mode == "tracking" and platform in PAIR


PLAYED = [one for one in MATRIX if is_played(*one)]


class Model:
    """What is to be seen of one visitor, in words of the contract."""

    def __init__(self, mode: str) -> None:
        self.mode = mode
        self.status = "pending"
        self.choice: str | None = None
        self.held: list[str] = []
        self.sent: list[str] = []
        self.has_consented = False

    def sends(self) -> bool:
        """Tell whether calls leave."""
        return self.mode == "cookies" or self.status == "given"

    def open(self, answers: bool) -> None:
        """Open a page: what is held is lost with the page before; a refusal is known at once."""
        self.held = []
        is_marked = self.status == "refused"
        self.status = "refused" if is_marked else "pending"
        self.answers = answers

    def answered(self) -> None:
        """Let the platform say what it has stored."""
        if self.answers and self.choice:
            self.choose(self.choice)

    def choose(self, choice: str) -> None:
        """Choose."""
        self.choice = choice
        self.status = "given" if choice == "yes" else "refused"
        self.has_consented = self.has_consented or choice == "yes"
        self.sent += self.held if self.sends() else []
        self.held = []

    def call(self, label: str) -> None:
        """Make a call."""
        if self.sends():
            self.sent.append(label)
        elif self.status == "pending":
            self.held.append(label)


def page_of(platform: str, host: str) -> str:
    """The page of a shop: host, platform, recipe."""
    driver = f'<script src="/platform/{platform}.js"></script>'
    code = RECIPES.get(platform, "").replace("analytics.consent", "matomo.consent")
    recipe = f"<script>{code}</script>"
    stored = '<script src="/platform/stored.js"></script>'
    scripts = {
        "none": [driver],
        "vanilla": ['<script src="/npm.js"></script>', driver, recipe],
        "klaro_watch": [driver, '<script src="/npm.js"></script>', recipe],
        "klaro": [recipe, driver, '<script defer src="/npm.js"></script>'],
        "tarteaucitron": ['<script src="/tac/tarteaucitron.js"></script>', driver, recipe],
    }
    if platform in ("tcf", "iubenda", "wordpress"):
        scripts[platform] = [stored, driver, recipe]
    start = "<script>host.start({ consent: MODE }); host.track(LABEL)</script>"
    before = [BUNDLE if host == "standalone" else "", PAGE, start]
    return "".join([*before, *scripts.get(platform, [stored, recipe, driver])])


def put_platform(host: Visit, platform: str) -> None:
    """Put the files of a platform on a site."""
    files = host.site.files
    files["empty.html"] = "<!doctype html><title>Empty</title>"
    for file in HERE.glob("*.js"):
        files[f"platform/{file.name}"] = file.read_text("utf-8")
    if platform in REAL:
        files["npm.js"] = (TOP / "node_modules" / REAL[platform]).read_text("utf-8")
    if platform == "tarteaucitron":
        folder = TOP / "node_modules/tarteaucitronjs"
        for file in folder.rglob("*.js"):
            files[f"tac/{file.relative_to(folder).as_posix()}"] = file.read_text("utf-8")


@pytest.mark.parametrize(("host", "platform", "mode"), PLAYED, indirect=["host"])
def test_stories(host: Host, platform: str, mode: str, request: pytest.FixtureRequest) -> None:
    """After each step: the calls that have left, cookies and storage, and how things stand."""
    put_platform(host, platform)
    body = page_of(platform, request.node.callspec.params["host"]).replace("MODE", f"'{mode}'")
    sent: list[str] = []
    for story in STORIES if CONSENT_MATRIX else SHORT:
        steps = STORIES[story]
        model = Model(mode)
        host.open("empty.html")
        host.context.clear_cookies()
        host.run("localStorage.clear()")
        asked = len(host.asked)
        for number, step in enumerate(steps):
            label = f"{story} {number}"
            if step == "open":
                # Matomo's own file loses what waits for its pace when a page is left.
                from_all_tabs(host, len(sent) + len(model.sent))
                model.open(platform != "none")
                model.call(label)
                host.write(body.replace("LABEL", f"'{label}'"))
                host.wait("isReady()")
                model.answered()
            elif step == "call":
                host.run(f"(host.track('{label}'), 0)")
                model.call(label)
            else:
                host.run(f"(choose({'true' if step == 'yes' else 'false'}), 0)")
                model.choose(step)
            host.wait(f"matomo.consent.state() === '{model.status}'")
            if model.sends():
                # Who leaves before the script is there has not been counted.
                host.wait("window._paq && !Array.isArray(_paq)")
            check(host, model, (story, number), asked)
        sent += model.sent
        from_all_tabs(host, len(sent))
    assert sorted(from_all_tabs(host, len(sent))) == sorted(sent)


def check(host: Host, model: Model, at: object, asked: int) -> None:
    """Compare what is stored, and what was fetched before any consent, with the model."""
    status, stored = host.run(SEEN)
    found = set(stored)
    marks = {"paqbridge_consent"} if model.mode == "cookies" else {"mtm_consent_removed"}
    assert (at, status) == (at, model.status)
    if model.status == "refused":
        assert (at, found) == (at, marks)
    elif not model.has_consented:
        assert (at, found) == (at, set())
    else:
        assert (at, found & REFUSALS) == (at, set())
    if model.mode == "load" and not model.has_consented:
        assert (at, host.asked[asked:]) == (at, [])
