"""Every reason for which a source cannot become a document: its code, what is wrong, what to do.

The table is what the error reference in the documentation is made of, so a code never changes its meaning.
"""

from typing import NamedTuple

from onrecord.model.errors import ReadingError


class Refusal(NamedTuple):
    """What a code means: a reason with a place for details, and the next step for the person."""

    reason: str
    remedy: str


REFUSALS: dict[str, Refusal] = {
    "E101": Refusal("no such file or folder", "Check the path; a file may have been moved since the list was made."),
    "E102": Refusal("no permission to read it", "Change its permissions, or copy it to where you can read it."),
    "E103": Refusal("the file is empty", "Nothing to read; fetch or save it again."),
    "E104": Refusal(
        "the PDF has no text layer ({detail})", "Run text recognition (OCR) on it first, then add the result."
    ),
    "E105": Refusal("the PDF is encrypted", "Save a copy without a password, then add the copy."),
    "E106": Refusal("the PDF is damaged or cut short ({detail})", "Fetch or save it again."),
    "E107": Refusal(
        "not a text or document but binary data ({detail})",
        "Give text, HTML, PDF, DOCX, mail, JSON Lines, RSS, Atom or WARC.",
    ),
    "E108": Refusal("larger than the limit ({detail})", "Split it, or raise the limit if you trust the source."),
    "E109": Refusal("the bytes are no text in any encoding that can be told ({detail})", "Save it again as UTF-8."),
    "E110": Refusal("the page has no main text", "Save the page after it has loaded, or give its text alone."),
    "E111": Refusal(
        "it unpacks to more than the limit ({detail})", "Do not trust it; unpack it by hand if you know what it is."
    ),
    "E112": Refusal(
        "the language is {detail}; OnRecord reads English", "Leave it out, or add a translation of your own."
    ),
    "E113": Refusal("not a regular file ({detail})", "Give a file, a folder, a glob or a list of paths."),
    "E114": Refusal("no documents in it", "Check the folder, the pattern or the list."),
    "E115": Refusal("it holds more than one document ({detail})", "Add it with `onrecord add`, or use `read_all`."),
    "E116": Refusal("the DOCX or archive is damaged ({detail})", "Open it in a word processor and save it again."),
    "E117": Refusal(
        "an archive that is not read ({detail})", "Save a document as DOCX or PDF, unpack anything else, and give that."
    ),
    "E118": Refusal("this member has no text ({detail})", "Give each object a field `text` (or `html`)."),
    "E119": Refusal(
        "this line or member cannot be parsed ({detail})", "Mend or remove it; the other members were read."
    ),
    "E120": Refusal("this archive is damaged ({detail})", "Fetch it again; the members before the damage were read."),
    "E121": Refusal("not a date: {detail}", "Give a day, month or year such as 2024-02-08, 2024-02 or 2024."),
    "E122": Refusal("it cannot be read ({detail})", "Check the disk or the network share, then run again."),
    "E123": Refusal("the feed cannot be parsed ({detail})", "Fetch it again, or give its pages."),
    "E124": Refusal("the mail has no words of its own ({detail})", "Open it, save what it holds, and give that."),
    "E130": Refusal(
        "an address on the network, and nothing is fetched unless asked",
        "Add --fetch, or save the page and give the file.",
    ),
    "E131": Refusal("only http and https addresses are fetched ({detail})", "Save the page and give the file."),
    "E132": Refusal(
        "the address is not public ({detail})",
        "Private and local addresses are never fetched; save the page and give the file.",
    ),
    "E133": Refusal(
        "the address could not be fetched ({detail})", "Try again later, or save the page and give the file."
    ),
    "E134": Refusal(
        "fetching took longer than the limit ({detail})", "Try again later, or save the page and give the file."
    ),
    "E135": Refusal("too many redirects ({detail})", "Give the final address."),
}


def refuse(code: str, detail: str = "", *, where: str | None = None) -> ReadingError:
    """The error of one code, ready to be raised."""
    refusal = REFUSALS[code]
    return ReadingError(code, refusal.reason.format(detail=detail), where=where, remedy=refusal.remedy)
