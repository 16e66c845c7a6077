"""Scans and photos are read with Tesseract, and nothing that is read from them is decided."""

import os

import pytest

from khedmat.importing.readers.containers import scan
from khedmat.importing.readers.containers.scan import memory, tesseract
from khedmat.importing.readers.opening import opened
from khedmat.importing.readers.paper import is_scan
from khedmat.importing.readers.picture import as_it_looked
from khedmat.importing.readers.reading import read_bytes
from khedmat.importing.readers.unreadable import Unreadable
from tests.importing.readers import pdfs, scanned
from tests.importing.readers.reading_forms import contract_of, warned
from tests.importing.readers.scanned import CARD, form, saved

READ = {
    "title": "صدور پروانه بهره برداری معدن",
    "executive_agency": "سازمان صنعت و معدن",
    "description": "رسیدگی به درخواست و صدور پروانه",
    "url": "http://example.ir/m",
}


@pytest.fixture
def reads():
    if not tesseract.is_here():
        assert os.environ.get("CI") != "true", "tesseract is missing: apt-get install tesseract-ocr tesseract-ocr-fas"
        pytest.skip("tesseract with fas is missing: apt-get install tesseract-ocr tesseract-ocr-fas")


@pytest.fixture(autouse=True)
def _nothing_is_remembered():
    memory.keep_in(memory.Few())


def read_one(data, name="scan.png"):
    (document,) = read_bytes(data, name)
    return document


def test_a_scan_gives_its_words_and_every_one_of_them_is_doubted(reads):
    document = read_one(saved(form(*CARD)))

    card = contract_of(document)["card"]
    assert {name: card[name] for name in READ} == READ
    assert (document.source.ocr, document.source.media_type, document.source.pages) == (True, "image/png", 1)
    assert all(step.sure <= 0.5 for step in document.trace.values())
    assert {f"card.{name}" for name in READ} <= set(document.trace)
    assert ("scan", None) in warned(document)


def test_a_tick_in_a_scan_is_a_hint_and_no_value(reads):
    document = read_one(saved(form(*CARD)))

    assert (document.card.nature, document.card.level) == (None, [])
    assert {"nature", "level"} <= set(document.undecided)
    seen = {one.field: one for one in document.warnings if one.code == "undecided"}
    assert "در تصویر پیداست: استانی" in seen["card.level"].message
    assert "☑ استانی" in seen["card.level"].found


def test_an_id_in_a_scan_is_no_id(reads):
    document = read_one(saved(form(*CARD)))

    assert (document.card.service_id, "service_id" in document.undecided) == (None, True)


def test_a_photo_that_leans_in_the_shadow_is_read_as_well(reads):
    photo = scanned.specked(scanned.in_shadow(scanned.leaning(form(*CARD), 1.0)))

    card = contract_of(read_one(saved(photo, kind="JPEG", quality=80), "photo.jpg"))["card"]

    assert {name: card[name] for name in READ} == READ


def test_all_pages_of_a_tiff_are_one_form(reads):
    document = read_one(saved(form(*CARD[:4]), form(*CARD[4:]), kind="TIFF"), "form.tif")

    assert document.source.pages == 2
    assert (document.card.title, document.card.url) == (READ["title"], READ["url"])


def pdf_of(*pages):
    return saved(*pages, kind="PDF", resolution=200)


def test_a_pdf_of_pictures_is_a_scan(reads):
    document = read_one(pdf_of(form(*CARD)), "form.pdf")

    assert (document.source.ocr, document.source.media_type) == (True, "application/pdf")
    assert document.card.title == READ["title"]


def test_the_words_of_a_scan_are_marked_over_its_picture(reads):
    original = as_it_looked(saved(scanned.leaning(form(*CARD), 1.0)), "scan.png")

    number = next(n for n, block in enumerate(original.blocks) if READ["title"] in block.cells)
    assert f'<g id="source-{number}" data-block="{number}"><rect' in original.html
    assert '<img src="page:1.png"' in original.html
    assert READ["title"] in original.html


def test_a_page_that_is_not_begun_in_time_is_told_and_the_first_is_always_read(reads, monkeypatch):
    monkeypatch.setattr(scan.reading, "LONGEST", -1.0)

    for kind, name in (("TIFF", "form.tif"), ("PDF", "form.pdf")):
        document = read_one(saved(form(*CARD[:4]), form(*CARD[4:]), kind=kind), name)
        late = [one.message for one in document.warnings if one.code == "late_page"]
        assert (document.card.title, document.card.url, document.source.pages) == (READ["title"], None, 2)
        assert len(late) == 1
        assert "صفحهٔ ۲" in late[0]


def test_what_was_seen_is_remembered(reads, monkeypatch):
    data = saved(form(*CARD))
    first = read_one(data)

    monkeypatch.setattr(tesseract, "table_of", None)

    assert read_one(data) == first


def test_a_picture_without_words_is_refused(reads):
    with pytest.raises(Unreadable, match="هیچ نوشته‌ای نیست"):
        read_bytes(saved(scanned.paper()), "white.png")


@pytest.fixture
def nobody_reads(monkeypatch):
    monkeypatch.setattr(tesseract, "languages", frozenset)


def test_without_tesseract_a_scan_is_refused_with_what_is_to_be_done(nobody_reads):
    for data in (saved(form(*CARD)), pdf_of(form(*CARD))):
        with pytest.raises(Unreadable, match=r"apt-get install tesseract-ocr tesseract-ocr-fas.*Word"):
            opened(data, "scan")


def test_without_tesseract_the_text_of_a_pdf_is_read_all_the_same(nobody_reads, monkeypatch):
    text = pdfs.pdf(pdfs.lines("عنوان خدمت: صدور پروانه"))

    assert not opened(text, "form.pdf").ocr


def test_a_tesseract_that_fails_is_told_in_words(reads, monkeypatch):
    monkeypatch.setattr(tesseract, "_MEANS", tesseract._MEANS._replace(memory=1024 * 1024))

    with pytest.raises(Unreadable, match="ناتمام ماند"):
        scan.pages(saved(form(*CARD)))


def test_pictures_and_pdfs_of_pictures_have_to_be_looked_at_and_nothing_else(reads):
    text = pdfs.pdf(pdfs.lines("عنوان خدمت: صدور پروانه"))

    assert [is_scan(data) for data in (saved(scanned.paper()), pdf_of(form(*CARD)))] == [True, True]
    assert [is_scan(data) for data in (text, "عنوان خدمت: صدور".encode())] == [False, False]


def test_where_nobody_reads_pictures_a_pdf_of_them_is_refused_at_once(nobody_reads):
    assert not is_scan(pdf_of(form(*CARD)))
