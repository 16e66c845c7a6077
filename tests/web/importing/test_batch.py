"""The page of a batch: how far it is, every document in it, what is pressed by whom, and what is written."""

from types import SimpleNamespace

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from selectolax.lexbor import LexborHTMLParser

from khedmat.cards.actions import Asked, edit_draft
from khedmat.cards.models import ServiceVersion
from khedmat.importing.models import Batch, Upload
from khedmat.web.importing.batches.standing import Standing
from tests.factories.cards import NOW
from tests.factories.people import person
from tests.importing.batches.batch import advanced, cards, zipped
from tests.importing.paper import card_text
from tests.importing.sheets import sheets

pytestmark = pytest.mark.django_db
DESK = "/desk/import/"


@pytest.fixture
def author(client_for, office):
    return client_for(office.author)


def address(batch, rest=""):
    return f"/desk/import/batches/{batch.pk}/{rest}"


def opened(client, where, **headers):
    return LexborHTMLParser(client.get(where, headers=headers).content.decode())


def titles(page):
    return [row.text(strip=True) for row in page.css(".batch-row h2")]


def mixed():
    """One of each kind: new, unreadable, two on one service, two alike."""
    return {
        "new.txt": card_text(title="خدمت تازه", code="10031093000"),
        "letter.txt": "نامه‌ای که فرم نیست",
        "a.txt": card_text(),
        "b.txt": card_text(description="شرحی دیگر"),
        "like/1.txt": card_text(title="واگذاری انشعاب فاضلاب شهری"),
        "like/2.txt": card_text(title="واگذاری انشعاب آب و فاضلاب شهری"),
    }


def test_an_archive_is_kept_and_read_by_the_queue_and_its_page_opens(author, office):
    archive = SimpleUploadedFile("forms.zip", zipped(cards(3)))

    response = author.post(DESK, {"files": archive})

    batch = Batch.objects.get()
    assert response["Location"] == address(batch)
    assert (batch.name, batch.total, batch.by, batch.organization) == ("forms.zip", 3, office.author, office.agency)
    page = opened(author, address(batch))
    assert "خواندن: ۰ از ۳" in page.body.text()
    assert "نخستین سندها تا چند ثانیهٔ دیگر" in page.body.text()
    assert not Upload.objects.exists()


def test_many_files_are_read_as_one_batch_and_a_few_at_once(author):
    def files(number):
        return [SimpleUploadedFile(f"{n % 4}.txt", card_text(title=f"خدمت {n}").encode()) for n in range(number)]

    author.post(DESK, {"files": files(6)})
    author.post(DESK, {"files": files(2)})

    batch = advanced(Batch.objects.get())
    assert batch.name == "6 پرونده"
    assert [row.name for row in batch.rows.all()] == ["0.txt", "1.txt", "2.txt", "3.txt", "2 0.txt", "2 1.txt"]
    assert Upload.objects.filter(batch=None).count() == 2


def test_the_same_archive_is_not_worked_at_twice_at_once(author, unread):
    batch = unread(cards(2))
    archive = SimpleUploadedFile("again.zip", zipped(cards(2)))

    page = author.post(DESK, {"files": archive}).content.decode()

    assert "هم‌اکنون برای همین دستگاه در دست کار است" in page
    assert Batch.objects.get() == batch
    advanced(batch)
    archive.seek(0)
    author.post(DESK, {"files": archive})
    assert Batch.objects.count() == 2


def test_what_one_person_brings_in_a_day_is_bounded(author, settings):
    settings.IMPORT_BYTES_A_DAY = 5_000
    first = author.post(DESK, {"files": SimpleUploadedFile("a.zip", zipped(cards(4)))})

    page = author.post(DESK, {"files": SimpleUploadedFile("b.zip", zipped(cards(9)))}).content.decode()

    assert first.status_code == 302
    assert "در ۲۴ ساعت گذشته" in page
    assert Batch.objects.count() == 1


