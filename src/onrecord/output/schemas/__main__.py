"""Write the shipped schemas anew: run `python -m onrecord.output.schemas` after changing a type or a description."""

from pathlib import Path

from onrecord.output.lines import LINES
from onrecord.output.schemas import rendered

for name in LINES:
    Path(__file__).with_name(f"{name}.schema.json").write_bytes(rendered(name))
