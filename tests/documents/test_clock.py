"""The time-stamp service, a real one on this machine: it raises the level; however it fails, nobody waits."""

import logging
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from asn1crypto import tsp
from pyhanko.sign.signers import SimpleSigner
from pyhanko.sign.timestamps.dummy_client import DummyTimeStamper

from documents import sealing
from documents.press import print_document
from documents.sealing import clock, stamp
from tests.documents import keys
from tests.documents.builders import certificate_facts
from tests.documents.test_sealing import pdfsig


class Service(ThreadingHTTPServer):
    """Answers truly, or as the test tells it: `does` takes the true answer and gives what is sent."""

    daemon_threads = True

    def __init__(self, authority: DummyTimeStamper) -> None:
        super().__init__(("127.0.0.1", 0), Answering)
        self.authority, self.asked, self.status = authority, 0, 200
        self.does = lambda true: true
        self.over = threading.Event()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/"


class Answering(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        self.server.asked += 1
        asked = tsp.TimeStampReq.load(self.rfile.read(int(self.headers["Content-Length"])))
        sent = self.server.does(self.server.authority.request_tsa_response(asked).dump())
        self.send_response(self.server.status)
        self.send_header("Content-Type", "application/timestamp-reply")
        self.end_headers()
        self.wfile.write(sent)

    def log_message(self, *args) -> None:
        """Nothing: pytest's output is for what fails."""


@pytest.fixture
def service(tmp_path, settings):
    authority = SimpleSigner.load_pkcs12(
        keys.store(tmp_path, keys.rsa(), stamps_time=True), passphrase=keys.PASSWORD.encode()
    )
    made = Service(DummyTimeStamper(authority.signing_cert, authority.signing_key, authority.cert_registry))
    thread = threading.Thread(target=made.serve_forever, daemon=True)
    thread.start()
    settings.SEAL_TIME_STAMP_URL = made.url
    stamp.forget()
    yield made
    made.over.set()
    made.shutdown()
    made.server_close()
    thread.join()
    stamp.forget()


def printed() -> bytes:
    return print_document("certificate", certificate_facts(), sealed=True).pdf


def test_its_word_raises_the_level(service, tmp_path):
    content = printed()
    seal = sealing.check(content)
    assert (seal.level, seal.intact, seal.trusted, service.asked) == ("B-T", True, True, 1)
    assert "Signature is Valid" in pdfsig(content, tmp_path)


def test_a_service_that_hangs_is_asked_once(service, monkeypatch, caplog):
    monkeypatch.setattr(clock, "PATIENCE", 0.2)
    service.does = lambda true: true if service.over.wait(60) else b""
    with caplog.at_level(logging.ERROR):
        seals = [sealing.check(printed()) for _paper in range(3)]
    assert [(seal.level, seal.intact) for seal in seals] == [("B-B", True)] * 3
    assert service.asked == 1, "the second and third paper did not wait"
    assert "sealed at level B-B" in caplog.text


@pytest.mark.parametrize(
    "does",
    [
        lambda true: b"",
        lambda true: b"<html>Please sign in</html>",
        lambda true: true[:-200],
        lambda true: true[:-5] + bytes([true[-5] ^ 1]) + true[-4:],  # its signature
        lambda true: tsp.TimeStampResp({"status": {"status": "rejection"}}).dump(),
    ],
    ids=["nothing", "a page", "half", "another signature", "refused"],
)
def test_rubbish_never_gets_into_a_seal(service, does):
    service.does = does
    for _paper in range(2):
        seal = sealing.check(printed())
        assert (seal.level, seal.intact, seal.trusted) == ("B-B", True, True)
    assert service.asked == 1


def test_an_error_of_the_service_and_then_it_is_well_again(service):
    service.status = 503
    assert sealing.check(printed()).level == "B-B"
    service.status = 200
    assert sealing.check(printed()).level == "B-B", "it rests"
    stamp.the_stamp().clock.rests_until = 0.0
    assert sealing.check(printed()).level == "B-T"


def test_nobody_at_the_address(service, settings):
    settings.SEAL_TIME_STAMP_URL = "http://127.0.0.1:9/"
    stamp.forget()
    seal = sealing.check(printed())
    assert (seal.level, seal.intact) == ("B-B", True)


def test_an_answer_too_long_for_the_place(service, monkeypatch):
    monkeypatch.setattr(clock, "ROOM", 100)
    assert sealing.check(printed()).level == "B-B"