def test_an_archive_in_which_nothing_is_says_so_and_is_not_kept(author):
    page = author.post(DESK, {"files": SimpleUploadedFile("empty.zip", zipped({}))}).content.decode()

    assert "«empty.zip»: در این فایل فشرده هیچ پرونده‌ای نیست" in page
    assert not Batch.objects.exists()


def test_every_document_says_what_becomes_of_it_why_and_where_to_go(author, read):
    page = opened(author, address(batch := read(mixed())))

    assert titles(page) == [
        "افزودنخدمت تازه",
        "رد(خوانده نشد)",
        "ردصدور گواهی نمونه",
        "ردصدور گواهی نمونه",
        "افزودنواگذاری انشعاب فاضلاب شهری",
        "افزودنواگذاری انشعاب آب و فاضلاب شهری",
    ]
    assert "فرم پرشدهٔ شناسنامه یا مجوز نیست" in page.body.text()
    assert "۱۰۰۳۱۰۹۳۰۰۰" in page.body.text()
    links = [link.attributes["href"] for link in page.css(".batch-row a")]
    assert {f"{DESK}{row.upload_id}/" for row in batch.rows.exclude(upload=None)} <= set(links)
    assert address(batch, f"beside/{batch.rows.get(name='a.txt').pk}/") in links


def test_chips_count_and_narrow(author, read):
    batch = read(mixed())

    page = opened(author, address(batch))
    seen = {code: len(titles(opened(author, address(batch, f"?show={code}")))) for code in COUNTS}

    counts = [chip.css_first("b").text() for chip in page.css(".tabs a")]
    assert dict(zip(COUNTS, counts, strict=True)) == {code: "۰۱۲۳۴۵۶"[n] for code, n in COUNTS.items()}
    assert seen == COUNTS


COUNTS = {"": 6, "add": 3, "change": 0, "leave": 0, "refuse": 3, "written": 0, "doubtful": 0, "blocked": 5, "beside": 4}


@pytest.mark.parametrize(
    ("words", "found"),
    [("مرمت", 0), ("فاضلاب واگذاری", 2), ("LIKE/", 2), ("100310930", 1), ("تازه", 1), ("زرافه", 0), ("%", 0)],
)
def test_words_find_titles_names_and_ids(author, read, words, found):
    page = opened(author, address(read(mixed()), f"?q={words.replace('%', '%25')}"))

    assert len(titles(page)) == found
    assert ("با این صافی چیزی نیست" in page.body.text()) == (not found)


@pytest.mark.parametrize("rest", ["?show=x&sort=y&page=z", "?q=%00", "?page=99999999999", "?show=&q=" + "x" * 500])
def test_whatever_the_address_says_is_no_error(author, read, rest):
    assert author.get(address(read(cards(1)), rest)).status_code == 200


def test_documents_come_in_the_order_that_is_asked(author, read):
    batch = read({f"{title}.txt": card_text(title=title) for title in ("گواهی", "پروانه", "کارت")})

    assert titles(opened(author, address(batch, "?sort=title"))) == ["افزودنپروانه", "افزودنکارت", "افزودنگواهی"]


def test_only_progress_is_asked_again_and_the_page_comes_anew_at_the_end(author, unread):
    batch = unread(cards(2))
    asked = {"HX-Request": "true", "HX-Target": "progress"}

    part = author.get(address(batch), headers=asked).content.decode()
    advanced(batch)
    last = author.get(address(batch), headers=asked)

    assert part.lstrip().startswith('<section id="progress"')
    assert 'hx-trigger="every 2s"' in part
    assert last["HX-Refresh"] == "true"


def test_a_filter_changes_the_rows_alone(author, read):
    part = author.get(address(read(mixed()), "?show=add"), headers={"HX-Request": "true", "HX-Target": "rows"})

    assert part.content.decode().lstrip().startswith('<section id="rows"')


