"""The page beside a version at the desk: its office, the steward, a stranger with the same right elsewhere, nobody."""

from datetime import date

import pytest

from khedmat.cards.beside.lines import papers_in, prices_in
from khedmat.cards.beside.standing import terms_of, ways_of
from khedmat.cards.models import DocumentWay, PriceTerm, Term, Way
from khedmat.core.jalali import long
from khedmat.web.desk.beside.agencies import agencies_on
from khedmat.web.desk.beside.forms import prefix_of
from tests.factories import forms
from tests.factories.beside import a_card, fetched, priced
from tests.factories.cards import NOW, VersionFactory
from tests.factories.people import OrganizationFactory, centre, person
from tests.factories.registers import a_document, steward

pytestmark = pytest.mark.django_db
UNTIL = date(2027, 3, 20)  # 29 Esfand 1405
FAR = date(2099, 3, 1)


def told(response):
    return " ".join(response.content.decode().split())


def address(version):
    return f"/desk/versions/{version.pk}/beside/"


def post_of(part, lines, *said, seen=0):
    """What the page sends of the first lines."""
    rows = zip(lines, said, strict=False)
    fields = {f"{prefix_of(line)}-{name}": text for line, row in rows for name, text in row.items()}
    return {"part": part} | {f"{prefix_of(line)}-seen": seen for line in lines} | fields


def sent_ways(client, version, *said, **more):
    return client.post(address(version), post_of("ways", papers_in(version.document), *said, **more), follow=True)


def sent_terms(client, version, *said, **more):
    return client.post(address(version), post_of("terms", prices_in(version.document.card), *said, **more), follow=True)


def author_of(version):
    return person("author", version.service.owner)


def test_an_author_says_how_each_document_of_a_draft_is_obtained(client_for):
    draft, agency = a_card("شناسنامه", "کارت ملی"), OrganizationFactory(name="ثبت احوال", aliases=["احوال"])
    by_applicant, by_agency = {"way": "applicant"}, {"way": "agency", "agency": "احوال"}

    page = sent_ways(client_for(author_of(draft)), draft, by_applicant, by_agency)

    said = {letters: row.said for letters, row in ways_of(draft).items()}
    assert said == {"شناسنامه": Way("applicant"), "کارتملی": Way("agency", agency.pk)}
    assert "ثبت شد" in told(page)
    assert 'value="ثبت احوال" list="agencies"' in told(page)


def test_the_office_says_until_when_a_price_holds_in_jalali_days(client_for):
    version = a_card(published=True)
    typed = {"valid_from": "1405/1/1", "valid_until": "۱۴۰۵/۱۲/۲۹", "source": "مصوبهٔ  شورا در ۱۴۰۴"}

    page = sent_terms(client_for(author_of(version)), version, typed)

    (row,) = terms_of(version).values()
    assert row.said == Term(date(2026, 3, 21), UNTIL, "مصوبهٔ شورا در 1404")
    assert 'value="۱۴۰۵/۱۲/۲۹"' in told(page)
    assert 'value="مصوبهٔ شورا در ۱۴۰۴"' in told(page)


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"way": "agency"}, "از کدام دستگاه گرفته می‌شود"),
        ({"way": "agency", "agency": "سازمان نیست"}, "«سازمان نیست» در فهرست دستگاه‌ها نیست"),
        ({"way": "applicant", "agency": "مرکز"}, "نام دستگاه نوشته شده است"),
        ({"way": "somehow"}, "field-error"),
        ({"way": "agency", "agency": "ا" * 301}, "field-error"),
    ],
)
def test_what_cannot_be_kept_of_a_document_is_said_at_its_line_and_stays_typed(client_for, said, sentence):
    draft = a_card()
    OrganizationFactory(name="مرکز")

    page = sent_ways(client_for(author_of(draft)), draft, said)

    assert page.status_code == 422
    assert sentence in told(page)
    assert said.get("agency", "") in told(page)
    assert not DocumentWay.objects.exists()


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"valid_until": "1405/13/1", "source": "نامه"}, "این تاریخ خوانده نشد"),
        ({"valid_until": "1405/12/29"}, "از کدام قانون، مصوبه یا نامه"),
        ({"valid_from": "1405/2/1", "valid_until": "1405/1/1", "source": "نامه"}, "یکی از دو تاریخ را درست کنید"),
        ({"source": "ا" * 301}, "field-error"),
    ],
)
def test_what_cannot_be_kept_of_a_price_is_said_at_its_line_and_stays_typed(client_for, said, sentence):
    version = a_card(published=True)

    page = sent_terms(client_for(author_of(version)), version, said)

    assert page.status_code == 422
    assert sentence in told(page)
    assert all(text in told(page) for text in said.values())
    assert not PriceTerm.objects.exists()


def test_who_wrote_meanwhile_is_not_undone_unseen(client_for):
    version = a_card(published=True)
    priced(version, UNTIL)

    page = sent_terms(client_for(author_of(version)), version, {"valid_until": "1405/1/1", "source": "نامه"})

    assert "دوباره بفرستید" in told(page)
    assert [row.said.valid_until for row in terms_of(version).values()] == [UNTIL]


@pytest.mark.parametrize("part", ["", "nothing", "agencies"])
def test_a_part_that_is_none_writes_nothing(client_for, part):
    draft = a_card()

    page = client_for(author_of(draft)).post(address(draft), {"part": part})

    assert page.status_code == 200
    assert not DocumentWay.objects.exists()


