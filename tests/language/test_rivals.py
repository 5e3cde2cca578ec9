"""Against whom somebody speaks, as a report tells it."""

import pytest

from onrecord.language.rivals import rivals_of

TOLD = [
    ("Trade Minister Ida Roe brushed aside Ruritanian complaints about the quota.", {"Ruritania"}),
    ("Ms Roe, on the quay, rejected Norwegian claims about the nets.", {"Norway"}),
    ("Ida Roe accused Norway of dumping herring.", {"Norway"}),
    ("Roe hit back at Ruritania on Monday.", {"Ruritania"}),
    ("Roe rejected claims that Norway dumps herring.", set()),
    ("Roe denied Norwegian involvement.", set()),
    ("Roe praised Norway. The envoy accused Norway of dumping.", set()),
    ("Moe accused Norway of dumping.", set()),
]


@pytest.mark.parametrize(("text", "countries"), TOLD)
def test_who_is_spoken_against(text, countries):
    assert rivals_of("Roe", text, {"ruritania": "Ruritania"}) == countries
