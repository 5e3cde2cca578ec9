"""`onrecord serve` and `onrecord users`: who gets in, and on which address."""

import http.client
import io
import os
import re
import shutil
import signal
import subprocess
import sys

import pytest

from onrecord.model.errors import UsageError
from onrecord.record import Record
from onrecord.web.serving import listening, needs_login, url_of
from onrecord.web.settings import Settings
from onrecord.web.uploads import folder_of, keep

PASSWORD = "harbour lamp seven"


@pytest.fixture
def place(filled, tmp_path):
    return shutil.copyfile(filled, tmp_path / "onrecord.db")


@pytest.fixture
def typed(monkeypatch):
    """Put words on standard input."""

    def type_in(words):
        monkeypatch.setattr("sys.stdin", io.StringIO(words))

    return type_in


def test_users_come_change_and_go(onrecord, place, typed):
    typed(f"{PASSWORD}\n")
    assert onrecord("users", "add", "Ana", "--role", "keeper", "--password-stdin")[:2] == (
        0, "Ana may log in as keeper.\n",
    )  # fmt: skip
    typed("quite other words\n")
    assert onrecord("users", "password", "ana", "--password-stdin")[0] == 0
    assert onrecord("users", "role", "ana", "reader")[0] == 0
    assert '"role":"reader"' in onrecord("users", "list", "--json")[1]
    with Record.open(place) as record:
        assert record.accounts.login("Ana", PASSWORD, "here") is None
        assert record.accounts.login("Ana", "quite other words", "here")
    assert onrecord("users", "remove", "Ana")[0] == 0
    assert "There are no users." in onrecord("users", "list")[2]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["add", "", "--password-stdin"], "E530"), (["add", "Ana", "--password-stdin"], "E532"),
        (["remove", "Lee"], "E535"),
    ],
)  # fmt: skip
def test_users_that_cannot_be(onrecord, place, typed, arguments, said):
    typed("short\n" if said == "E532" else f"{PASSWORD}\n")
    code, _, errors = onrecord("users", *arguments)
    assert code == 2
    assert said in errors


@pytest.mark.parametrize(
    ("arguments", "said"),
    [(["add", ""], "E530"), (["add", "a\nb\x00"], "E530"), (["add", "ANÁ"], "E531"), (["password", "Lee"], "E535")],
)
def test_a_name_is_refused_before_a_password_is_asked_for(onrecord, place, typed, monkeypatch, arguments, said):
    typed(f"{PASSWORD}\n")
    assert onrecord("users", "add", "Ana", "--password-stdin")[0] == 0
    asked = []
    monkeypatch.setattr("click.prompt", lambda *words, **options: asked.append(words) or PASSWORD)
    code, _, errors = onrecord("users", *arguments)
    assert (code, said in errors, asked) == (2, True, [])
    assert onrecord("users", "password", "ana")[:2] == (0, "Ana has a new password.\n")
    assert len(asked) == 1


@pytest.mark.parametrize("more", [["--host", "0.0.0.0"], ["--host", "::"], ["--behind-proxy"]])
def test_others_are_let_in_by_a_login_alone(onrecord, place, more):
    code, _, errors = onrecord("serve", "--port", "0", *more)
    assert code == 2
    assert "E543" in errors
    assert "onrecord users add" in errors


@pytest.mark.parametrize(
    ("users", "host", "proxied", "no_login", "answer"),
    [
        (False, "127.0.0.1", False, False, False), (True, "127.0.0.1", False, False, True),
        (True, "127.0.0.1", False, True, False), (True, "192.0.2.1", False, False, True),
        (True, "192.0.2.1", False, True, None), (True, "127.0.0.1", True, True, None),
        (False, "192.0.2.1", False, True, None), (False, "127.0.0.1", True, False, None),
    ],
)  # fmt: skip
def test_who_must_log_in(place, users, host, proxied, no_login, answer):
    with Record.open(place) as record:
        if users:
            record.accounts.add("Ana", "reader", PASSWORD)
        if answer is None:
            with pytest.raises(UsageError, match="E543"):
                needs_login(record, host, proxied=proxied, no_login=no_login)
        else:
            assert needs_login(record, host, proxied=proxied, no_login=no_login) is answer


def test_a_port_that_is_taken_says_so_or_gives_another():
    with listening("127.0.0.1", 0) as first:
        port = first.getsockname()[1]
        assert url_of(first, "127.0.0.1") == f"http://127.0.0.1:{port}/"
        with pytest.raises(UsageError) as caught:
            listening("127.0.0.1", port)
        assert caught.value.code == "E544"
        with listening("127.0.0.1", port, otherwise_any=True) as second:
            assert second.getsockname()[1] != port


def test_a_removed_document_takes_its_kept_file_along(onrecord, place):
    with Record.open(place) as record:
        kept = keep(
            folder_of(record, Settings()), "a.txt", io.BytesIO(b"Norland ships no grain, its minister said."), 999
        )
    assert onrecord("add", kept)[0] == 0
    with Record.open(place) as record:
        name = next(document.id for document in record.documents() if document.source.uri == str(kept))
    assert "the file that was kept of it" in onrecord("remove", name)[1]
    assert not kept.exists()


@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGKILL])
def test_a_server_answers_until_it_is_stopped_and_loses_nothing(place, end):
    command = [sys.executable, "-c", "from onrecord.cli.main import main; main()"]
    with subprocess.Popen(
        [*command, "serve", "--port", "0", "--record", str(place)], stdout=subprocess.PIPE, text=True,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
    ) as process:  # fmt: skip
        try:
            port = int(re.search(r":(\d+)/", process.stdout.readline())[1])
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
            connection.request("GET", "/")
            answer = connection.getresponse()
            assert answer.status == 200
            assert answer.getheader("server") is None
            assert b"</html>" in answer.read()
            connection.close()
        finally:
            process.send_signal(end)
            code = process.wait(timeout=60)
    assert code == (-9 if end == signal.SIGKILL else code)
    with Record.open(place) as record:
        assert list(record.verify()) == []
