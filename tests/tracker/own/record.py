"""``MATOMO_JS=... PYTHONPATH=.:build:integration python -m tests.tracker.own.record [family]``.

Plays the sequences of ``recorded/`` on Matomo's own file, and writes down anew what was seen.
"""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path

from playwright.sync_api import sync_playwright

from bootstrap.browser import launch_options
from tests.tracker.own.playing import RECORDED, play, stage


def main() -> None:
    """Record the families that are named, or all."""
    real = {"/real.js": Path(os.environ["MATOMO_JS"]).read_text("utf-8")}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(**launch_options())
        page = stage(browser, real)
        for path in sorted(RECORDED.glob("*.json")):
            if path.stem in sys.argv[1:] or len(sys.argv) == 1:
                sequences = json.loads(path.read_text("utf-8"))
                for sequence in sequences:
                    sequence["at"] = round(time.time() * 1000)
                    sequence["seen"] = play(sequence, page, "/real.js")
                lines = ",\n".join(json.dumps(one, ensure_ascii=False) for one in sequences)
                path.write_text(f"[\n{lines}\n]\n", "utf-8")
        browser.close()


if __name__ == "__main__":
    main()
