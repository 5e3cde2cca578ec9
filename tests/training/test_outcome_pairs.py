"""The series that the model of outcomes learns from, and the pairs that are made of them."""

from collections import Counter

import pytest
from training.outcome_pairs import WRITTEN, all_series, pairs_of

from series import STATUSES

SERIES = """# series: harl-pier
## 2031-03-04 | Harl Courier | Port board lists two steps
{1:The Harl Port Board will repair the pier by June.} {2:The Harl Port Board will hire 40 divers.}
## 2031-07-09 | Harl Courier | What was done
{3:The Harl Port Board repaired the pier in May.} {4:No divers were hired.} {5:The port of Drovia repaired its crane.}
### links
done 1 3
broken 2 4
none 1 5

# series: nothing-told
## 2031-03-04 | Drovia Post | School
{1:Drovia will build a school.}
## 2031-05-04 | Drovia Post | Weather
It rained.
### links
"""


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "some.txt").write_text(SERIES, encoding="utf-8")
    return tmp_path


@pytest.fixture(scope="module")
def written():
    return list(all_series([WRITTEN]))


def test_one_file_holds_many_series(folder):
    assert [series.name for series in all_series([folder])] == ["harl-pier", "nothing-told"]


def test_a_pair_bears_what_the_clause_tells_of_the_undertaking(folder, tmp_path):
    (series, _) = all_series([folder])
    pairs = list(pairs_of(series, tmp_path))
    told = {(pair.undertaken.partition(": ")[2].split()[0], pair.told.split(" |")[0]): pair.status for pair in pairs}
    assert told["repair", "The Harl Port Board repaired the pier in May"] == "done"
    assert told["hire", "The Harl Port Board repaired the pier in May"] == "none"
    assert told["hire", "No divers were hired"] == "broken"
    assert Counter(pair.status for pair in pairs)["none"] > 2


def test_names_of_series_are_their_own(written):
    assert len(written) > 300
    assert max(Counter(series.name for series in written).values()) == 1


def test_links_lead_from_marks_to_marks_of_later_documents(written):
    for series in written:
        days = [document.day for document in series.documents]
        assert len(days) > 1
        assert days == sorted(set(days)), series.name
        for (first, later), status in series.links.items():
            assert status in {*STATUSES, "none"}, series.name
            assert series.marks[first].document < series.marks[later].document, (series.name, first, later)


def test_every_series_has_links_and_look_alikes(written):
    counted = Counter(status for series in written for status in series.links.values())
    assert set(counted) == {*STATUSES, "none"}
    assert counted["none"] > 0.5 * (counted.total() - counted["none"])
