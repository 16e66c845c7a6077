"""Bringing files: what is right is taken, what is wrong is told beside the field, and nothing else is lost."""

import io
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from khedmat.cards.models import ServiceVersion
from khedmat.files.models import StoredFile
from khedmat.importing.models import Batch, Upload
from tests.factories.people import MembershipFactory, OrganizationFactory, person
from tests.importing.paper import AGENCY, card_text, permit, permits_text
from tests.web.importing.conftest import FORM

pytestmark = pytest.mark.django_db
PAGE = "/desk/import/"


def file(data, name="card.txt"):
    return SimpleUploadedFile(name, data.encode() if isinstance(data, str) else data)


def archive(*members):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as zipped:
        for member in members:
            zipped.writestr(member, "x")
    return packed.getvalue()


@pytest.fixture
def author(client_for, office):
    return client_for(office.author)


def test_one_new_card_is_a_draft_at_once_and_its_editor_opens_with_the_source_beside(author, office):
    response = author.post(PAGE, {"files": file(card_text())})

    version = ServiceVersion.objects.get()
    assert response["Location"] == f"/desk/versions/{version.pk}/edit/identity/?source=1"
    assert (version.service.owner, version.created_by) == (office.agency, office.author)
    assert Upload.objects.get().file == version.source_file


def test_a_card_that_names_another_agency_is_asked_about_first(author):
    response = author.post(PAGE, {"files": file(card_text(agency="سازمان دیگر"))})

    assert response["Location"] == f"/desk/import/{Upload.objects.get().pk}/"
    assert "سازمان دیگر" in author.get(response["Location"]).content.decode()
    assert not ServiceVersion.objects.exists()


def test_a_scan_is_left_to_the_queue_and_nobody_waits_for_it(author, monkeypatch):
    monkeypatch.setattr(
        "khedmat.importing.readers.containers.scan.pages", lambda data: pytest.fail("read in the click")
    )
    scan = io.BytesIO()
    Image.new("L", (200, 300), 255).save(scan, "PNG")

    response = author.post(PAGE, {"files": file(scan.getvalue(), "اسکن.png")})

    batch = Batch.objects.get()
    assert response["Location"] == f"/desk/import/batches/{batch.pk}/"
    assert (batch.name, batch.total) == ("اسکن.png", 1)
    assert not Upload.objects.exists()


def test_a_picture_that_is_none_is_refused_at_once(author):
    response = author.post(PAGE, {"files": file(b"\x89PNG\r\n\x1a\nbroken", "a.docx")})

    assert response.status_code in (200, 302)
    assert not Upload.objects.exists()


def test_several_files_are_kept_and_listed(author):
    response = author.post(PAGE, {"files": [file(card_text(title=f"خدمت {name}"), f"{name}.txt") for name in "abc"]})

    page = author.get(response["Location"]).content.decode()
    assert response["Location"] == PAGE
    assert "۳ پرونده رسید" in page
    assert all(f"{name}.txt" in page for name in "abc")


