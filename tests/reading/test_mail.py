"""Mail: heads tell who wrote, when and on what; bodies are the text; attached documents are members."""

import sys
from email.message import EmailMessage
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model.documents import Document
from onrecord.model.errors import Failure, ReadingError
from onrecord.reading import SourceRef, read, read_all
from onrecord.reading.mail_heads import head_in

sys.path.insert(0, str(Path(__file__).parent))
import samples

BODY = (
    "The government of Vardania denied on Tuesday that it is building a second dam.\n\n"
    "“We are not building anything on the river,” the minister of works, Oda Fenn, told reporters.\n\n"
    "The ministry will publish the plans of the site by 30 June 2024.\n"
)
PRINTED = "From: {}\nSent: Tuesday, May 7, 2024 10:12 AM\nTo: Newsdesk\nSubject: No second dam\n\n" + BODY


def message(body=BODY, *, sender="Ministry of Works <press@works.example>", subject="No second dam on the Torv"):
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = sender, "desk@courier.example", subject
    mail["Date"], mail["Message-ID"] = "Tue, 07 May 2024 10:12:33 +0200", "<1@works.example>"
    mail.set_content(body)
    return mail


def members(data, tmp_path, name="mail.eml"):
    path = tmp_path / name
    path.write_bytes(data)
    return list(read_all(SourceRef(uri=str(path))))


def prose(document):
    return [document.text[b.start : b.end] for b in document.blocks if b.kind != "furniture"]


def test_a_message_is_dated_titled_and_signed_by_its_head():
    document = read(message().as_bytes())
    assert document.source.media_type == "message/rfc822"
    assert (document.title, document.outlet, document.authors) == ("No second dam on the Torv", "Ministry of Works", ())
    assert (document.published.start, document.published.known_by) == ("2024-05-07", "metadata")
    assert prose(document) == ["No second dam on the Torv", *BODY.strip().split("\n\n")]


def test_the_head_stays_to_be_seen_and_recipients_do_not():
    document = read(message().as_bytes())
    assert document.text.startswith("From: Ministry of Works <press@works.example>\nDate: Tue, 07 May 2024")
    assert "courier.example" not in document.text


@pytest.mark.parametrize("encoding", ["quoted-printable", "base64", "8bit"])
def test_a_body_is_read_whatever_it_is_packed_in(encoding):
    mail = message()
    mail.set_content(BODY, cte=encoding)
    assert prose(read(mail.as_bytes()))[1:] == BODY.strip().split("\n\n")


def test_a_subject_is_decoded_and_marks_of_answers_and_lists_are_left_out():
    document = read(message(subject="Re: [Press list] No dam – says Fenn").as_bytes())
    assert document.title == "No dam – says Fenn"
    assert [b.kind for b in document.blocks[:4]] == ["furniture", "furniture", "furniture", "title"]


def test_a_subject_that_only_says_that_it_is_a_release_is_no_title():
    document = read(message(f"No second dam on the river\n\n{BODY}", subject="Press release").as_bytes())
    assert (document.title, document.genre) == ("No second dam on the river", "release")


def test_a_headline_that_repeats_the_subject_is_said_once():
    document = read(message(f"No second dam on the Torv\n\n{BODY}").as_bytes())
    assert prose(document).count("No second dam on the Torv") == 1


def test_an_embargo_in_the_subject_holds():
    document = read(message(subject="EMBARGOED until 6 a.m. EST, 8 May 2024: no second dam").as_bytes())
    assert document.embargo is not None
    assert document.embargo.until.start.startswith("2024-05-08T06:00")


def test_of_two_forms_of_one_body_the_fuller_is_read_once():
    mail = message()
    mail.add_alternative("".join(f"<p>{p}</p>" for p in BODY.split("\n\n")), subtype="html")
    assert read(mail.as_bytes()).text.count("second dam.") == 1
    mail = message("Your program shows no HTML: see our site.\n")
    mail.add_alternative("".join(f"<p>{p}</p>" for p in BODY.split("\n\n")), subtype="html")
    assert "Your program" not in read(mail.as_bytes()).text
    assert "The government of Vardania denied" in read(mail.as_bytes()).text


def attached():
    mail = message()
    docx, pdf = samples.docx(*BODY.split("\n\n")), samples.pdf("The minister of works denied that a dam is built.")
    mail.add_attachment(docx, maintype="application", subtype="octet-stream", filename="release.docx")
    mail.add_attachment(b"\x89PNG\r\n\x1a\n" + bytes(900), maintype="image", subtype="png", filename="logo.png")
    mail.add_attachment(pdf, maintype="application", subtype="pdf", filename="note.pdf")
    mail.add_attachment(samples.archive({"xl/workbook.xml": b"<x/>"}), maintype="application", subtype="zip")
    return mail


def test_attached_documents_are_documents_and_pictures_are_passed_over(tmp_path):
    found = members(attached().as_bytes(), tmp_path)
    assert [type(each) for each in found] == [Document, Document, Document, Failure]
    assert [each.source.uri.rpartition("#")[2] for each in found[:3]] == ["1", "2", "3"]
    assert found[3].uri.endswith("mail.eml#4")
    assert (found[3].code, found[3].reason) == ("E117", "an archive that is not read (a spreadsheet)")
    assert len({each.id for each in found[:3]}) == 3
    with pytest.raises(ReadingError, match="E115"):
        read(attached().as_bytes())


def test_an_attached_file_is_the_same_document_as_the_file_itself(tmp_path):
    alone = read(samples.docx(*BODY.split("\n\n")))
    assert members(attached().as_bytes(), tmp_path)[1].id == alone.id


