"""Word files of older generations through LibreOffice: every box kept or doubted, nothing of it left behind.

The files are one card, its boxes written in five ways, as LibreOffice saved it from a DOCX.
"""

import io
import os
import shutil
import socket
import sys
import time
import zipfile
from contextlib import suppress
from pathlib import Path

import pytest

from khedmat.importing.readers.confined import programs
from khedmat.importing.readers.containers import office
from khedmat.importing.readers.containers.office import conversion, process, profile, soundness
from khedmat.importing.readers.opening import opened
from khedmat.importing.readers.reading import read_bytes
from khedmat.importing.readers.unreadable import Unreadable
from tests.importing.readers.printing import ANSWERS
from tests.importing.readers.reading_forms import cases, contract_of, warned

FILES = Path(__file__).with_name("files")
KINDS = {"doc": "application/msword", "odt": "application/vnd.oasis.opendocument.text", "rtf": "application/rtf"}
needs_libreoffice = pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")


def data_of(kind):
    return (FILES / f"card.{kind}").read_bytes()


@pytest.fixture(autouse=True)
def _nothing_is_remembered():
    conversion.as_docx.cache_clear()


@needs_libreoffice
@pytest.mark.parametrize("kind", ["doc", "odt"])
def test_every_box_and_value_of_an_older_word_file_is_read(kind):
    (document,) = read_bytes(data_of(kind), "card")

    card = contract_of(document)["card"]
    assert {name: card[name] for name in ANSWERS} == ANSWERS
    assert (document.undecided, document.source.media_type) == ([], KINDS[kind])


@cases("place", {"sector": 4096, "small sector, for a text below 4 kB": 4672})
def test_the_text_of_an_old_word_file_begins_at_a_sector_of_either_size(place):
    assert soundness.is_sound_doc(bytes(place) + b"\xec\xa5" + bytes(900))
    assert not soundness.is_sound_doc(bytes(place + 1) + b"\xec\xa5" + bytes(900))


@needs_libreoffice
def test_boxes_of_an_rtf_that_lost_their_state_are_doubted_and_all_others_read():
    (document,) = read_bytes(data_of("rtf"), "card.rtf")

    card = contract_of(document)["card"]
    assert {name: card[name] for name in ANSWERS} == ANSWERS | {"life_events": None}
    assert document.undecided == ["life_events"]
    assert ("rtf_boxes", None) in warned(document)


FORM_FIELD = (
    r"{\field{\*\fldinst {\rtlch FORMCHECKBOX }{\rtlch {\*\datafield 00}{\*\formfield{\fftype1\ffres1\ffdefres0}}}}"
    r"{\fldrslt {\rtlch}}}"
)


@needs_libreoffice
def test_boxes_of_an_rtf_that_word_wrote_keep_their_state():
    file = opened(rf"{{\rtf1\ansi {FORM_FIELD} A\par}}".encode(), "form.rtf")

    assert file.leaves[0].sheet.text.split() == ["☑", "A"]
    assert file.remarks == ()


@cases(
    ("rtf", "lost"),
    {
        "state beside the box": (FORM_FIELD, False),
        "no state": (r"{\field{\*\fldinst {FORMCHECKBOX }}{\fldrslt {}}}", True),
        "state of the next box": (r"{\field{\*\fldinst FORMCHECKBOX}{\fldrslt}}" + FORM_FIELD, True),
        "cut behind the box": (r"{\field{\*\fldinst FORMCHECKBOX", True),
        "no box": (r"{\rtf1 FORM}", False),
    },
)
def test_whether_boxes_of_an_rtf_lost_their_state_is_told_by_their_data(rtf, lost):
    made, found = office.with_lost_boxes_left_out(rtf.encode())

    assert found is lost
    assert (made == rtf.encode()) is not lost
    assert made.count(b"FORMCHECKBOX") == rtf.count("FORMCHECKBOX") - lost


@pytest.mark.parametrize("kind", KINDS)
def test_without_libreoffice_a_sentence_says_what_to_do(kind, monkeypatch):
    monkeypatch.setenv("PATH", "")

    with pytest.raises(Unreadable, match=r"LibreOffice نصب باشد .*docx ذخیره کنید"):
        opened(data_of(kind), "card")


MANIFEST = f"""<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">
<manifest:file-entry manifest:full-path="/" manifest:media-type="{KINDS["odt"]}"/>
<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>"""


def odt(content):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as zipped:
        zipped.writestr("mimetype", KINDS["odt"])
        zipped.writestr("content.xml", content)
        zipped.writestr("META-INF/manifest.xml", MANIFEST)
    return packed.getvalue()