def test_holding_resuming_and_cancelling(author, unread):
    batch = unread(cards(2))
    states = []
    for act in ("pause", "resume", "cancel", "pause"):
        page = author.post(address(batch), {"act": act}, follow=True).content.decode()
        states.append(Batch.objects.get().state)

    assert states == ["reading_paused", "reading", "cancelled", "cancelled"]
    assert "این کار اکنون شدنی نیست" in page


def test_all_that_is_new_and_looks_like_nothing_else_is_written_by_one_button(author, read, office):
    batch = read(mixed() | cards(2))
    page = opened(author, address(batch))

    assert page.css_first(".batch-offers .button").text() == "همهٔ تازه‌ها را بنویس (۳)…"
    where = page.css_first(".batch-offers .button").attributes["href"]
    preview = opened(author, where).body.text()
    author.post(where)

    assert "۳ پیش‌نویس از خدمت‌های تازه" in preview
    assert "همانند" not in preview
    assert Batch.objects.get().state == "writing"
    assert "نوشتن: ۰ از ۳" in opened(author, address(batch)).body.text()
    assert advanced(batch).state == "read"
    assert {version.created_by for version in ServiceVersion.objects.all()} == {office.author}
    assert titles(opened(author, address(batch, "?show=written")))[0] == "نوشته شدخدمت تازه"


def test_everything_that_can_be_written_is_named_with_what_nobody_has_seen(author, read):
    preview = opened(author, address(read(mixed()), "write/")).body.text()

    assert "۳ پیش‌نویس از خدمت‌های تازه" in preview
    assert "۲ سند همانند سند یا خدمت دیگری است و هنوز کسی آن را ندیده است" in preview


def test_single_documents_are_chosen(author, read):
    batch = read(cards(3))
    pks = [row.pk for row in batch.rows.all()]

    author.post(address(batch, f"write/?picked=1&row={pks[0]}&row={pks[2]}&row=x&row=99999999999999"))
    advanced(batch)

    assert [bool(row.version_id) for row in batch.rows.all()] == [True, False, True]


def test_picking_none_of_them_writes_none_of_them(author, read):
    page = opened(author, address(read(cards(3)), "write/?picked=1"))

    assert "چیزی برای نوشتن نیست" in page.body.text()
    assert not page.css("main form")


def test_rows_of_another_batch_are_not_chosen(author, read):
    first, second = read(cards(1)), read({"x.txt": card_text()})

    page = author.post(address(first, f"write/?picked=1&row={second.rows.get().pk}"), follow=True).content.decode()

    assert "چیزی برای نوشتن نمانده" in page
    assert not Batch.objects.filter(state="writing").exists()


def test_two_people_pressing_at_once_write_once(author, read, office, client_for):
    batch = read(cards(2))
    other = client_for(person("author", office.agency))

    author.post(address(batch, "write/"))
    page = other.post(address(batch, "write/"), follow=True).content.decode()

    assert "نوشتن را اکنون نمی‌توان آغاز کرد" in page
    advanced(batch)
    assert ServiceVersion.objects.count() == 2


def test_a_file_that_is_written_from_its_own_page_is_written_in_the_batch(author, read):
    batch = read(cards(2))
    upload = batch.rows.first().upload

    author.post(f"{DESK}{upload.pk}/")

    assert [bool(row.version_id) for row in batch.rows.all()] == [True, False]
    assert address(batch) in author.get(f"{DESK}{upload.pk}/").content.decode()


def test_a_draft_that_was_edited_is_kept_and_leads_to_the_comparison(author, read, office):
    author.post(DESK, {"files": SimpleUploadedFile("card.txt", card_text().encode())})
    version = ServiceVersion.objects.get()
    edit_draft(version, Asked({"card.audience": "صنف‌ها"}), seen=0, by=office.author, at=NOW)
    batch = read({"newer.txt": card_text(audience="همگان")})

    page = opened(author, address(batch))
    upload = batch.rows.get().upload_id
    compared = author.get(f"/desk/versions/{version.pk}/compare/{upload}/0/")

    assert "نوشتهٔ همکاران پاک نمی‌شود" in page.body.text()
    assert f"/desk/versions/{version.pk}/compare/{upload}/0/" in str(page.body.html)
    assert "همگان" in compared.content.decode()


