"""Small files of every format, built on the spot: an invented ministry of Vardania and its quarrel over a dam."""

import gzip
import io
import json
import zipfile

REPORT = (
    "Vardania Denies Building Second Dam\n\n"
    "By Ilse Marrow\n\n"
    "TORVIK, Vardania (Harbour "
    "News) — The government of Vardania denied on Tuesday that it is building a second dam.\n\n"
    "“We are not building "
    "anything on the river,” the minister of works, Oda Fenn, told reporters. “There is no second dam.”\n\n"
    "Officials in neighbouring Lurland said they had counted 14 cranes at the site.\n"
)


def page(*paragraphs: str, head: str = "", title: str = "Vardania Denies Building Second Dam") -> str:
    body = "".join(f"<p>{p}</p>" for p in paragraphs)
    return (
        f"<!doctype html><html><head><title>{title} | Harbour News</title>{head}</head><body>"
        f"<nav><a href='/'>Home</a><a href='/w'>World</a></nav><article><h1>{title}</h1>{body}</article>"
        "<footer><p>Imprint</p></footer></body></html>"
    )


PARAGRAPHS = (
    "The government of Vardania denied on Tuesday that it is building a second dam on the river.",
    "“We are not building anything on the river,” the minister of works, Oda Fenn, told reporters in Torvik.",
    "Officials in neighbouring Lurland said they had counted 14 cranes at the site since the month of May.",
)


def pdf(*pages: str, trailer: bytes = b"", cut: int = 0) -> bytes:
    """A PDF with a line of Helvetica for every line of a page's text; an empty page has no text at all."""
    straight = str.maketrans("“”’–—", '""\'--')
    pages = tuple(words.translate(straight) for words in pages)
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", "", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    kids = []
    for words in pages:
        rows = words.split("\n") if words else []
        drawn = " ".join(
            f"BT /F1 11 Tf 60 {760 - 16 * i} Td ({row.replace('(', '').replace(')', '')}) Tj ET"
            for i, row in enumerate(rows)
            if row
        )
        objects.append(f"<< /Length {len(drawn)} >>\nstream\n{drawn}\nendstream")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {len(objects)} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    out = b"%PDF-1.4\n"
    offsets = []
    for number, value in enumerate(objects, start=1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n{value}\nendobj\n".encode("latin-1")
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{offset:010} 00000 n \n".encode() for offset in offsets)
    out += b"trailer\n<< /Size %d /Root 1 0 R " % (len(objects) + 1) + trailer + b">>\nstartxref\n%d\n%%%%EOF\n" % start
    return out[: len(out) - cut] if cut else out


ENCRYPTED = (
    b"/Encrypt << /Filter /Standard /V 1 /R 2 /O <"
    + b"28" * 32
    + b"> /U <"
    + b"99" * 32
    + b"> /P -4 >> /ID [<00> <00>] "
)


def docx(*paragraphs: str, extra: dict[str, bytes] | None = None) -> bytes:
    body = "".join(f"<w:p><w:r><w:t xml:space='preserve'>{p}</w:t></w:r></w:p>" for p in paragraphs)
    files = {
        "[Content_Types].xml": b'<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        b'<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType='
        b'"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
        "_rels/.rels": b'<?xml version="1.0"?><Relationships '
        b'xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        b'<Relationship Id="r1" '
        b'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
        b'Target="word/document.xml"/></Relationships>',
        "word/document.xml": (
            '<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
            f"<w:body>{body}</w:body></w:document>"
        ).encode(),
        **(extra or {}),
    }
    return archive(files)


def archive(files: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in files.items():
            packed.writestr(name, data)
    return buffer.getvalue()


def warc(*bodies: bytes, kind: str = "text/html", headers: str = "", status: str = "200 OK") -> bytes:
    records = b""
    for number, body in enumerate(bodies):
        http = (
            f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{headers}Content-Length: {len(body)}\r\n\r\n".encode() + body
        )
        records += (
            (
                f"WARC/1.0\r\nWARC-Type: "
                f"response\r\nWARC-Target-URI: "
                f"https://news.example/{number}\r\nWARC-Date: 2024-05-07T10:00:00Z\r\n"
                f"WARC-Record-ID: <urn:uuid:0000000{number}-0000-0000-0000-000000000000>\r\n"
                f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
            ).encode()
            + http
            + b"\r\n\r\n"
        )
    return records


def json_lines(*objects: object) -> bytes:
    return b"".join(json.dumps(each).encode() + b"\n" for each in objects)


def bomb(size: int) -> bytes:
    return gzip.compress(b"a" * size)
