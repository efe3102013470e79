"""Ways out: what they hand over, and how they take an answer."""

import json
import socket
from email import message_from_string
from pathlib import Path
from typing import Any

import pytest
from django.core.checks import run_checks

from satupintu.engine.notifications.channels import Parcel, Receipt, Undelivered
from satupintu.engine.notifications.channels import gateway as gateways
from satupintu.engine.notifications.channels.email import Email
from satupintu.engine.notifications.channels.gateway import Gateway
from satupintu.engine.notifications.channels.sink import Sink
from satupintu.engine.notifications.channels.whatsapp import Whatsapp
from satupintu.engine.notifications.tests.servers import Mailbox, Provider, serving
from satupintu.engine.notifications.words import Medium, Trouble

PARCEL = Parcel("kunci-1", Medium.SMS, "+628110000001", "Ada kabar", "Ada kabar {to} “K26-0042”.")
LETTER = Parcel("kunci-1", Medium.EMAIL, "desa@contoh.go.id", "Ada kabar", "Ada kabar “K26-0042”.")


def trouble(channel: Any, parcel: Parcel = PARCEL) -> Trouble:
    with pytest.raises(Undelivered) as caught:
        channel.send(parcel)
    return caught.value.trouble


def test_a_gateway_is_asked_with_token_and_key_and_its_reference_is_kept(provider: Provider) -> None:
    assert Gateway(provider.url, token="rahasia").send(PARCEL) == Receipt("SM-1")
    (asked,) = provider.asked
    assert asked["path"] == "/kirim?akun=7"
    assert asked["headers"]["Idempotency-Key"] == "kunci-1"
    assert asked["headers"]["Authorization"] == "Bearer rahasia"
    assert json.loads(asked["body"]) == {"to": "+628110000001", "text": PARCEL.text}


def test_a_gateway_with_other_words_is_asked_by_settings_alone(provider: Provider) -> None:
    body = {
        "messaging_product": "whatsapp",
        "to": "{to}",
        "n": 1,
        "template": [{"type": "text", "text": "{text}", "id": "{key}"}],
    }
    Whatsapp(provider.url, body=body, key_header="X-Once").send(PARCEL)
    Gateway(provider.url, token="t", scheme="App", body={"tujuan": "{to}", "pesan": "{text}"}, form=True).send(PARCEL)
    first, second = provider.asked
    assert json.loads(first["body"])["template"] == [{"type": "text", "text": PARCEL.text, "id": "kunci-1"}]
    assert json.loads(first["body"])["to"] == "628110000001"
    assert first["headers"]["X-Once"] == "kunci-1"
    assert second["body"].startswith("tujuan=%2B628110000001&pesan=Ada+kabar+%7Bto%7D")
    assert second["headers"]["Authorization"] == "App t"


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        *((status, Trouble.BUSY) for status in (408, 409, 429, 500, 503)),
        *((status, Trouble.SETTINGS) for status in (301, 401, 403, 404)),
        *((status, Trouble.REFUSED) for status in (400, 422)),
    ],
)
def test_what_a_gateway_answers_is_a_class_of_trouble(provider: Provider, status: int, expected: Trouble) -> None:
    provider.status = status
    assert trouble(Gateway(provider.url)) is expected


def test_a_gateway_that_sends_elsewhere_is_not_followed(provider: Provider) -> None:
    with serving(Provider()) as elsewhere:
        provider.status, provider.location = 307, elsewhere.url
        assert trouble(Gateway(provider.url)) is Trouble.SETTINGS
        assert elsewhere.asked == []


def test_no_proxy_of_the_environment_stands_between(provider: Provider, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    assert Gateway(provider.url).send(PARCEL)


def test_a_gateway_that_is_not_there_is_out_of_reach() -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    assert trouble(Gateway(f"http://127.0.0.1:{port}/")) is Trouble.UNREACHABLE


def test_a_gateway_that_does_not_answer_leaves_the_outcome_unknown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gateways, "TIMEOUT", 0.2)
    with socket.create_server(("127.0.0.1", 0)) as mute:
        assert trouble(Gateway(f"http://127.0.0.1:{mute.getsockname()[1]}/")) is Trouble.UNKNOWN


def test_a_gateway_without_tls_is_refused_unless_it_is_this_machine(settings: Any) -> None:
    for url in ("http://gerbang.contoh.id/", "ftp://gerbang.contoh.id/", "gerbang.contoh.id"):
        with pytest.raises(ValueError, match="https"):
            Gateway(url)
    settings.MESSAGE_GATEWAYS = {"sms": {"url": "http://gerbang.contoh.id/"}}
    assert [found.id for found in run_checks()] == ["notifications.E001"]


def test_a_letter_keeps_its_message_id_at_every_attempt(mailbox: Mailbox) -> None:
    channel = Email("127.0.0.1", "Satu Pintu <kabar@contoh.go.id>", port=mailbox.port, security="none")
    assert channel.send(LETTER) == channel.send(LETTER) == Receipt("kunci-1@contoh.go.id")
    first, second = map(message_from_string, mailbox.letters)
    assert first["Message-ID"] == second["Message-ID"] == "<kunci-1@contoh.go.id>"
    assert (first["To"], first["Subject"]) == ("desa@contoh.go.id", "Ada kabar")
    assert "K26-0042" in str(first.get_payload(decode=True), "utf-8")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("answer", "expected"), [(b"550 nobody here", Trouble.REFUSED), (b"451 come back later", Trouble.BUSY)]
)
def test_what_a_mail_server_answers_is_a_class_of_trouble(mailbox: Mailbox, answer: bytes, expected: Trouble) -> None:
    mailbox.refuses = answer
    assert trouble(Email("127.0.0.1", "kabar@contoh.go.id", port=mailbox.port, security="none"), LETTER) is expected


@pytest.mark.parametrize("address", ["bukan alamat", "a@b.id\nBcc: c@d.id", ""])
def test_an_address_that_is_none_is_refused_before_anybody_is_asked(mailbox: Mailbox, address: str) -> None:
    channel = Email("127.0.0.1", "kabar@contoh.go.id", port=mailbox.port, security="none")
    assert trouble(channel, Parcel("k", Medium.EMAIL, address, "x", "x")) is Trouble.REFUSED
    assert mailbox.letters == []


def test_a_mail_server_elsewhere_is_never_spoken_to_without_tls() -> None:
    with pytest.raises(ValueError, match="TLS"):
        Email("mail.contoh.id", "a@contoh.id", security="none")


def test_the_file_of_a_demonstration_takes_a_key_once_and_no_address(tmp_path: Path) -> None:
    sink = Sink(tmp_path / "log" / "messages.log")
    sink.send(PARCEL), sink.send(PARCEL)
    (line,) = sink.path.read_text().splitlines()
    assert json.loads(line)["to"] == "…001"
    assert "628110000001" not in line
