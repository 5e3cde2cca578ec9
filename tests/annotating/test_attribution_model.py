"""The shipped encoder on small and on bad input."""

import pytest

from onrecord.annotating.attribution import attributions_in
from onrecord.language.encoder import Encoded, encoder
from onrecord.language.pieces import paragraphs_of
from onrecord.language.typed_names import names_in


def encoded(text: str) -> Encoded:
    return encoder().encode(text, paragraphs_of(text))


def found_in(text: str) -> list[tuple[list[str], list[str], list[str]]]:
    found = attributions_in(encoded(text))
    return [tuple([span.of(text) for span in spans] for spans in one[:3]) for one in found]  # type: ignore[misc]


@pytest.mark.parametrize(
    ("text", "content", "source"),
    [
        ("The minister, Ana Ruiz, said on Monday that taxes would rise next year.", "taxes would rise", "Ana Ruiz"),
        ("“We will not leave,” Mr. Ruiz told reporters 🎉 in Lanport.", "We will not leave", "Mr. Ruiz"),
        ("According to the Lanland Health Agency, the number of cases fell by half.", "cases fell by half", "Agency"),
        ("Officials believe that the ship was sunk by a storm.", "the ship was sunk by a storm", "Officials"),
    ],
)
def test_plain_sentences(text: str, content: str, source: str):
    ((contents, _, sources),) = found_in(text)
    assert content in " ".join(contents)
    assert source in " ".join(sources)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n\n",
        '"' * 3_000,
        "“" * 500 + "no” she said",
        "THE MINISTER SAID THAT TAXES WOULD RISE.",
        "the minister said that taxes would rise.",
        "وقال الوزير إن الضرائب سترتفع. 部長は税金が上がると言った。",
        "word " * 5_000,
        "x" * 9_000,
        "cafe\u0301 👩\u200d⚕️ " * 50,
    ],
)
def test_bad_input_is_survived(text: str):
    heads = encoded(text)
    attributions, names = attributions_in(heads), names_in(heads)
    spans = [s for a in attributions for part in a[:3] for s in part] + [name.span for name in names]
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(0 <= a.score <= 1 for a in attributions)


def test_the_same_text_gives_the_same_result():
    text = "Ana Ruiz said she would go. “Never,” said Bo Lind of the Lanland Bank."
    first = found_in(text)
    found_in("Something else.")
    assert found_in(text) == first
