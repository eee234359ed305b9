"""The package's types, as applications in strict TypeScript meet them, beside the hosts' own."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from npm.manifest import scripts
from tests.packages.conftest import TOP

TSC = "node_modules/.bin/tsc"
OLD_TSC = "node_modules/@arethetypeswrong/core/node_modules/typescript/bin/tsc"
"""The last that knows `node10`; attw brings it."""

OPTIONS = ["--strict", "--noEmit", "--skipLibCheck", "--target", "es2021", "--lib", "es2021,dom"]
MODULE = ["--module", "esnext", "--moduleResolution", "bundler", "--types", ""]
STRICTER = ["--skipLibCheck", "false"]
"""Our declarations are looked at, too: an application may."""

HOSTS = """\
import { AnalyticsBrowser } from '@segment/analytics-next'
import { RudderAnalytics } from '@rudderstack/analytics-js'
import Analytics from 'analytics'
import { load, type Context, type Plugin } from 'paqbridge'
import { analytics as again, type Message } from 'paqbridge/analytics'
import { Piwik as Lean } from 'paqbridge/classic'
import { Piwik } from 'paqbridge/classic.full'
import { createDestination, type Destination } from 'paqbridge/core'
import { piwik as getanalytics } from 'paqbridge/getanalytics'
import { piwik as rudderstack } from 'paqbridge/rudderstack'
import { piwik } from 'paqbridge/segment'
import { record, standIn, type Command } from 'paqbridge/testing'

const settings = { siteId: 1, serverUrl: 'https://matomo.example.org' }
AnalyticsBrowser.load({
  writeKey: 'YOUR_WRITE_KEY',
  cdnSettings: { integrations: { 'Segment.io': { apiKey: '' } }, metrics: { sampleRate: 0 } },
  plugins: [piwik(settings)],
}, { integrations: { 'Segment.io': false, Piwik: { customVars: {} } } })
new RudderAnalytics().addCustomIntegration('matomo', rudderstack(settings))
Analytics({ app: 'shop', plugins: [getanalytics(settings)] }).page()
export const context: Promise<Context> = load(settings).track('Paid')
export const id = again.load({ siteId: 'abc', url: '//m.example' }).user().id()
export const see = (message: Message, plugin: Plugin) => load(settings).register(plugin).then(() => message.event)
load('key', { integrations: { Piwik: settings, 'Segment.io': false } })
load({ settingsUrl: '/settings.json', goals: { Paid: 1 } })
export const all: Destination[] = [createDestination({ ...settings, ecommerce: true, consent: 'load' })]
export const integrations = [new Lean(settings), new Piwik({ ...settings, dimensions: { 'traits.plan': 1 } })]
export const paid: Promise<Command> = record().waitFor('trackGoal')
standIn(settings).analytics.track('Paid')
"""
WRONG = {
    "a misspelt setting": "load({ siteId: 1, serverUrl: 'x', serverurl: 'y' })",
    "a mistyped one": "load({ siteId: 1, serverUrl: 1 })",
    "no server": "load({ siteId: 1 })",
    "no server for Segment": "piwik({ siteId: 1 })",
    "a misspelt one beside a document": "load({ settingsUrl: '/settings.json', goal: {} })",
    "a misspelt one beside a key": "load('k', { integrations: { Matomo: { ...settings, goal: {} } } })",
    "a misspelt one of initialize": "again.init({ Piwik: { ...settings, goal: {} } })",
    "no server for the classic host": "new Piwik({ siteId: 1 })",
    "one of the standalone for an adapter": "piwik({ ...settings, settingsUrl: '/settings.json' })",
    "a misspelt one for Segment": "piwik({ ...settings, goal: {} })",
    "a mistyped one for RudderStack": "rudderstack({ siteId: true, serverUrl: 'x' })",
    "no site for getanalytics": "getanalytics({ serverUrl: 'x' })",
    "a misspelt one for core": "createDestination({ siteId: 1, url: 'x', ecommerse: true })",
    "a misspelt one for the classic host": "new Piwik({ ...settings, ecommerse: true })",
    "a full one for the lean build": "new Lean({ siteId: 1, serverUrl: 'x', ecommerce: true })",
    "a global that nobody declared": "window.analytics.page()",
}


def complaints(folder: Path, *options: str, tsc: str = TSC, **files: str) -> str:
    """Return what TypeScript says of files."""
    for name, text in files.items():
        (folder / f"{name}.ts").write_text(text, encoding="utf-8")
    command = [str(TOP / tsc), *OPTIONS, *options, *(f"{name}.ts" for name in files)]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True)
    return done.stdout + done.stderr


def test_hosts(application: Path) -> None:
    """What the docs tell to write compiles against the hosts' own types; each mistake does not."""
    lines = [f"// @ts-expect-error {why}\n{code}\n" for why, code in WRONG.items()]
    assert complaints(application, *MODULE, hosts=HOSTS + "".join(lines)) == ""


def test_a_global_for_who_wants_it(application: Path) -> None:
    """The entry `global` declares the full build's methods on the window."""
    text = "import 'paqbridge/global'\nwindow.analytics.trackLink(null, 'Clicked')\n"
    assert complaints(application, *MODULE, wanted=text) == ""


def test_a_global_of_both_forms(project: Path) -> None:
    """Where one file of a project is a module and another is for `require`, it is one global."""
    text = "import 'paqbridge/global'\nwindow.analytics.page()\n"
    for name in ("module.mts", "required.cts"):
        (project / name).write_text(text, "utf-8")
    options = ["--module", "node16", "--types", "", "module.mts", "required.cts"]
    assert complaints(project, *options, *STRICTER, other=text) == ""


def test_on_a_server(project: Path) -> None:
    """A project without the types of a browser may import what stands in a page."""
    text = "import { load } from 'paqbridge'\nload({ siteId: 1, serverUrl: 'x' }).page()\n"
    options = ["--module", "node16", "--types", "", "--lib", "es2021"]
    assert complaints(project, *options, served=text) == ""


RESOLUTIONS = {
    "node16": (TSC, "--module", "node16", "--types", ""),
    "node10": (OLD_TSC, "--module", "commonjs", "--moduleResolution", "node10"),
}


@pytest.mark.parametrize("rules", RESOLUTIONS)
def test_other_resolutions(project: Path, rules: str) -> None:
    """Types are found by Node's rules, and by those of old tools, which know no `exports`."""
    tsc, *options = RESOLUTIONS[rules]
    names = ["", "/segment", "/classic.full", "/core", "/testing"]
    text = "".join(f"import * as it{n} from 'paqbridge{name}'\n" for n, name in enumerate(names))
    text += "it0.load({ siteId: 1, url: 'x' })\n// @ts-expect-error\nit1.piwik({})\n"
    assert complaints(project, *options, *STRICTER, tsc=tsc, **{f"as_{rules}": text}) == ""


@pytest.mark.parametrize(
    "tool",
    [["publint", "run", "--strict"], ["attw", "--no-color", "--exclude-entrypoints", *scripts()]],
)
def test_published_well(tarball: Path, tool: list[str]) -> None:
    """The field's own checks of a package find nothing. Scripts have no types: a page loads them."""
    command = [str(TOP / "node_modules/.bin" / tool[0]), *tool[1:]]
    command.insert(1 if tool[0] == "attw" else 2, str(tarball))
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