def test_the_report_says_every_finding_and_what_became_of_every_document(author, read, tmp_path):
    response = author.get(address(read(mixed()), "report/"))

    path = tmp_path / "report.xlsx"
    path.write_bytes(response.content)
    findings, files = sheets(path)
    assert response["Content-Disposition"].startswith("attachment; filename*=utf-8''")
    assert [row["چه شد"] for row in files] == ["افزودن", "رد", "رد", "رد", "افزودن", "افزودن"]
    assert (
        len([row for row in findings if row["پرونده"] == "new.txt" and row["شدت"] == "مانع انتشار"]) == files[0]["مانع"]
    )


def test_a_colleague_looks_on_and_presses_nothing(client_for, office, read):
    batch, reader = read(cards(2)), client_for(office.colleague)

    page = opened(reader, address(batch))
    pressed = reader.post(address(batch), {"act": "cancel"}, follow=True).content.decode()
    wrote = reader.post(address(batch, "write/"), follow=True).content.decode()

    assert not page.css("input[type=checkbox], main button[name=act], .batch-offers .button")
    assert "با نویسندگان دستگاه است" in pressed
    assert "با نویسندگان دستگاه است" in wrote
    assert Batch.objects.get().state == "read"


PLACES = ["", "write/", "report/", "beside/{row}/"]


@pytest.mark.parametrize("who", ["stranger", "publisher", "nobody"])
def test_nobody_else_finds_any_of_it_and_the_attempt_is_logged(client_for, office, read, who, caplog):
    batch, client = read(mixed()), client_for(getattr(office, who))
    places = [address(batch, place.format(row=batch.rows.get(name="a.txt").pk)) for place in PLACES]

    answers = [client.get(place).status_code for place in places]
    posted = [client.post(place, {"act": "cancel"}).status_code for place in places if "report" not in place]

    assert answers == [404] * 4
    assert posted == [404] * 3
    assert caplog.text.count(f"asked for batch {batch.pk} of another agency") == 7
    assert "forms.zip" not in client.get("/desk/import/batches/").content.decode()


def test_it_is_behind_the_door(client, read):
    batch = read(cards(1))

    assert all("/account/login/" in client.get(address(batch, place.format(row=1)))["Location"] for place in PLACES)


@pytest.mark.parametrize("place", ["", "write/", "report/"])
def test_a_page_asks_as_much_for_many_documents_as_for_few(author, read, assert_same_cost, place):
    few, many = read(mixed()), read(mixed() | cards(60))
    shown = [few]

    assert_same_cost(lambda: author.get(address(shown[-1], place)), lambda: shown.append(many))


@pytest.mark.parametrize("place", ["", "write/", "report/"])
def test_a_page_asks_at_most_twelve_questions(author, read, django_assert_max_num_queries, place):
    batch = read(mixed() | cards(60))

    with django_assert_max_num_queries(12):
        author.get(address(batch, place))


def test_the_lists_ask_as_much_for_many_batches_as_for_few(author, read, assert_same_cost):
    read(cards(1))

    for place in (DESK, "/desk/import/batches/"):
        assert_same_cost(lambda place=place: author.get(place), lambda: [read(cards(n)) for n in (2, 3, 4)])


def test_files_of_a_batch_do_not_stand_among_those_that_came_alone(author, read):
    read(cards(3))

    page = opened(author, DESK)

    assert "forms.zip" in page.body.text()
    assert "0000.txt" not in page.body.text()


@pytest.mark.parametrize(("total", "words"), [(1, "خوانده شد: ۱ از ۱ پرونده."), (40, "خوانده شد: ۴۰ از ۴۰ پرونده.")])
def test_one_file_that_was_read_is_counted_as_many_are(total, words):
    batch = SimpleNamespace(is_read=True, is_under_way=False)

    assert Standing(batch, total, total, may=False).words == words
