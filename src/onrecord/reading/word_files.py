"""DOCX: mammoth turns it into markup, the markup's text nodes give the words."""

import io
import re
import zipfile

from onrecord.reading.dom import laid_out
from onrecord.reading.limits import Limits
from onrecord.reading.media import DOCX
from onrecord.reading.pages import read_fragment
from onrecord.reading.refusals import refuse
from onrecord.reading.stated import Draft, Stated

_TITLE = re.compile(rb"<dc:title>([^<]{1,300})</dc:title>")
_DATA_PICTURE = re.compile(r"<img\b[^>]*>", re.IGNORECASE)


def read_docx(data: bytes, *, uri: str, limits: Limits) -> Draft:
    """The draft of a DOCX. Refuses other archives (E117), damaged ones (E116) and those that unpack too far (E111)."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
            unpacked = sum(entry.file_size for entry in archive.infolist())
            if "word/document.xml" not in names:
                raise refuse("E117", _kind(names), where=uri)
            if unpacked > min(limits.member_bytes * 4, max(len(data), 50_000) * limits.unpack_ratio):
                raise refuse("E111", f"{unpacked:,} bytes from {len(data):,}", where=uri)
            if b"<!DOCTYPE" in archive.read("word/document.xml")[:2000]:
                raise refuse("E116", "it defines entities of its own", where=uri)
            core = archive.read("docProps/core.xml") if "docProps/core.xml" in names else b""
    except (
        zipfile.BadZipFile,
        zipfile.LargeZipFile,
        EOFError,
        NotImplementedError,
        RuntimeError,
        OSError,
        ValueError,
    ) as error:
        raise refuse("E116", _reason(error), where=uri) from None
    import mammoth

    try:
        markup = str(
            mammoth.convert_to_html(io.BytesIO(data), convert_image=mammoth.images.img_element(_no_picture)).value
        )
    except Exception as error:  # noqa: BLE001 - mammoth raises whatever its XML and ZIP layers raise
        raise refuse("E116", _reason(error), where=uri) from None
    text, pieces = laid_out(read_fragment(_DATA_PICTURE.sub("", markup), uri=uri))
    title = _TITLE.search(core)
    stated = Stated(
        title=" ".join(title[1].decode("utf-8", "replace").split()) if title and _in_text(title[1], text) else None
    )
    return Draft(text=text, pieces=pieces, media_type=DOCX, stated=stated, extractor=f"mammoth/{_version()}")


def _no_picture(_: object) -> dict[str, str]:
    return {"src": ""}


def _in_text(title: bytes, text: str) -> bool:
    """A title property is often a template's: believed only where the text has it too."""
    return " ".join(title.decode("utf-8", "replace").split()).casefold() in text[:3000].casefold()


def _kind(names: list[str]) -> str:
    if any(name.startswith("xl/") for name in names):
        return "a spreadsheet"
    if any(name.startswith("ppt/") for name in names):
        return "a presentation"
    if "mimetype" in names and "content.xml" in names:
        return "an OpenDocument file"
    return "EPUB" if any(name.endswith(".opf") for name in names) else "a ZIP archive"


def _reason(error: Exception) -> str:
    return str(error).splitlines()[0][:80] if str(error) else type(error).__name__


def _version() -> str:
    from importlib.metadata import version

    return version("mammoth")
