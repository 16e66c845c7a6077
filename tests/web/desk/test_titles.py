"""The pages of titles: asked by the office, a stranger with the same right elsewhere, the centre and nobody."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from khedmat.cards.models import DeclaredTitle, ServiceVersion, TitleList
from tests.factories.changes import once_called
from tests.factories.people import MembershipFactory, centre, person
from tests.factories.titles import SIGNED_ON, confirmed, drafted, office

pytestmark = pytest.mark.django_db
LISTS = "/desk/titles/"
A_LIST = "فهرست خدمات سازمان نمونه\n1- صدور پروانه چاه آب\n2- تمدید پروانه چاه آب\n3- لغو پروانه چاه آب\n"


@pytest.fixture
def office_():
    return office()


def told(response):
    return " ".join(response.content.decode().split())


def picture(name="letter.png"):
    scan = io.BytesIO()
    Image.new("L", (400, 600), 255).save(scan, "PNG")
    return SimpleUploadedFile(name, scan.getvalue())


def letter(titles, **changes):
    plain = {"signed_by": "رئیس", "number": "۱۲/۳", "day": "۱۴۰۵/۰۸/۱۰", "said_count": "۳", "seen": titles.revision}
    return plain | {"file": picture()} | changes


def confirm_page(titles):
    return f"{LISTS}{titles.pk}/confirm/"


def test_the_same_line_twice_in_one_paste_is_said_to_be_repeated(client_for, office_):
    titles = drafted(office_)

    page = client_for(office_.author).post(f"{LISTS}{titles.pk}/add/", {"lines": "گواهی\nمجوز\nگواهی"}, follow=True)

    assert "۲ عنوان افزوده شد؛ ۱ عنوان تکراری بود." in told(page)


def test_an_author_goes_from_nothing_to_rows(client_for, office_):
    client = client_for(office_.author)
    assert "آغاز فهرست" in told(client.get(LISTS))

    page = client.post(f"{LISTS}begin/sample/")["Location"]
    client.post(f"{page}add/", {"lines": "۱. صدور پروانه\n- تمدید پروانه\nپاسخ"})

    shown = told(client.get(page))
    assert "۳ عنوان" in shown
    assert "۲ عنوان افزوده شد" not in shown
    assert "۳ عنوان افزوده شد" in shown


def test_four_people_at_a_draft(client, client_for, office_):
    page = f"{LISTS}{drafted(office_).pk}/"
    reviewer = person("reviewer", centre())

    assert client_for(office_.author).get(page).status_code == 200
    assert "/add/" not in told(client_for(office_.reader).get(page))
    assert client_for(office_.other_author).get(page).status_code == 404
    assert client_for(reviewer).get(page).status_code == 404
    assert client.get(page)["Location"].startswith("/account/login/")


def test_a_confirmed_list_and_its_letter_are_shown_to_the_centre_too(client_for, office_):
    page = f"{LISTS}{confirmed(office_).pk}/"
    reviewer = client_for(person("reviewer", centre()))

    sent = reviewer.get(f"{page}letter/")

    assert "نامهٔ ۱۲/۳۴۵" in told(reviewer.get(page))
    assert sent.content.startswith(b"%PDF")
    assert sent["Content-Disposition"].startswith("attachment")
    assert client_for(office_.other_author).get(f"{page}letter/").status_code == 404


def test_a_list_says_what_the_agency_was_called_on_the_day_of_its_letter(client_for, office_):
    titles, reader = confirmed(office_), client_for(office_.reader)
    today = told(reader.get(f"{LISTS}{titles.pk}/"))

    once_called(office_.agency, "ادارهٔ نمونه", until=SIGNED_ON)

    assert "در آن روز نام دستگاه" not in today
    assert "در آن روز نام دستگاه «ادارهٔ نمونه» بود" in told(reader.get(f"{LISTS}{titles.pk}/"))


def test_a_stranger_is_kept_in_the_log(client_for, office_, caplog):
    titles = drafted(office_)

    client_for(office_.other_author).get(f"{LISTS}{titles.pk}/")

    assert f"asked for title list {titles.pk} of another agency" in caplog.text


def test_another_office_begins_nothing_here(client_for, office_):
    assert client_for(office_.other_author).post(f"{LISTS}begin/sample/").status_code == 404
    assert "نویسندگان «سازمان نمونه» می‌نویسند" in told(
        client_for(office_.reader).post(f"{LISTS}begin/sample/", follow=True)
    )
    assert not TitleList.objects.exists()


def test_a_row_is_changed_where_it_is_and_keeps_what_was_typed_when_refused(client_for, office_):
    titles = drafted(office_)
    row = titles.titles.get(title="پاسخ به استعلام")
    page, client = f"{LISTS}{titles.pk}/rows/{row.pk}/", client_for(office_.author)
    typed = {"title": "پاسخ", "electronic": "no", "place": "1", "seen": titles.revision}

    twin = told(client.post(page, typed | {"title": "صدور پروانۀ چاه"}))
    client.post(page, typed)

    row.refresh_from_db()
    assert "این عنوان در همین فهرست هست" in twin
    assert "صدور پروانۀ چاه" in twin
    assert (row.title, row.is_electronic) == ("پاسخ", False)


def test_who_comes_second_is_told_and_may_send_again(client_for, office_):
    titles = drafted(office_)
    row = titles.titles.get(title="پاسخ به استعلام")
    page, client = f"{LISTS}{titles.pk}/rows/{row.pk}/", client_for(office_.author)
    typed = {"title": "پاسخ", "electronic": "", "place": "2", "seen": titles.revision}
    client.post(page, typed)

    late = client.post(page, typed | {"title": "جواب"})

    assert "فهرست را تغییر داد" in told(late)
    assert late.context["form"]["seen"].value() == str(titles.revision + 1)
    assert client.post(page, typed | {"title": "جواب", "seen": titles.revision + 1}).status_code == 302


def test_a_row_is_taken_away(client_for, office_):
    titles = drafted(office_)
    row = titles.titles.get(title="صدور پروانهٔ چاه")

    typed = {"title": row.title, "electronic": "", "seen": titles.revision, "remove": "1"}
    client_for(office_.author).post(f"{LISTS}{titles.pk}/rows/{row.pk}/", typed)

    assert titles.titles.count() == 1


def test_a_row_of_another_list_is_not_found_here(client_for, office_):
    titles = drafted(office_)
    foreign = drafted(office(code="elsewhere")).titles.first()

    assert client_for(office_.author).get(f"{LISTS}{titles.pk}/rows/{foreign.pk}/").status_code == 404


def test_a_file_with_a_list_of_services_fills_the_draft(client_for, office_):
    titles = drafted(office_, "")
    file = SimpleUploadedFile("list.txt", A_LIST.encode())

    client_for(office_.author).post(f"{LISTS}{titles.pk}/add/", {"file": file})

    assert titles.titles.count() == 3
    assert titles.changes.latest("revision").source_file.name == "list.txt"


HOSTILE = [
    ("empty.txt", b"", "فایل خالی است"),
    ("program.docx", b"MZ" + b"\0" * 100, "برنامهٔ اجرایی"),
    ("noise.pdf", b"%PDF-1.4 nothing", "PDF"),
    ("card.txt", "شناسنامه خدمت\nعنوان خدمت: صدور\nشرح خدمت: چیزی".encode(), "فهرست خدمت‌ها نیست"),
]


@pytest.mark.parametrize(("name", "data", "sentence"), HOSTILE)
def test_a_file_that_is_no_list_is_refused_in_words(client_for, office_, name, data, sentence):
    titles = drafted(office_, "")

    response = client_for(office_.author).post(f"{LISTS}{titles.pk}/add/", {"file": SimpleUploadedFile(name, data)})

    assert sentence in told(response)
    assert not DeclaredTitle.objects.exists()


def test_nothing_given_is_asked_for(client_for, office_):
    titles = drafted(office_, "")

    assert "هر یک در یک سطر؛ یا پرونده" in told(client_for(office_.author).post(f"{LISTS}{titles.pk}/add/", {}))


def test_the_approver_records_the_letter(client_for, office_):
    titles = drafted(office_)

    client_for(office_.approver).post(confirm_page(titles), letter(titles))

    titles.refresh_from_db()
    assert (titles.stage, titles.letter_number, titles.said_count) == ("confirmed", "12/3", 3)
    assert (titles.letter_date.isoformat(), titles.letter_file.media_type) == ("2026-11-01", "image/png")


LETTERS = [
    ({"said_count": "۴"}, "در نامه ۴ عنوان گفته شده و در فهرست ۳ عنوان است"),
    ({"said_count": "چند"}, "شمار عنوان‌ها عدد است"),
    ({"day": "۱۴۰۵/۱۳/۰۱"}, "تاریخ روز درستی نیست"),
    ({"day": "۱۴۹۹/۰۱/۰۱"}, "تاریخ نامه از امروز دیرتر است"),
    ({"number": ""}, "field-error"),
    ({"file": ""}, "اسکن نامهٔ امضاشده را برگزینید"),
    ({"file": SimpleUploadedFile("letter.pdf", b"MZ" + b"\0" * 99)}, "نامهٔ امضاشده باید PDF یا تصویر"),
    ({"file": SimpleUploadedFile("letter.png", b"\x89PNG nothing")}, "field-error"),
    ({"file": SimpleUploadedFile("letter.html", b"<html><script>alert(1)</script></html>")}, "باید PDF یا تصویر"),
]


@pytest.mark.parametrize(("changes", "sentence"), LETTERS)
def test_a_letter_that_will_not_do_is_refused_beside_its_box(client_for, office_, changes, sentence):
    titles = drafted(office_)

    response = client_for(office_.approver).post(confirm_page(titles), letter(titles, **changes))

    titles.refresh_from_db()
    assert sentence in told(response)
    assert titles.is_draft


@pytest.mark.parametrize("role", ["author", "reader"])
def test_whose_work_the_confirmation_is_not_hears_whose_it_is(client_for, office_, role):
    titles = drafted(office_)

    response = client_for(getattr(office_, role)).post(confirm_page(titles), letter(titles))

    assert "کار تأییدکنندگان «سازمان نمونه» است" in told(response)


def test_a_new_card_of_a_confirmed_agency_bears_one_of_its_titles(client_for, office_):
    confirmed(office_)
    client = client_for(office_.author)

    refused = told(client.post("/desk/new/", {"title": "صدور کارت"}))
    client.post("/desk/new/", {"title": "صدور پروانۀ چاه", "anyway": "on"})

    assert "عنوان خدمت‌های «سازمان نمونه» تأیید شده است" in refused
    assert '<option value="تمدید پروانهٔ چاه">' in refused
    assert ServiceVersion.objects.get().title == "صدور پروانهٔ چاه"


def test_an_author_of_two_agencies_is_held_to_the_list_of_the_one_he_picks(client_for, office_):
    confirmed(office_)
    MembershipFactory(user=office_.author, organization=office_.other, role="author")
    client = client_for(office_.author)

    refused = told(client.post("/desk/new/", {"title": "صدور کارت", "office": office_.agency.pk}))
    client.post("/desk/new/", {"title": "صدور کارت", "office": office_.other.pk})

    assert "از همان فهرست برگزیده می‌شود" in refused
    assert ServiceVersion.objects.get().service.owner == office_.other


def test_the_pages_ask_as_many_questions_for_many_rows(client_for, office_, assert_same_cost):
    titles = drafted(office_)
    client = client_for(office_.author)

    def grow():
        client.post(
            f"{LISTS}{titles.pk}/add/", {"lines": "\n".join(f"خدمت شمارهٔ {n} ام" for n in range(60))}, follow=True
        )

    assert_same_cost(lambda: client.get(f"{LISTS}{titles.pk}/"), grow)
