"""Which language a text is in: a count of function words settles English, a model names the others."""

import re

from onrecord.reading.refusals import refuse

ENGLISH = frozenset(
    "the of and to that is "
    "was for with said on by from have are has he they this be at it as not but were an which who will "
    "his had or we you their would been its she her about there what when our I can".casefold().split()
)
"""The commonest words of English news that other languages hardly use; "in", "a" and "no" are left out for that."""

ENGLISH_SHARE = 0.2
"""Share of a text. The poorest of 840 English reports has 0.27; Dutch, Spanish, French and German stay below 0.12."""

FEWEST_WORDS = 12
"""Below this no count and no model can tell, and a text in Latin letters is taken for English."""

NEXT_TO_ENGLISH = frozenset({"pcm", "sco", "jam"})
"""Nigerian Pidgin, Scots, Patois: to the model, short English full of names it does not know looks like these."""

SAMPLE = 2_000
_WORD = re.compile(r"[^\W\d_]+")


def language_of(text: str, *, where: str | None = None) -> str:
    """The code "en", or a `ReadingError` E112 that names the other language."""
    sample = _sample(text)
    words = _WORD.findall(sample.casefold())
    if len(words) < FEWEST_WORDS and all(letter <= "\u024f" for word in words for letter in word):
        return "en"
    if sum(word in ENGLISH for word in words) >= ENGLISH_SHARE * len(words):
        return "en"
    import py3langid

    code = str(py3langid.classify(sample)[0])
    if code != "en" and code not in NEXT_TO_ENGLISH:
        raise refuse("E112", LANGUAGES.get(code, f"'{code}'"), where=where)
    return "en"


def _sample(text: str) -> str:
    """Beginning, middle and end: a page may open with menus and close with notes in another language."""
    if len(text) <= 3 * SAMPLE:
        return text
    middle = len(text) // 2
    return " ".join((text[:SAMPLE], text[middle : middle + SAMPLE], text[-SAMPLE:]))


LANGUAGES = {
    "ar": "Arabic", "bg": "Bulgarian", "bn": "Bengali", "ca": "Catalan", "cs": "Czech", "da": "Danish", "de": "German",
    "el": "Greek", "es": "Spanish", "et": "Estonian", "fa": "Persian", "fi": "Finnish", "fr": "French", "he": "Hebrew",
    "hi": "Hindi", "hr": "Croatian", "hu": "Hungarian", "id": "Indonesian", "it": "Italian", "ja": "Japanese",
    "ko": "Korean", "lt": "Lithuanian", "lv": "Latvian", "nl": "Dutch", "no": "Norwegian", "nb": "Norwegian",
    "pl": "Polish", "pt": "Portuguese", "ro": "Romanian", "ru": "Russian", "sk": "Slovak", "sl": "Slovenian",
    "sr": "Serbian", "sv": "Swedish", "sw": "Swahili", "ta": "Tamil", "th": "Thai", "tl": "Tagalog", "tr": "Turkish",
    "uk": "Ukrainian", "ur": "Urdu", "vi": "Vietnamese", "zh": "Chinese",
    "zxx": "none that people speak: it looks like data",
}  # fmt: skip
