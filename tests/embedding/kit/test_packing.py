"""The signed ZIP of an agency: complete, deterministic, and any change in it is found."""

import io
import json
import shutil
import subprocess
import zipfile

import pytest
from selectolax.lexbor import LexborHTMLParser

from khedmat.embedding.kit.packing import pack
from khedmat.embedding.kit.signing import own_key_id, public_pem
from khedmat.embedding.kit.verifying import KEY, MANIFEST, SIGNATURE, verify
from khedmat.embedding.listing import listing_of
from khedmat.embedding.portal.expected import Expected
from khedmat.embedding.portal.judging import judge
from khedmat.embedding.portal.reading import read
from khedmat.site import cli
from tests.factories.cards import VersionFactory, identified
from tests.factories.people import OrganizationFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _own_key(settings, tmp_path):
    settings.KHEDMAT_DATA, settings.EMBED_KEY = tmp_path, ""


@pytest.fixture
def agency():
    agency = OrganizationFactory(code="sample", name="سازمان نمونه")
    for code, title in (("13041861000", "صدور پروانه"), ("12031861100", "تمدید پروانه")):
        identified(VersionFactory(service__owner=agency, published=True, card={"title": title}).service, code)
    return agency


@pytest.fixture
def packed(agency):
    return pack(listing_of(agency))


def files_of(data):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(files):
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return whole.getvalue()


def test_the_zip_holds_the_list_and_a_page_of_each_card(packed):
    assert set(files_of(packed)) == {
        "index.html", "services/13041861000.html", "services/12031861100.html",
        "khedmat.css", "README.txt", KEY, MANIFEST, SIGNATURE,
    }  # fmt: skip


def test_its_pages_lead_to_each_other_and_need_nothing_of_us(packed):
    files = files_of(packed)
    index, card = (LexborHTMLParser(files[name].decode()) for name in ("index.html", "services/13041861000.html"))

    assert [node.attributes["href"] for node in index.css("li > a")] == [
        "services/13041861000.html", "services/12031861100.html"
    ]  # fmt: skip
    assert index.css_first("link").attributes["href"] == "khedmat.css"
    assert card.css_first("link").attributes["href"] == "../khedmat.css"
    assert card.css("a")[0].attributes["href"] == "../index.html"
    assert not index.css("script, img, iframe")


def test_the_manifest_names_state_key_and_files(packed, agency, settings):
    manifest = json.loads(files_of(packed)[MANIFEST])

    listing = listing_of(agency)
    assert manifest["agency"] == "sample"
    assert manifest["source"] == settings.SITE_URL
    assert manifest["services"] == [str(entry.mark) for entry in listing.entries()]
    assert manifest["published_at"].startswith("2026-11-22T13:00:00")
    assert manifest["list"] == f"sample;2;{listing.sha256}"
    assert manifest["key"] == own_key_id()
    assert set(manifest["files"]) == set(files_of(packed)) - {KEY, MANIFEST, SIGNATURE}


def test_the_same_state_gives_the_same_bytes_and_another_state_others(packed, agency):
    assert pack(listing_of(agency)) == packed

    VersionFactory(service__owner=agency, published=True)

    assert pack(listing_of(agency)) != packed


def test_an_agency_without_a_card_has_a_zip_that_says_so():
    data = pack(listing_of(OrganizationFactory()))

    assert verify(data).faults == []
    assert "هنوز شناسنامهٔ منتشرشده‌ای ندارد" in files_of(data)["index.html"].decode()


def test_packing_asks_the_same_for_few_and_many(agency, assert_same_cost):
    def grow():
        for _ in range(4):
            VersionFactory(service__owner=agency, published=True)

    assert_same_cost(lambda: pack(listing_of(agency)), grow)


def test_the_checker_knows_the_pages_of_the_zip_as_current(packed, agency, settings):
    expected = Expected(listing_of(agency).entries())
    page = read(files_of(packed)["index.html"].decode(), expected, settings.SITE_URL)

    found = judge(expected, {"https://sample.ir/s/index.html": page}, "sample").services

    assert [(one.state, one.link) for one in found] == [
        ("current", f"https://sample.ir/s/services/{code}.html") for code in ("13041861000", "12031861100")
    ]


def test_a_good_zip_is_good_by_our_key_and_by_its_own(packed):
    assert verify(packed).faults == verify(packed, public_pem()).faults == []
    assert verify(packed).key == own_key_id()


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda files: files | {"index.html": b"x"}, "پس از امضا تغییر کرده"),
        (lambda files: files | {"other.html": b"x"}, "در فهرست امضاشده نیست"),
        (lambda files: {n: c for n, c in files.items() if n != "khedmat.css"}, "برداشته شده"),
        (lambda files: files | {MANIFEST: files[MANIFEST].replace(b"sample", b"simple")}, "نمی‌خواند"),
        (lambda files: files | {SIGNATURE: b"x" * 64}, "نمی‌خواند"),
        (lambda files: files | {SIGNATURE: b""}, "نمی‌خواند"),
        (lambda files: {n: c for n, c in files.items() if n != SIGNATURE}, "manifest.sig"),
        (lambda files: files | {KEY: b"no key"}, "کلید عمومی خوانده نمی‌شود"),
    ],
)
def test_any_change_is_found_and_said(packed, change, words):
    faults = verify(zipped(change(files_of(packed)))).faults

    assert len(faults) == 1
    assert words in faults[0]


@pytest.mark.parametrize("cut", [0, 10, 200, -30])
def test_a_damaged_file_is_no_zip(packed, cut):
    assert "خراب است" in verify(packed[:cut]).faults[0]


def test_a_zip_of_somebody_else_is_not_ours(packed, settings, tmp_path):
    settings.KHEDMAT_DATA = tmp_path / "other"

    assert "نمی‌خواند" in verify(packed, public_pem()).faults[0]
    assert verify(packed).faults == []


def test_the_command_says_it_in_words_and_in_json(packed, tmp_path, capsys):
    (tmp_path / "list.zip").write_bytes(packed)
    (tmp_path / "bad.zip").write_bytes(packed[:-30])
    (tmp_path / "key.pem").write_bytes(public_pem())
    key = ["--key", str(tmp_path / "key.pem")]

    statuses = [
        cli.main(["verify-embed", str(tmp_path / "list.zip"), *key]),
        cli.main(["verify-embed", str(tmp_path / "list.zip"), "--json"]),
        cli.main(["verify-embed", str(tmp_path / "bad.zip")]),
        cli.main(["verify-embed", str(tmp_path / "none.zip")]),
    ]

    said = capsys.readouterr()
    first, _key, second, third = said.out.splitlines()
    assert statuses == [0, 0, 1, 2]
    assert "بسته درست است: سازمان نمونه، 2 خدمت" in first
    assert json.loads(second)["ok"]
    assert "خراب است" in third
    assert "none.zip" in said.err


def test_the_recipe_beside_the_pages_works_without_us(packed, tmp_path):
    if not shutil.which("openssl"):
        pytest.skip("openssl is missing")
    folder = tmp_path / "unpacked"
    zipfile.ZipFile(io.BytesIO(packed)).extractall(folder)
    recipe = [line for line in (folder / "README.txt").read_text().splitlines() if line.startswith(("openssl", "sed"))]

    def tried():
        return [subprocess.run(line, shell=True, cwd=folder, capture_output=True).returncode for line in recipe]

    assert tried() == [0, 0]
    (folder / "index.html").write_text("x")
    assert tried() == [0, 1]
    (folder / MANIFEST).write_text("{}")
    assert tried()[0] == 1
