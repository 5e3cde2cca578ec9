"""Settings: each value, and where it came from."""

import json

import pytest


def origins(output):
    return {item["name"]: (item["value"], item["origin"]) for item in map(json.loads, output.splitlines())}


def test_defaults_say_that_they_are(onrecord):
    assert origins(onrecord("config", "show", "--json")[1])["record"] == ("onrecord.db", "default")


def test_a_flag_wins_over_the_environment_that_over_the_file(onrecord, tmp_path, monkeypatch):
    (tmp_path / "onrecord.toml").write_text('record = "file.db"\nworkers = 3\nmin_score = 0.7\n')
    monkeypatch.setenv("ONRECORD_RECORD", "variable.db")
    monkeypatch.setenv("ONRECORD_WORKERS", "2")
    found = origins(onrecord("config", "show", "--record", "flag.db", "--json")[1])
    assert found["record"] == ("flag.db", "flag --record")
    assert found["workers"] == (2, "environment ONRECORD_WORKERS")
    assert found["min_score"] == (0.7, "file onrecord.toml")


def test_a_table_for_people(onrecord):
    output = onrecord("config", "show")[1]
    assert output.splitlines()[0].split() == ["setting", "value", "from", "meaning"]
    assert "onrecord.db" in output


@pytest.mark.parametrize(
    ("file", "says"),
    [
        ("recrod = 'x'", "Did you mean record?"),
        ("workers = 0", "workers cannot be 0"),
        ("min_score = 7", "min_score cannot be 7"),
        ("record = ", "is not TOML"),
    ],
)
def test_a_wrong_settings_file_says_what_is_wrong(onrecord, tmp_path, file, says):
    (tmp_path / "onrecord.toml").write_text(file)
    code, _, errors = onrecord("config", "show")
    assert (code, errors.count("\n")) == (2, 1)
    assert says in errors


def test_another_settings_file_by_the_environment(onrecord, tmp_path, monkeypatch):
    (tmp_path / "other.toml").write_text('reviewer = "Ada"')
    monkeypatch.setenv("ONRECORD_CONFIG", str(tmp_path / "other.toml"))
    assert origins(onrecord("config", "show", "--json")[1])["reviewer"] == ("Ada", f"file {tmp_path / 'other.toml'}")
    monkeypatch.setenv("ONRECORD_CONFIG", "missing.toml")
    assert onrecord("config", "show")[0] == 2
