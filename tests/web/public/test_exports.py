"""Published forms as files: what they are called, who keeps them, and what is never in them."""

import io
import zipfile
from urllib.parse import unquote

import pypdfium2
import pytest

from khedmat.cards.canonical import digest_of
from khedmat.cards.outline import public_card
from khedmat.importing.readers.reading import read_bytes
from khedmat.permits.actions import create_list
from tests.factories import forms
from tests.factories.cards import NOW, VersionFactory, advance
from tests.factories.people import OrganizationFactory, UserFactory

pytestmark = pytest.mark.django_db
PRIVATE = ("مسئول نمونه", "00000000", "۰۰۰۰۰۰۰۰", "دفتر نمونه", "IR-4000", "IR-۴۰۰۰")
KINDS = {
    "card.docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "card.pdf": "application/pdf",
    "card.xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "short.html": "text/html; charset=utf-8",
}


@pytest.fixture
def version():
    card = forms.card(laws=["قانون ثبت احوال"])
    return VersionFactory(published=True, service__code="10011234000", document=forms.document(card))


@pytest.fixture
def agency():
    return OrganizationFactory(code="home", name="سازمان نمونه")


def get(client, version, file, **headers):
    return client.get(f"/services/{version.service.pk}/{file}", headers=headers)


def words_in(answer):
    """All texts of a file, whatever it is packed in."""
    data = answer.content
    if answer["Content-Type"].startswith("application/pdf"):
        return " ".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(data))
    if data.startswith(b"PK"):
        packed = zipfile.ZipFile(io.BytesIO(data))
        return " ".join(packed.read(name).decode("utf-8", "replace") for name in packed.namelist())
    return data.decode()


@pytest.mark.parametrize(("file", "kind"), KINDS.items())
def test_a_file_says_its_kind_and_its_name_in_persian(client, version, file, kind):
    answer = get(client, version, file)
    named = answer["Content-Disposition"]

    assert answer["Content-Type"] == kind
    assert named.startswith(f'attachment; filename="card-{version.service.pk}')
    assert unquote(named.partition("UTF-8''")[2]).startswith("صدور گواهی سوء پیشینه.")


@pytest.mark.parametrize("file", KINDS)
def test_neither_filler_nor_account_is_in_any_file(client, version, file):
    found = words_in(get(client, version, file))

    assert "گواهی" in found or "ﮔﻮﺍﻫﯽ" in found
    assert not [word for word in PRIVATE if word in found]


@pytest.mark.parametrize("file", ["card.docx", "card.xlsx"])
def test_what_is_read_from_a_public_file_is_the_public_card(client, version, file):
    (found,) = read_bytes(get(client, version, file).content, file)

    assert found.card == public_card(version.card)


@pytest.mark.parametrize("file", KINDS)
def test_a_file_that_the_reader_holds_is_not_made_again(client, version, file):
    first = get(client, version, file)

    again = get(client, version, file, if_none_match=first["ETag"])

    assert (again.status_code, again.content) == (304, b"")
    assert "public" in first["Cache-Control"]


def test_another_version_is_another_file(client, version):
    document = forms.document(forms.card(title="صدور گواهی تازه"))
    other = VersionFactory(published=True, document=document)

    assert get(client, other, "card.pdf", if_none_match=get(client, version, "card.pdf")["ETag"]).status_code == 200


@pytest.mark.parametrize("file", KINDS)
def test_head_is_answered_as_get_is(client, version, file):
    answer = client.head(f"/services/{version.service.pk}/{file}")

    assert (answer.status_code, answer.content) == (200, b"")
    assert answer["ETag"] == get(client, version, file)["ETag"]


@pytest.mark.parametrize("stage", ["draft", "submitted", "approved"])
@pytest.mark.parametrize("file", [*KINDS, "versions/1/card.docx"])
def test_what_is_not_published_has_no_file(client, stage, file):
    assert get(client, VersionFactory(stage=stage), file).status_code == 404