def test_the_steward_says_it_of_a_published_card_and_only_reads_its_prices(client_for):
    version, client = a_card(published=True), client_for(steward())

    sent_ways(client, version, {"way": "applicant"})
    page = sent_terms(client, version, {"valid_until": "1405/12/29", "source": "نامه"})

    assert [row.way for row in ways_of(version).values()] == ["applicant"]
    assert "اعتبار هزینه‌ها را نویسندگان" in told(page)
    assert not PriceTerm.objects.exists()


def test_a_reader_of_the_office_reads_and_is_told_whose_work_it_is(client_for):
    draft = a_card()
    client = client_for(person("reader", draft.service.owner))

    page = told(client.get(address(draft)))
    refused = told(sent_ways(client, draft, {"way": "applicant"}))

    assert page.count('<fieldset class="beside" disabled>') == 2
    assert "متولی فهرست‌های پایه" in refused
    assert not DocumentWay.objects.exists()


@pytest.mark.parametrize(("role", "at_home"), [("author", False), ("steward", False), ("steward", True)])
def test_to_strangers_a_draft_is_not_there_and_the_attempt_is_kept(client_for, caplog, role, at_home):
    draft = a_card()
    client = client_for(person(role, centre() if at_home else OrganizationFactory()))

    assert client.get(address(draft)).status_code == 404
    assert sent_ways(client, draft, {"way": "applicant"}).status_code == 404
    assert f"asked for version {draft.pk} of another agency" in caplog.text
    assert not DocumentWay.objects.exists()


def test_nobody_is_asked_to_sign_in(client):
    assert client.get(address(a_card()))["Location"].startswith("/account/login/")


def test_a_card_without_documents_and_prices_says_so(client_for):
    draft = a_card(prices=())
    bare = VersionFactory(document=forms.document(forms.card(documents=[])))

    assert "ردیف هزینه ندارد" in told(client_for(author_of(draft)).get(address(draft)))
    assert "مدرکی نمی‌خواهد" in told(client_for(author_of(bare)).get(address(bare)))


def test_many_lines_ask_no_more_than_few(client_for, assert_same_cost):
    drafts = [a_card(), a_card(*(f"مدرک {n}" for n in range(30)))]
    client = client_for(author_of(drafts[0]))
    other = client_for(author_of(drafts[1]))
    pages = [lambda: client.get(address(drafts[0])), lambda: other.get(address(drafts[1]))]

    assert_same_cost(lambda: pages[0](), pages.reverse)


def test_an_agency_is_found_by_any_name_and_its_own_name_wins():
    OrganizationFactory(name="الف", aliases=["ب"])
    own = OrganizationFactory(name="ب")

    known = agencies_on(NOW.date())

    assert known.find(" ب ") == own.pk
    assert known.find("ج") is None
    assert {"الف", "ب"} <= set(known.names)


def test_the_editor_offers_the_titles_of_the_register_and_takes_one_without_a_script(client_for):
    a_document("گواهی پایان خدمت")
    draft = a_card("شناسنامه")
    client, page = client_for(author_of(draft)), f"/desk/versions/{draft.pk}/edit/specification/"

    shown = told(client.get(page))
    lines = ["شناسنامه", "", "گواهی پایان خدمت"]
    client.post(page, {"card.documents": lines, "end": "1", "revision": draft.revision, "go": "stay"})

    draft.refresh_from_db()
    assert '<option value="گواهی پایان خدمت">' in shown
    assert f'href="{address(draft)}#ways"' in shown
    assert type(draft).objects.get(pk=draft.pk).document.card.documents == ["شناسنامه", "گواهی پایان خدمت"]


def test_readers_see_how_a_document_is_obtained_and_until_when_prices_hold(client):
    version = a_card("شناسنامه", "کارت ملی", published=True)
    fetched(version, OrganizationFactory(name="ثبت احوال")), fetched(version, None, place=1)
    priced(version, FAR, source="قانون بودجه")

    page = told(client.get(f"/services/{version.service.pk}/"))

    assert "لازم نیست بیاورید: دستگاه آن را از ثبت احوال می‌گیرد." in page
    assert page.count("خودتان می‌آورید.") == 1
    assert f"تا {long(FAR)} معتبر است." in page
    assert f'تا <time datetime="2099-03-01">{long(FAR)}</time> معتبر است' in page
    assert "قانون بودجه" in page


def test_readers_are_told_that_a_price_holds_no_more(client):
    version = a_card(published=True)
    priced(version, date(2021, 3, 20))

    page = told(client.get(f"/services/{version.service.pk}/"))

    assert "پایان یافته است" in page
    assert "معتبر است" not in page.replace("معتبر است؟", "")


def test_a_card_of_which_nothing_is_said_shows_nothing_of_it(client, django_assert_max_num_queries):
    version = a_card(published=True)

    with django_assert_max_num_queries(4):
        page = told(client.get(f"/services/{version.service.pk}/"))

    assert "هزینه‌ها تا کی" not in page
    assert "خودتان می‌آورید" not in page


def test_the_pages_of_the_document_and_of_the_electronic_index_count_the_ways(client):
    a_document(code="birth")
    version = a_card(published=True)
    fetched(version, OrganizationFactory())
    words = "در ۱ مورد دستگاه خود آن را از دارنده می‌گیرد"

    assert words in told(client.get("/documents/birth/"))
    assert words in told(client.get("/insight/electronic/"))


def test_where_nobody_said_anything_no_page_counts_it(client):
    a_document(code="birth")
    a_card(published=True)

    assert "در ۱ مورد" not in told(client.get("/documents/birth/"))
    assert "مدارک چگونه به دست می‌آید؟" not in told(client.get("/insight/electronic/"))
