"""What hatchling calls while it makes the wheel: it adds the built files."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from pack.static_files import NotBuilt, static_files


class StaticFiles(BuildHookInterface):
    """Adds ``dist/`` to the wheel; what is installed in place uses ``dist/`` itself."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Name the files; end the build with what is missing."""
        if version == "editable":
            return
        try:
            build_data["force_include"].update(static_files(Path(self.root, "dist")))
        except NotBuilt as error:
            self.app.abort(str(error))