@pytest.mark.parametrize("kind", ["doc", "exe", "x" * 200])
def test_a_kind_that_is_not_printed_is_not_found(client, version, kind):
    assert get(client, version, f"card.{kind}").status_code == 404


def test_a_replaced_version_keeps_its_files(client, version):
    replaced = advance(version, "replaced")

    assert get(client, replaced, "card.docx").status_code == 404
    assert get(client, replaced, "versions/1/card.docx").status_code == 200


def test_no_cookie_comes_with_a_file(client, version):
    assert not get(client, version, "card.xlsx").cookies


def test_a_title_of_nothing_but_signs_still_gives_a_name(client):
    version = VersionFactory(published=True, card={"title": '/\\:*?"<>|'})

    assert unquote(get(client, version, "card.docx")["Content-Disposition"]).endswith("UTF-8''card.docx")


def test_a_name_brings_no_line_into_the_head_of_the_answer(client):
    version = VersionFactory(published=True, card={"title": 'الف"; x=1 ب'})

    assert '"; x' not in get(client, version, "card.docx")["Content-Disposition"]


@pytest.mark.parametrize("page", ["", "card/", "versions/1/"])
def test_pages_lead_to_the_files(client, version, page):
    shown = get(client, version, page).content.decode()

    for kind in ("docx", "pdf", "xlsx"):
        assert f"card.{kind}" in shown


def listed(agency, **parts):
    plain = {"kind": "permit_list", "source": {"name": "permits.html", "media_type": "text/html"}, **parts}
    return create_list(forms.form.from_contract(plain), organization=agency, by=UserFactory(), at=NOW)


@pytest.mark.parametrize("kind", ["docx", "xlsx"])
def test_the_permits_of_an_agency_are_one_list(client, agency, kind):
    listed(agency, permits=[{"title": "پروانهٔ ب", "action": "renew"}, {"title": "پروانهٔ آ", "action": "issue"}])
    listed(OrganizationFactory(), permits=[{"title": "پروانهٔ دیگران", "action": "issue"}])

    (found,) = read_bytes(client.get(f"/agencies/home/permits.{kind}").content, f"permits.{kind}")

    assert {permit.title for permit in found.permits} == {"پروانهٔ آ", "پروانهٔ ب"}


def test_doubts_go_with_their_rows(client, agency):
    rows = [{"title": "پروانهٔ ب"}, {"title": "پروانهٔ آ"}]
    listed(agency, permits=rows, undecided=["permits.0.applicants"])

    (found,) = read_bytes(client.get("/agencies/home/permits.docx").content, "permits.docx")

    place = [permit.title for permit in found.permits].index("پروانهٔ ب")
    assert found.undecided == [f"permits.{place}.applicants"]


def test_the_list_of_permits_is_kept_until_it_changes(client, agency):
    listed(agency, permits=[{"title": "پروانهٔ آ"}])
    first = client.get("/agencies/home/permits.pdf")
    kept = client.get("/agencies/home/permits.pdf", headers={"if-none-match": first["ETag"]})

    listed(agency, permits=[{"title": "پروانهٔ ب"}])
    changed = client.get("/agencies/home/permits.pdf", headers={"if-none-match": first["ETag"]})

    assert (kept.status_code, changed.status_code) == (304, 200)


def test_an_agency_without_permits_has_no_list(client, agency):
    assert client.get("/agencies/home/permits.docx").status_code == 404


def test_the_short_page_is_of_cards_alone(client, agency):
    listed(agency, permits=[{"title": "پروانهٔ آ"}])

    assert client.get("/agencies/home/permits.html").status_code == 404


def test_the_page_of_permits_leads_to_the_list_of_one_agency(client, agency):
    listed(agency, permits=[{"title": "پروانهٔ آ"}])

    assert "/agencies/home/permits.docx" in client.get("/permits/?agency=home").content.decode()
    assert "permits.docx" not in client.get("/permits/").content.decode()


def test_the_digest_is_the_same_whoever_prints_it(version):
    assert digest_of(version.document) == version.sha256
