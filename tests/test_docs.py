"""The documentation says what the code does: commands, error codes, export fields, decisions, README commands."""

import importlib.util
import json
import re
from importlib.resources import files
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
REFERENCE = ROOT / "docs" / "reference"


@pytest.fixture(scope="module")
def writer():
    spec = importlib.util.spec_from_file_location("write_reference", ROOT / "docs" / "write_reference.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_command_line_page_is_what_the_commands_say_of_themselves(writer):
    assert (REFERENCE / "command-line.md").read_text(encoding="utf-8") == writer.command_line(), (
        "run: python docs/write_reference.py"
    )


def test_the_errors_page_has_the_table_of_refusals(writer):
    page = (REFERENCE / "errors.md").read_text(encoding="utf-8")
    assert page == writer.errors(page), "run: python docs/write_reference.py"


def test_every_error_code_in_the_code_is_documented_and_no_other():
    sources = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "src").rglob("*.py"))
    raised = set(re.findall(r'"(E[1-5]\d\d)"', sources))
    documented = set(re.findall(r"^\| (E\d{3}) ", (REFERENCE / "errors.md").read_text(encoding="utf-8"), re.MULTILINE))
    assert raised == documented


def test_every_required_field_of_the_schemas_is_in_the_format_page():
    page = (REFERENCE / "export-format.md").read_text(encoding="utf-8")
    for schema in files("onrecord.output.schemas").iterdir():
        if schema.name.endswith(".json"):
            fields = json.loads(schema.read_text(encoding="utf-8")).get("properties", {})
            missing = [field for field in fields if f"`{field}`" not in page]
            assert not missing, f"{schema.name}: {missing}"


def test_every_decision_is_in_the_index():
    folder = ROOT / "docs" / "explanation" / "decisions"
    index = (folder / "README.md").read_text(encoding="utf-8")
    assert all(path.name in index for path in folder.glob("0*.md"))


def test_links_between_pages_lead_somewhere():
    for page in [ROOT / "README.md", *(ROOT / "docs").rglob("*.md")]:
        for target in re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
            if "://" not in target:
                assert (page.parent / target).exists(), f"{page.name}: {target}"
