"""Attaching files on the pages of the desk: the office, a stranger with the same right elsewhere, the centre."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from khedmat.cards.models import Attachment
from khedmat.cards.reviewing import Words, remark
from khedmat.files.models import StoredFile
from tests.factories.attachments import BPMN, a_docx, a_picture, attached
from tests.factories.cards import NOW, ServiceFactory, VersionFactory
from tests.factories.people import OrganizationFactory, centre, person
from tests.factories.titles import drafted, office

pytestmark = pytest.mark.django_db


@pytest.fixture
def here():
    return office()


@pytest.fixture
def draft(here):
    return VersionFactory(service=ServiceFactory(owner=here.agency), created_by=here.author)


@pytest.fixture
def examined(here):
    return VersionFactory(service=ServiceFactory(owner=here.agency), stage="approved")


def words(response):
    return " ".join(response.content.decode().split())


def typed(**changes):
    file = SimpleUploadedFile(changes.pop("name", "law.docx"), changes.pop("data", a_docx()))
    return {"kind": "law", "title": "آيين‌نامه", "number": "۱۲/۳", "day": "۱۴۰۵/۰۸/۱۰", "file": file} | changes


def to(version):
    return f"/desk/versions/{version.pk}/attach/"


def test_an_author_attaches_and_everybody_inside_takes_it_as_a_file(client_for, here, draft):
    data = a_docx()
    answer = client_for(here.author).post(to(draft), typed(name="law.docx.html", is_public="on", data=data))

    made = Attachment.objects.get()
    page = words(client_for(here.reader).get(f"/desk/versions/{draft.pk}/"))
    sent = client_for(here.reader).get(f"/desk/attachments/{made.pk}/")
    assert answer["Location"] == f"/desk/versions/{draft.pk}/#attachments"
    assert (made.title, made.number, made.is_public) == ("آیین‌نامه", "12/3", True)
    assert "آیین‌نامه" in page
    assert "همگانی" in page
    assert sent.content == data
    assert sent["Content-Disposition"] == 'attachment; filename="law.docx.html.docx"'
    assert sent["Content-Type"].endswith("wordprocessingml.document")
    assert (sent["X-Content-Type-Options"], sent["Content-Security-Policy"]) == (
        "nosniff",
        "default-src 'none'; sandbox",
    )


@pytest.mark.parametrize("role", ["author", "approver", "reviewer", "publisher"])
def test_a_stranger_with_the_same_right_elsewhere_finds_nothing(client_for, here, draft, role, caplog):
    made = attached(draft, by=here.author)
    stranger = client_for(person(role, OrganizationFactory()))

    assert stranger.get(f"/desk/attachments/{made.pk}/").status_code == 404
    assert stranger.post(f"/desk/attachments/{made.pk}/take-away/", {"reason": "x"}).status_code == 404
    assert stranger.post(to(draft), typed()).status_code == 404
    assert f"asked for attachment {made.pk} of another agency" in caplog.text
    assert Attachment.objects.standing().count() == 1


def test_the_centre_finds_those_of_what_was_sent_only(client_for, here, draft, examined):
    reviewer = client_for(person("reviewer", centre()))
    of_draft, of_sent = attached(draft, by=here.author), attached(examined, by=here.author, data=b"%PDF-1.4 b")

    assert reviewer.get(f"/desk/attachments/{of_draft.pk}/").status_code == 404
    assert reviewer.get(f"/desk/attachments/{of_sent.pk}/").status_code == 200


def test_anonymous_is_asked_who_they_are(client, here, draft):
    made = attached(draft, by=here.author)

    for address in (f"/desk/attachments/{made.pk}/", f"/desk/attachments/{made.pk}/take-away/", to(draft)):
        assert "/account/login/" in client.get(address)["Location"]


def test_a_colleague_who_may_not_is_told_who_may_and_the_file_is_not_kept(client_for, here, draft):
    page = words(client_for(here.reader).post(to(draft), typed()))

    assert "نویسندگان «سازمان نمونه»" in page
    assert not StoredFile.objects.exists()


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"data": b"<svg onload='x'/>"}, "این پرونده پیوست نمی‌شود"),
        ({"data": b""}, "خالی است"),
        ({"title": " ‌ "}, "عنوان سند را بنویسید"),
        ({"day": "۱۴۰۵/۱۳/۰۱"}, "تاریخ"),
        ({"day": "۱۴۹۹/۰۱/۰۱"}, "از امروز دیرتر است"),
        ({"kind": "burn"}, "note-seal"),
        ({"kind": "diagram"}, "نمودار، پروندهٔ BPMN"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_kept(client_for, here, draft, changes, told):
    assert told in words(client_for(here.author).post(to(draft), typed(**changes)))
    assert not Attachment.objects.exists()


def test_a_drawn_diagram_is_shown_and_a_model_of_it_only_taken(client_for, here, draft):
    author = client_for(here.author)
    author.post(to(draft), typed(kind="diagram", data=a_picture(), name="d.png"))
    author.post(to(draft), typed(kind="diagram", data=BPMN, name="d.xml"))

    drawn, model = Attachment.objects.order_by("pk")
    page = words(author.get(f"/desk/versions/{draft.pk}/"))
    assert page.count("attachment-picture") == 1
    assert f'src="/desk/attachments/{drawn.pk}/"' in page
    assert author.get(f"/desk/attachments/{model.pk}/")["Content-Type"] == "application/octet-stream"
    assert model.name == "d.xml.bpmn"


def test_a_file_beside_a_remark_stands_in_its_thread(client_for, here, examined):
    reviewer = person("reviewer", centre())
    said = remark(examined, Words("card.title", "ask", "نامه را ببینید"), by=reviewer, at=NOW)
    client, review = client_for(reviewer), f"/desk/versions/{examined.pk}/review/"

    page = words(client.get(review))
    answer = client.post(f"{to(examined)}?remark={said.pk}", typed(kind="letter"))

    assert f"{to(examined)}?remark={said.pk}" in page
    assert answer["Location"] == f"{review}#box-card.title"
    assert "آیین‌نامه" in words(client_for(here.reader).get(review))
    assert f"?remark={said.pk}" not in words(client_for(here.author).get(review))


@pytest.mark.parametrize("remark_", ["999999", "x", "9" * 5000])
def test_a_remark_that_is_not_of_this_card_is_not_found(client_for, here, examined, remark_):
    assert client_for(here.author).get(f"{to(examined)}?remark={remark_}").status_code == 404


def test_what_was_taken_away_nobody_gets(client_for, here, draft):
    made, author = attached(draft, by=here.author), client_for(here.author)

    asked = words(author.get(f"/desk/attachments/{made.pk}/take-away/"))
    answer = author.post(f"/desk/attachments/{made.pk}/take-away/", {"reason": ""})

    assert "هیچ کس این پرونده را نمی‌گیرد" in asked
    assert answer["Location"].endswith("#attachments")
    assert author.get(f"/desk/attachments/{made.pk}/").status_code == 404
    assert "پیوست نشده است" in words(author.get(f"/desk/versions/{draft.pk}/"))


def test_a_refusal_to_take_away_keeps_what_was_typed(client_for, here, examined):
    made = attached(examined, by=here.author)

    page = words(client_for(here.approver).post(f"/desk/attachments/{made.pk}/take-away/", {"reason": "زاید است"}))

    assert "هر کس پیوستی را" in page
    assert "زاید است" in page


def test_a_list_of_titles_has_its_files_too(client_for, here):
    titles = drafted(here)
    page = f"/desk/titles/{titles.pk}/"

    client_for(here.approver).post(f"{page}attach/", typed(kind="letter"))

    assert "آیین‌نامه" in words(client_for(here.reader).get(page))
    assert 'value="diagram"' not in words(client_for(here.author).get(f"{page}attach/"))
    assert client_for(here.other_author).post(f"{page}attach/", typed()).status_code == 404


def test_what_people_write_is_never_markup(client_for, here, draft):
    client_for(here.author).post(to(draft), typed(title="<script>alert(1)</script>", name="<b>.docx"))

    page = words(client_for(here.author).get(f"/desk/versions/{draft.pk}/"))

    assert "<script>alert" not in page
    assert "<b>.docx" not in page


@pytest.mark.parametrize("page", ["", "review/"])
def test_pages_cost_at_most_twelve_questions_whatever_is_attached(
    client_for, here, examined, page, django_assert_max_num_queries
):
    said = remark(examined, Words("card.title", "ask", "چرا؟"), by=here.approver, at=NOW)
    for number in range(4):
        attached(examined, by=here.author, data=f"%PDF-1.4 {number}".encode())
        attached(examined, by=here.approver, remark=said, data=f"%PDF-1.4 r{number}".encode())

    client = client_for(here.approver)
    with django_assert_max_num_queries(12):
        client.get(f"/desk/versions/{examined.pk}/{page}")


def test_a_list_costs_at_most_twelve_questions(client_for, here, django_assert_max_num_queries):
    titles = drafted(here)
    for number in range(4):
        attached(titles, by=here.author, data=f"%PDF-1.4 {number}".encode())

    client = client_for(here.author)
    with django_assert_max_num_queries(12):
        client.get(f"/desk/titles/{titles.pk}/")
