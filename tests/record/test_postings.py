"""Items are found by the keys they share, and of a crowded key only the first are read."""

import pytest


@pytest.mark.parametrize("crowd", [3, 4, 5, 40])
def test_the_first_of_each_key_are_found_however_crowded(record, crowd):
    names = [f"claim-{number:03}" for number in range(crowd)]
    record.index_items("quote", dict.fromkeys(reversed(names), ("common",)) | {"claim-010x": ("common", "rare")})
    record.index_items("undertaking", {"claim-000a": ("common", "rare")})
    expected = sorted([*names, "claim-010x"])[:4]
    assert record.first_with_keys("quote", ["rare", "common", "none"], 4) == {
        "common": expected,
        "rare": ["claim-010x"],
    }
    assert record.first_with_keys("quote", [], 4) == {}