@cases(
    ("data", "words"),
    {
        "old word without its text": (data_of("doc").replace(b"\xec\xa5", b"\0\0"), "خراب"),
        "cut odt": (data_of("odt")[:-30], "خراب"),
        "odt of no XML": (odt("x"), "خراب"),
        "odt with nothing in it": (odt("<x/>"), "خراب"),
        "odt with entities of its own": (odt('<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'), "تعریف‌های XML"),
        "odt that grows without end": (odt("\0" * 13_000_000), "بزرگ"),
    },
)
def test_what_is_damaged_is_refused_before_anything_is_started(data, words, monkeypatch):
    monkeypatch.setattr(process, "run", lambda *_: pytest.fail("started"))

    with pytest.raises(Unreadable, match=words):
        opened(data, "card")


@needs_libreoffice
def test_what_libreoffice_cannot_open_is_refused_in_words_and_leaves_nothing(tmp_path, monkeypatch):
    monkeypatch.setattr(conversion.tempfile, "tempdir", str(tmp_path))

    with pytest.raises(Unreadable, match="باز نکرد"):
        opened(odt("<x><y/></x>"), "card.odt")

    assert list(tmp_path.iterdir()) == []


NAMES = "".join(
    f' xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{space}:1.0"'
    for name, space in (("office", "office"), ("text", "text"), ("draw", "drawing"))
)


def linked(address):
    """A section and a picture that stand elsewhere."""
    source = f'<text:section-source xlink:href="{address}"/><text:p>kept</text:p>'
    section = f'<text:section text:name="a">{source}</text:section>'
    picture = f'<text:p><draw:frame><draw:image xlink:href="{address}"/></draw:frame></text:p>'
    text = f"<office:body><office:text>{section}{picture}</office:text></office:body>"
    names = f'{NAMES} xmlns:xlink="http://www.w3.org/1999/xlink" office:version="1.2"'
    return odt(f"<office:document-content{names}>{text}</office:document-content>")


@needs_libreoffice
@pytest.mark.parametrize("cut_off", [True, False], ids=["cut off", "by its profile alone"])
def test_nothing_is_fetched_and_no_file_of_the_machine_is_read(cut_off, tmp_path, monkeypatch):
    if not cut_off:
        monkeypatch.setattr(programs, "_isolation", lambda: ())
    secret = tmp_path / "secret.txt"
    secret.write_text("PASSWORD")

    with socket.create_server(("127.0.0.1", 0)) as server:
        server.setblocking(False)
        address = f"http://127.0.0.1:{server.getsockname()[1]}/x.png"
        texts = [opened(linked(one), "a.odt").leaves[0].sheet.text for one in (address, secret.as_uri())]

        with pytest.raises(BlockingIOError):
            server.accept()
    assert texts == ["kept", "kept"]


def test_macros_and_links_are_switched_off_in_the_profile(tmp_path):
    profile.write(tmp_path / "profile")

    written = (tmp_path / "profile" / "user" / "registrymodifications.xcu").read_text()
    assert '"DisableMacrosExecution" oor:op="fuse"><value>true' in written
    assert '"BlockUntrustedRefererLinks" oor:op="fuse"><value>true' in written


def is_gone(number):
    """Ended, if not at once; a dead one whose parent has not asked for it yet is gone too."""
    for _ in range(100):
        with suppress(FileNotFoundError, ProcessLookupError):
            if Path(f"/proc/{number.strip()}/stat").read_text().rpartition(")")[2].split()[0] != "Z":
                time.sleep(0.05)
                continue
        return True
    return False


def test_a_program_that_takes_too_long_is_ended_with_all_that_it_started(tmp_path, monkeypatch):
    monkeypatch.setattr(process, "LONGEST", 1)

    assert not process.run(["sh", "-c", "sleep 300 & echo $! > child; wait"], tmp_path)

    assert is_gone((tmp_path / "child").read_text())


def test_a_program_that_ends_leaves_nothing_running(tmp_path):
    assert process.run(["sh", "-c", "sleep 300 & echo $! > child"], tmp_path)

    assert is_gone((tmp_path / "child").read_text())


def test_a_program_gets_little_memory_and_is_told_nothing_of_ours(tmp_path, monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "secret")

    assert not process.run([sys.executable, "-c", "bytearray(2 << 30)"], tmp_path)
    assert process.run(["sh", "-c", "env > told"], tmp_path)
    assert "secret" not in (tmp_path / "told").read_text()
    assert os.environ["DATABASE_URL"] == "secret"
