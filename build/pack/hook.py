"""What hatchling calls while it makes the wheel: it adds the built files."""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from pack.static_files import NotBuilt, static_files


class StaticFiles(BuildHookInterface):
    """Adds ``dist/`` to the wheel; what is installed in place uses ``dist/`` itself."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Name the files; end the build with what is missing."""
        self._work = TemporaryDirectory()
        if version == "editable":
            return
        try:
            found = static_files(Path(self.root, "dist"), Path(self._work.name))
            build_data["force_include"].update(found)
        except NotBuilt as error:
            self.app.abort(str(error))

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Leave nothing behind: hatchling has read what was made for it."""
        self._work.cleanup()
