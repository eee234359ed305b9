"""What follows from the settings tables: TypeScript, the JSON schema, the tables in the docs.

To be imported once lint has passed the tables. ``python build/declare`` renews the docs.
"""

from __future__ import annotations

import sys
from pathlib import Path

TOP = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(TOP / "integration"))