def test_a_message_attached_to_a_message_is_a_document_of_its_own(tmp_path):
    outer = message("See below what they sent us on the dam of the river today.\n", sender="Ilse Marrow <i@p.example>")
    outer.add_attachment(message())
    found = members(outer.as_bytes(), tmp_path)
    assert [each.outlet for each in found] == [None, "Ministry of Works"]
    assert found[0].authors == ("Ilse Marrow",)


def test_what_a_message_forwards_counts_by_its_own_head():
    inner = PRINTED.format("Ministry of Works <press@works.example>").replace("May 7", "May 6")
    document = read(
        message(
            f"---------- Forwarded message ---------\n{inner}", sender="Ilse Marrow <i@p.example>", subject="Fwd: dam"
        ).as_bytes()
    )
    assert (document.title, document.outlet, document.authors) == ("No second dam", "Ministry of Works", ())
    assert document.published.start == "2024-05-06"
    assert prose(document) == ["No second dam", *BODY.strip().split("\n\n")]


@pytest.mark.parametrize(
    ("sender", "outlet", "authors"),
    [
        ("Ministry of Works <press@works.example>", "Ministry of Works", ()),
        ('"Ministry of Works, Press Office" <press@works.example>', "Ministry of Works", ()),
        ("Press Office, Torvik Town Council <news@torvik.example>", "Torvik Town Council", ()),
        ("Vardania Railways Press Office", "Vardania Railways", ()),
        ("Lurland Rail <noreply@mail.example>", "Lurland Rail", ()),
        ("Zennor Robotics <hello@zennor.example>", "Zennor Robotics", ()),
        ("Ilse Marrow <ilse.marrow@courier.example>", None, ("Ilse Marrow",)),
        ("Marrow, Ilse", None, ("Ilse Marrow",)),
        ("Ilse Marrow | Harbour News <im@hn.example>", "Harbour News", ("Ilse Marrow",)),
        ("PR Newswire <releases@wire.example>", None, ()),
        ("press@works.example", None, ()),
    ],
)
def test_who_sent_it_is_a_body_or_a_person(sender, outlet, authors):
    document = read(PRINTED.format(sender).encode())
    assert (document.outlet, document.authors) == (outlet, authors)


@pytest.mark.parametrize("above", ["", "Ilse Marrow\n\n", "-----Original Message-----\n"])
def test_a_printed_head_states_the_same(above):
    document = read((above + PRINTED.format("Ministry of Works")).encode())
    assert (document.title, document.outlet, document.published.start) == (
        "No second dam", "Ministry of Works", "2024-05-07",
    )  # fmt: skip
    assert prose(document) == ["No second dam", *BODY.strip().split("\n\n")]


def test_a_printed_head_is_known_in_other_formats_too():
    lines = PRINTED.format("Ministry of Works").strip().split("\n")
    for data in (samples.docx(*filter(None, lines)), samples.pdf("\n".join(line[:90] for line in lines))):
        document = read(data)
        assert (document.title, document.outlet) == ("No second dam", "Ministry of Works")
        assert document.published.start == "2024-05-07"


@pytest.mark.parametrize(
    "text",
    [
        "From: the river to the sea\n\nThe government of Vardania denied that it is building a dam.\n",
        "Date: 7 May 2024\nSubject: the dam\n\nThe government of Vardania denied that it is building a dam.\n",
        "The minister wrote on Tuesday what he thinks of the dam that is built:\n\n" + PRINTED.format("Oda Fenn"),
    ],
)
def test_what_is_no_head_is_none(text):
    assert head_in(text) is None


def test_a_mailbox_is_its_messages(tmp_path):
    day = b"From press@works.example Tue May  7 10:12:33 2024\n"
    quoting = message(subject="Two").as_bytes().replace(b"The ministry", b">From Tuesday on the ministry")
    box = day + message(subject="One").as_bytes() + b"\n" + day + quoting + b"\n" + day + attached().as_bytes()
    found = members(box, tmp_path, "mails.mbox")
    assert [each.title for each in found[:3]] == ["One", "Two", "No second dam on the Torv"]
    assert [str(getattr(each, "uri", None) or each.source.uri).rpartition("#")[2] for each in found] == [*"123456"]
    assert "\nFrom Tuesday on the ministry" in found[1].text
    assert found[0].id == read(message(subject="One").as_bytes().rstrip(b"\n") + b"\n").id


def test_a_message_without_words_says_why(tmp_path):
    sealed = b"From: a@b.example\nDate: 7 May 2024\nContent-Type: multipart/encrypted; boundary=x\n\n--x\n\n--x--\n"
    with pytest.raises(ReadingError, match=r"E124 .*it is encrypted"):
        read(sealed)
    with pytest.raises(ReadingError, match=r"E124 .*it is empty"):
        read(message("").as_bytes())
    only = message("")
    only.add_attachment(samples.pdf(BODY[:80]), maintype="application", subtype="pdf", filename="a.pdf")
    found = members(only.as_bytes(), tmp_path)
    assert [getattr(each, "code", None) for each in found] == ["E124", None]


WHOLE = attached().as_bytes()


@given(
    st.lists(st.tuples(st.integers(0, len(WHOLE) - 1), st.integers(0, 60), st.binary(max_size=12)), max_size=5),
    st.integers(200, len(WHOLE)),
)
def test_damage_never_stops_the_reading_of_mail(changes, end):
    from onrecord.reading.limits import Limits
    from onrecord.reading.messages import read_message

    data = WHOLE
    for at, removed, put in changes:
        data = data[:at] + put + data[at + removed :]
    for each in read_message(data[:end], uri="x", published=None, limits=Limits()):
        if isinstance(each, Document):
            assert all(a.end <= b.start for a, b in zip(each.blocks, each.blocks[1:], strict=False))
            assert all(0 <= b.start < b.end <= len(each.text) for b in each.blocks)
