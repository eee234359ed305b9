"""Run Transcrypt in this process, with our lowering between its parser and its generator.

Nothing of Transcrypt's own command line is used: it answers most mistakes with one word.
"""

from __future__ import annotations

import ast
import contextlib
import io
import json
import sys
import warnings
from collections.abc import Iterator
from importlib import util
from pathlib import Path
from types import ModuleType
from typing import Any

from language.facts import PACKAGE
from language.modules import module_path, package_root, whole_modules
from lower.module import lower

MAIN = "__entries__"

PACKAGE_JSON = {"type": "module", "sideEffects": [f"./{PACKAGE}.entries.*.js"]}
"""Only entries do something when they load: esbuild drops the runtime, which nobody asks."""


class TranspileError(Exception):
    """Says in which file and line Transcrypt gave up, and why."""


def transpile(root: Path, entries: list[str], target: Path) -> list[Path]:
    """Compile the modules ``entries`` under ``root``, and all they import, into ``target``.

    Returns the emitted files. Each has a source map that leads to its ``.py`` file.
    """
    target.mkdir(parents=True, exist_ok=True)
    with tempfile_main(target.parent, entries) as main, contextlib.redirect_stdout(io.StringIO()):
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            _run(_compiler(), main, root, target)
    (target / "package.json").write_text(json.dumps(PACKAGE_JSON))
    return _adopt_maps(root, target)


@contextlib.contextmanager
def tempfile_main(folder: Path, entries: list[str]) -> Iterator[Path]:
    """Transcrypt compiles one main module: make one that imports every entry."""
    main = folder / f"{MAIN}.py"
    main.write_text("".join(f"import {entry}\n" for entry in entries), encoding="utf-8")
    try:
        yield main
    finally:
        main.unlink()


def _run(compiler: ModuleType, main: Path, root: Path, target: Path) -> None:
    utils = compiler.utils
    _set_options(utils.commandArgs, main, target)
    folders = [main.parent, root, _transcrypt_modules()]
    try:
        compiler.Program([folder.as_posix() for folder in folders], [], _environment(utils))
    except utils.Error as error:
        raise TranspileError(_described(utils, error)) from None


def _set_options(args: Any, main: Path, target: Path) -> None:
    """Set the flags ``-b -n -m -od target``, everything else as Transcrypt's default."""
    argv, sys.argv = sys.argv, ["transcrypt", "-b", "-n", "-m", "-od", str(target), str(main)]
    try:
        args.parse()
    finally:
        sys.argv = argv
    args.source = main.with_suffix("").as_posix()


def _described(utils: ModuleType, error: Exception) -> str:
    """Return ``file:line: reason`` for an error of Transcrypt's."""
    module = utils.program.importStack[-1][0] if utils.program.importStack else None
    path = getattr(module, "sourcePath", MAIN)
    cause: BaseException = error
    while cause.__context__ is not None:
        cause = cause.__context__
    own = cause.message if isinstance(cause, utils.Error) else f"{type(cause).__name__}: {cause}"
    reason = " ".join(own.split()) or "Transcrypt gave no reason"
    return f"{path}:{error.lineNr}: {reason}"


def _environment(utils: ModuleType) -> Any:
    environment = utils.Any()
    source = _transcrypt_modules() / "org/transcrypt/__envir__.js"
    exec(source.read_text(encoding="utf-8"), {"__envir__": environment})
    return environment


def _transcrypt_modules() -> Path:
    spec = util.find_spec("transcrypt")
    if spec is None or not spec.submodule_search_locations:
        raise TranspileError("Transcrypt is missing: run `make build`, which installs it")
    return Path(next(iter(spec.submodule_search_locations))) / "modules"


def _compiler() -> ModuleType:
    """Import Transcrypt's compiler, once, and put our parser and our generator into it."""
    modules = str(_transcrypt_modules())
    if modules not in sys.path:
        sys.path.append(modules)
    from org.transcrypt import compiler

    if not hasattr(compiler, "lowered"):
        compiler.lowered = True
        compiler.Module.parse = _parser(compiler.Module.parse)
        compiler.Generator = _generator(compiler)
    return compiler


def _parser(original: Any) -> Any:
    def parse(module: Any) -> None:
        if not module.name.startswith(f"{PACKAGE}."):
            return original(module)
        path = Path(module.sourcePath)
        module.sourceCode = path.read_text(encoding="utf-8")
        tree = ast.parse(module.sourceCode, module.sourcePath)
        module.parseTree = lower(tree, module.name, whole_modules(tree, package_root(path)))
        for node in ast.walk(module.parseTree):
            for child in ast.iter_child_nodes(node):
                child.parentNode = node

    return parse


def _generator(compiler: ModuleType) -> type:
    from compile.emit import emitter

    return emitter(compiler)


def _adopt_maps(root: Path, target: Path) -> list[Path]:
    """Point each source map at the path in the repository, with the text; drop the copies."""
    emitted = sorted(target.glob(f"{PACKAGE}.*.js"))
    for script in emitted:
        name = script.name.removesuffix(".js")
        source = module_path(root, name)
        path = script.with_suffix(".map")
        content = json.loads(path.read_text(encoding="utf-8"))
        content["sources"] = [f"{root.name}/{source.relative_to(root).as_posix()}"]
        content["sourcesContent"] = [source.read_text(encoding="utf-8")]
        path.write_text(json.dumps(content), encoding="utf-8")
        script.with_suffix(".py").unlink()
    return emitted
