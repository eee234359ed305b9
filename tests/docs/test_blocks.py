"""Each code block of the docs is of a kind that a test runs or checks."""

from __future__ import annotations

import json
import re
import shlex
from collections import Counter
from pathlib import Path

import pytest

from paqbridge.web.command_line import VERBS as COMMANDS
from tests.docs.pages import BLOCKS, PAGES, TOP, Block, named, spans_of

KINDS = {
    ("html", "example"),
    ("js", "example"),
    ("json", "commands"),
    ("json", "document"),
    ("json", "explained"),
    ("json", "hits"),
    ("python", "compiled"),
    ("js", "emitted"),
    ("js", "recipe"),
    ("python", "refused"),
    ("text", "complaint"),
    ("sh", ""),
    ("json", ""),
    ("text", ""),
    ("text", "policy"),
    ("js", "find"),
    ("js", "put"),
    ("js", "calls"),
    ("json", "arrives"),
    ("python", "app"),
    ("html", "app"),
    ("python", "django"),
    ("html", "django"),
    ("sh", "console"),
    ("python", "program"),
    ("text", "printed"),
    ("text", "said"),
    ("bash", "proxy"),
    ("python", "proxy"),
    ("ts", "typed"),
    ("js", "tested"),
    ("tsx", "install"),
    ("ts", "install"),
    ("html", "install"),
    ("js", "install"),
}
"""Language and kind; ``test_examples.py`` and ``test_compiler.py`` run those that have a kind, and
``tests/hosts/consent`` the recipes;
``tests/browser/policies`` keeps the policies, ``test_from_segment.py`` finds, puts and calls;
``tests/wheel`` serves the apps, and runs what is typed into a console;
``tests/packages/npm`` compiles what is typed, and runs what is tested;
``tests/apps`` and ``tests/browser/inserted`` run what is to install;
``tests/first_party`` runs what is a proxy, ``test_programs.py`` programs of Python,
``test_verify.py`` builds what ``verify`` says."""

PROGRAMS = {"make", "read", "export", ".venv/bin/python", "pip", "python"}
VERBS = set(re.findall(r"^([a-z-]+):", (TOP / "Makefile").read_text("utf-8"), re.MULTILINE))
SHELL = [block for block in BLOCKS if (block.language, block.kind) == ("sh", "")]
READERS = [*TOP.glob("tests/**/*.py"), *TOP.glob("build/**/*.py")]


def known_variables() -> str:
    """Return the text of everything that reads an environment variable."""
    return "\n".join(path.read_text("utf-8") for path in READERS)


def wrong_words(line: str, variables: str) -> list[str]:
    """Return what a shell line asks for and is not there."""
    words = shlex.split(line, comments=True)
    given = [word.partition("=")[0] for word in words if re.match(r"[A-Z_]+=", word)]
    wrong = [name for name in given if name != "ARGS" and f'"{name}"' not in variables]
    rest = [word for word in words if "=" not in word]
    program, *arguments = rest or ["make"]
    if program not in PROGRAMS:
        return [*wrong, program]
    if program == "make":
        return [*wrong, *(verb for verb in arguments if verb not in VERBS)]
    if arguments[:2] == ["-m", "paqbridge"]:
        return [*wrong, *(verb for verb in arguments[2:3] if verb not in COMMANDS)]
    if program == ".venv/bin/python" and "-m" in arguments:
        return [*wrong, *(name for name in arguments[1:2] if not (TOP / name).exists())]
    return wrong


def test_each_block_is_of_a_known_kind() -> None:
    """A block without a test of its kind would be an example that nobody has run."""
    unknown = [one for one in BLOCKS if (one.language, one.kind) not in KINDS]
    assert unknown == []
    assert len(BLOCKS) >= 30


def test_examples_come_in_pairs() -> None:
    """An example without what it leads to would prove nothing, and a name twice would hide one."""
    assert named("example").keys() == (
        named("commands").keys() | named("explained").keys() | named("hits").keys()
    )
    assert named("compiled").keys() == named("emitted").keys()
    assert named("program").keys() == named("printed").keys()
    assert named("refused").keys() == named("complaint").keys()
    twice = Counter((one.kind, one.name) for one in BLOCKS if one.kind)
    assert [pair for pair, count in twice.items() if count > 1] == []


@pytest.mark.parametrize("block", SHELL, ids=[f"{one.page}-{i}" for i, one in enumerate(SHELL)])
def test_shell(block: Block) -> None:
    """The verbs, programs and variables of shell lines are there."""
    variables = known_variables()
    commands = [part for line in block.code.splitlines() for part in line.split("&&")]
    assert [wrong for one in commands for wrong in wrong_words(one, variables)] == []


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_verbs(path: Path) -> None:
    """`make` in the text is followed by a verb of the Makefile."""
    made = [span.split()[1:2] for span in spans_of(path) if span.startswith("make ")]
    assert [verb for verbs in made for verb in verbs if verb not in VERBS] == []


def test_data() -> None:
    """JSON that stands for itself can be parsed."""
    for block in BLOCKS:
        if block.language == "json":
            json.loads("[" + block.code + "]")
