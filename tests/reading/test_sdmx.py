"""Series from SDMX-CSV, where the extra is installed; the header is known without it."""

import sys

import pytest

from onrecord.model.errors import UsageError
from onrecord.reading.sdmx import is_sdmx
from onrecord.reading.series import read_series

HEADER = "DATAFLOW,FREQ,REF_AREA,KIND,TIME_PERIOD,OBS_VALUE,UNIT_MEASURE,UNIT_MULT,OBS_STATUS\n"
ROWS = (
    "NSI:FISH_CATCH(1.0),M,DK,COD,2021-01,3,T,3,A\nNSI:FISH_CATCH(1.0),M,DK,COD,2021-02,4.5,T,3,P\n"
    "NSI:FISH_CATCH(1.0),M,DK,EEL,2021-01,,T,3,A\nNSI:FISH_CATCH(1.0),M,SE,COD,2021-01,7,T,0,A\n"
)


@pytest.fixture
def write(tmp_path):
    def made(rows):
        path = tmp_path / "catch.csv"
        path.write_text(HEADER + rows)
        return path

    return made


def _needs_pysdmx():
    pytest.importorskip("pysdmx")
    pytest.importorskip("pandas")


def test_the_header_tells():
    assert is_sdmx(HEADER.encode())
    assert not is_sdmx(b"period,value\n2021,3\n")


def test_without_the_extra_it_says_what_to_install(write, monkeypatch):
    monkeypatch.setitem(sys.modules, "pysdmx.io", None)
    with pytest.raises(UsageError, match="needs pysdmx") as told:
        read_series(write(ROWS))
    assert told.value.code == "E555"


def test_one_series_for_each_combination_with_values(write):
    _needs_pysdmx()
    found = {(one.place, one.measure): one for one in read_series(write(ROWS))}
    assert set(found) == {("Denmark", "fish catch COD"), ("Sweden", "fish catch COD")}
    cod = found["Denmark", "fish catch COD"]
    assert (cod.unit, cod.frequency) == ("t", "month")
    assert [(one.start, one.value, one.provisional) for one in cod.observations] == [
        ("2021-01-01", 3000, False), ("2021-02-01", 4500, True),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ("NSI:FISH_CATCH(1.0),M,DK,COD,2021-01,many,T,3,A\n", "E554"),
        ("NSI:FISH_CATCH(1.0),M,DK,COD,someday,3,T,3,A\n", "E554"),
        ("NSI:FISH_CATCH(1.0),M,DK,COD,2021-01,,T,3,A\n", "E553"),
    ],
)
def test_what_cannot_be_read_is_said(write, row, code):
    _needs_pysdmx()
    with pytest.raises(UsageError) as told:
        read_series(write(row))
    assert told.value.code == code