BAD = {
    "nothing.html": (b"", "خالی است"),
    "blank.txt": (b" \n\t\n", "خالی است"),
    "program.html": (b"MZ" + bytes(200), "برنامهٔ اجرایی"),
    "zeros.txt": (bytes(5000), "متن نیست"),
    "noise.html": (bytes(range(256)) * 40, "فایل"),
    "slides.html": (archive("[Content_Types].xml", "ppt/presentation.xml"), "«PowerPoint»"),
    "cut.docx": (archive("word/document.xml")[:-30], "خراب است"),
    "card.rar": (b"Rar!\x1a\x07\x00", "«فایل فشرده RAR»"),
    "news.html": (
        "<html><body><p>خبر روز: باران می‌بارد.</p></body></html>".encode(),
        "فرم پرشدهٔ شناسنامه یا مجوز نیست",
    ),
    "untitled.txt": (card_text(title=None).encode(), "عنوان خدمت در فرم نوشته نشده"),
    "deep.html": (b"<table>" * 5000, "در هم تو رفته"),
    "endless.txt": (b"x\n" * 30_000, "بسیار بلند"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_file_that_cannot_be_taken_is_told_in_a_sentence_and_nothing_is_kept(author, name):
    data, words = BAD[name]

    response = author.post(PAGE, {"files": file(data, name)})

    page = response.content.decode()
    assert response.status_code == 200
    assert words in page
    assert name in page
    assert not StoredFile.objects.exists()


def test_a_file_of_twenty_five_megabytes_is_refused_by_its_size(author):
    page = author.post(PAGE, {"files": file(b"a" * (25 * 1024 * 1024))}).content.decode()

    assert "۲۵ مگابایت" in page
    assert not Upload.objects.exists()


def test_no_file_is_told_beside_the_field(author):
    assert "پرونده‌ای برگزیده نشده است" in author.post(PAGE).content.decode()


def test_the_sound_files_of_a_batch_are_kept_whatever_is_wrong_with_the_others(author):
    page = author.post(PAGE, {"files": [file(b"", "bad.txt"), file(card_text(), "good.txt")]}).content.decode()

    assert "«bad.txt»: فایل خالی است" in page
    assert [upload.name for upload in Upload.objects.all()] == ["good.txt"]
    assert f"/desk/import/{Upload.objects.get().pk}/" in page


def test_a_name_that_leads_elsewhere_or_holds_markup_is_only_a_name(author):
    page = author.post(PAGE, {"files": [file(b"", "<script>alert(1)<b>.txt")]}).content.decode()

    assert "<script>alert" not in page
    assert "&lt;" in page


@pytest.mark.parametrize("encoding", ["cp1256", "utf-16", "utf-8-sig"])
def test_persian_encodings_of_old_machines_are_read(author, encoding):
    author.post(PAGE, {"files": file(card_text().replace("ی", "ي").replace("\u200c", " ").encode(encoding))})

    assert ServiceVersion.objects.get().title == "صدور گواهی نمونه"


def test_a_page_of_thirty_six_thousand_cells_is_read(author):
    cells = "<tr>" + "<td>خانه</td>" * 40 + "</tr>"
    page = FORM.read_text("utf-8").replace("</table>", f"</table><table>{cells * 900}</table>")

    author.post(PAGE, {"files": file(page, "wide.html")})

    assert Upload.objects.count() == 1


def test_more_files_than_a_request_may_hold_are_refused_in_persian(author):
    response = author.post(PAGE, {"files": [file(card_text(), f"{number}.txt") for number in range(501)]})

    assert response.status_code == 400
    assert "پرونده" in response.content.decode()


def test_a_list_of_permits_comes_to_its_plan_which_says_who_takes_it_in(author):
    response = author.post(PAGE, {"files": file(permits_text(permit()), "permits.html")}, follow=True)

    assert "تنها با گردانندهٔ سامانه" in response.content.decode()


def test_an_author_of_two_offices_says_whose_form_it_is(client_for, office):
    second = MembershipFactory(user=office.author, organization=OrganizationFactory(name="دستگاه دوم")).organization
    author = client_for(office.author)

    refused = author.post(
        PAGE, {"files": file(card_text()), "office": office.stranger.memberships.get().organization_id}
    )
    author.post(PAGE, {"files": file(card_text(agency="دستگاه دوم")), "office": second.pk})

    assert "نویسندهٔ این دستگاه نیستید" in refused.content.decode()
    assert [upload.organization for upload in Upload.objects.all()] == [second]


@pytest.mark.parametrize("who", ["colleague", "publisher", "nobody"])
def test_who_writes_for_no_office_is_told_so_and_brings_nothing(client_for, office, who):
    client = client_for(getattr(office, who))

    page, posted = client.get(PAGE), client.post(PAGE, {"files": file(card_text())})

    assert "نویسنده نیستید" in page.content.decode()
    assert posted.status_code == 200
    assert not StoredFile.objects.exists()


def test_an_empty_desk_says_what_to_do_next(author):
    assert "هنوز پرونده‌ای نیاورده‌اید" in author.get(PAGE).content.decode()


def test_the_list_shows_what_came_for_my_office_and_nothing_of_others(client_for, office, bring):
    bring(name="mine.txt")

    seen = {
        who: "mine.txt" in client_for(getattr(office, who)).get(PAGE).content.decode()
        for who in vars(office)
        if who != "agency"
    }

    assert seen == {"author": True, "colleague": True, "stranger": False, "publisher": False, "nobody": False}


def test_the_list_asks_as_much_for_many_files_as_for_few(author, bring, assert_same_cost):
    bring()

    assert_same_cost(
        lambda: author.get(PAGE), lambda: [bring(card_text(title=f"خدمت {n}"), f"{n}.txt") for n in range(8)]
    )


def test_more_than_forty_megabytes_in_one_click_are_not_read(author, monkeypatch):
    monkeypatch.setattr("khedmat.web.importing.forms.MOST_TOGETHER", 100)

    page = author.post(PAGE, {"files": [file("x" * 60), file("y" * 60)]}).content.decode()

    assert "در چند نوبت بیاورید" in page
    assert not Upload.objects.exists()


def test_the_list_says_what_became_of_each_file(author, office, bring):
    bring("متنی که فرم نیست ولی رسیده است", name="letter.txt")
    author.post("/desk/import/", {"files": file(card_text())})

    page = author.get("/desk/import/").content.decode()

    assert page.count("هنوز چیزی نوشته نشده") == 1
    assert page.count("۱ سند نوشته شد") == 1


def test_a_file_that_became_another_agencys_draft_became_nothing_here(author, office, bring, client_for):
    other = person("author", OrganizationFactory(name="دستگاه دیگر"))
    text = card_text().replace(AGENCY, "دستگاه دیگر")
    client_for(other).post("/desk/import/", {"files": file(text)})
    bring(text)

    assert "هنوز چیزی نوشته نشده" in author.get("/desk/import/").content.decode()
