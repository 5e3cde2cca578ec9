"""Bytes of a single document to its draft, by the kind that they are."""

from onrecord.reading import media
from onrecord.reading.limits import Limits
from onrecord.reading.plain import read_plain
from onrecord.reading.stated import Draft


def draft_of(
    kind: str, data: bytes, *, uri: str, limits: Limits, charset: str | None = None, url: str | None = None
) -> Draft:
    """One document's draft. Readers are imported when a source needs them: most runs see one or two formats."""
    if kind == media.HTML:
        from onrecord.reading.pages import read_page

        return read_page(data, uri=uri, declared=charset, url=url)
    if kind == media.PDF:
        from onrecord.reading.pdfs import read_pdf

        return read_pdf(data, uri=uri, limits=limits)
    if kind == media.ZIP:
        from onrecord.reading.word_files import read_docx

        return read_docx(data, uri=uri, limits=limits)
    return read_plain(data, uri=uri, declared=charset)
