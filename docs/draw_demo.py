"""Draw the picture at the top of the README: what `onrecord demo` prints, as an SVG of a terminal.

Run `python docs/draw_demo.py` in an environment where the package is installed.
"""

import re
import subprocess
import sys
import tempfile
from io import StringIO
from pathlib import Path

from rich.console import Console
from rich.text import Text

PICTURE = Path(__file__).parent / "images" / "demo.svg"
LINES = 44
"""As much of the summary as a screen shows."""


def main() -> None:
    """Run the demo in a folder of its own and draw the beginning of its summary."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-c", "from onrecord.cli.main import main; main()", "demo", "--into", folder]
        printed = subprocess.run(command, capture_output=True, text=True, check=True).stdout  # noqa: S603 - our own program
    start = printed.index("POSITIONS")
    shown = printed[start:].splitlines()[:LINES]
    console = Console(record=True, width=84, file=StringIO(), force_terminal=True)
    console.print(Text("$ onrecord demo\n", style="bold"))
    for line in shown:
        console.print(_painted(line))
    svg = console.export_svg(title="onrecord demo", unique_id="onrecord-demo")
    PICTURE.parent.mkdir(exist_ok=True)
    PICTURE.write_text(re.sub(r"(?s)@font-face \{.*?\}\s*", "", svg), encoding="utf-8")


def _painted(line: str) -> Text:
    text = Text(line)
    text.highlight_regex(r"^[A-Z][A-Z ,]+$", "bold cyan")
    text.highlight_regex(r"^\d+\. .*", "bold")
    text.highlight_regex(r"\b(YES|NO|HEDGED|BOTH|OVERDUE|moved)\b", "bold yellow")
    text.highlight_regex(r"\[[a-z]+-[0-9a-f]+\]", "dim")
    return text


if __name__ == "__main__":
    main()
