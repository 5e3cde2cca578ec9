"""The documentation says what the code does: commands, error codes, export fields, decisions, README commands."""

import json
import os
import re
import shlex
import subprocess
import sys
from importlib.resources import files
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
REFERENCE = ROOT / "docs" / "reference"


def test_the_pages_written_from_the_code_are_as_the_code_has_it():
    command = [sys.executable, str(ROOT / "docs" / "write_reference.py"), "--check"]
    checked = subprocess.run(command, capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stdout + checked.stderr


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


@pytest.mark.parametrize("page", ["README.md", "docs/reference/python.md"])
def test_the_python_shown_runs(page, tmp_path, monkeypatch):
    report = "OSLO, March 12, 2024 (Harbour Wire) - Norway makes no steel, its minister Kari Lund said on Tuesday."
    (tmp_path / "report.txt").write_text(report, encoding="utf-8")
    paragraph = f"<p>{report} She spoke to reporters in the harbour for an hour about mines and mills.</p>"
    (tmp_path / "report.html").write_text(f"<html><body><article>{paragraph * 3}</article></body></html>", "utf-8")
    monkeypatch.chdir(tmp_path)
    for block in re.findall(r"```python\n(.*?)```", (ROOT / page).read_text(encoding="utf-8"), re.DOTALL):
        exec(compile(block, page, "exec"), {})


def test_the_tutorial_runs_as_it_is_written(tmp_path):
    page = (ROOT / "docs" / "tutorial" / "first-record.md").read_text(encoding="utf-8")
    (tmp_path / "talks").mkdir()
    (tmp_path / "talks" / "report.txt").write_text(
        "OSLO, March 12, 2024 (Harbour Wire) - Norway makes no steel, its minister Kari Lund said on Tuesday.", "utf-8"
    )
    shown = ""
    environment = {**os.environ, "HOME": str(tmp_path), "PYTHONPATH": str(ROOT / "src")}
    environment.pop("ONRECORD_RECORD", None)
    for line in "".join(re.findall(r"```sh\n(.*?)```", page, re.DOTALL)).splitlines():
        command = re.sub(r"^python3 -m venv .*? && .*? install \. && ", "", line)
        name, equals, value = command.removeprefix("export ").partition("=")
        if command.startswith("export ") and equals:
            environment[name] = value
            continue
        program, *arguments = shlex.split(command.replace("~", str(tmp_path)))
        assert program == ".venv/bin/onrecord"
        arguments = [re.search(rf"{kind}-\w+", shown).group() if (kind := a.partition("-…")[0]) != a else a
                     for a in arguments]  # fmt: skip
        done = subprocess.run(
            [sys.executable, "-m", "onrecord", *arguments],
            cwd=tmp_path, env=environment, capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert done.returncode == 0, f"{line}\n{done.stderr}"
        shown += done.stdout
    assert (tmp_path / "talks-export" / "documents.jsonl").exists()
