"""Staff search: one box, everything that this person may see, grouped, and why it was found."""

from types import SimpleNamespace
from urllib.parse import quote

import pytest

from khedmat.cards.laws import actions as laws
from khedmat.web.desk.search.asked import asked
from khedmat.web.desk.search.table import FINDERS
from tests.factories.cards import NOW, VersionFactory, identified
from tests.factories.duty import a_round
from tests.factories.people import MembershipFactory, OrganizationFactory, UserFactory, centre, person
from tests.factories.registers import a_document, a_law, a_system, legal_steward
from tests.factories.titles import titles_of
from tests.importing.batches.batch import brought
from tests.importing.paper import card_text

pytestmark = pytest.mark.django_db
CODE = "13011466000"


@pytest.fixture
def office():
    owner = OrganizationFactory(name="سازمان ثبت‌احوال نمونه", code="sabt", aliases=["ثبت احوال استان"])
    return SimpleNamespace(
        owner=owner, author=person("author", owner), stranger=person("author", OrganizationFactory(name="نهاد دیگر"))
    )


def card(office, title="صدور گواهی ولادت", stage="draft", **more):
    return VersionFactory(service__owner=office.owner, stage=stage, card={"title": title, "service_id": None}, **more)


def found(client_for, user, words, **more):
    response = client_for(user).get("/desk/search/", {"q": words, **more})
    return {group.finder.code: group for group in response.context["groups"]}


def hits(client_for, user, words, of="cards"):
    groups = found(client_for, user, words)
    return [(hit.title, str(hit.why)) for hit in groups[of].hits] if of in groups else []


@pytest.mark.parametrize("words", ["گواهی", "ولادت گواهي", "گواهی‌ ولادت"])
def test_a_card_is_found_by_words_of_its_title_in_any_writing(client_for, office, words):
    card(office)

    assert hits(client_for, office.author, words) == [("صدور گواهی ولادت", "در عنوان")]


@pytest.mark.parametrize("words", ["ثبت‌احوال", "ثبت احوال استان", "sabt"])
def test_a_card_is_found_by_its_agency(client_for, office, words):
    card(office)

    assert hits(client_for, office.author, words) == [("صدور گواهی ولادت", "در نام دستگاه")]


def test_words_may_stand_partly_in_the_title_and_partly_in_the_name_of_the_agency(client_for, office):
    card(office)

    assert hits(client_for, office.author, "ولادت نمونه") == [("صدور گواهی ولادت", "در عنوان و نام دستگاه")]


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        (CODE, "شناسه همین است"),
        ("۱۳۰۱-۱۴۶۶-۰۰۰", "شناسه همین است"),
        ("13011466001", "یک رقم آن دیگر است"),
        ("1466-1301-000", "سه پارهٔ شناسه جابه‌جا نوشته شده است"),
        ("1301466000", "یک رقم آن افتاده است"),
        ("1466", "بخشی از شناسه"),
    ],
)
def test_a_card_is_found_by_its_id_in_any_writing_and_a_damaged_one_says_what_happened(client_for, office, typed, why):
    version = card(office)
    identified(version.service, CODE)

    ((title, said),) = hits(client_for, office.author, typed)

    assert title == version.title
    assert why in said


def test_the_same_id_stands_before_a_title_that_holds_its_digits(client_for, office):
    card(office, title="استعلام شمارهٔ 13011466000 قدیم")
    identified(card(office, title="یافتن").service, CODE)

    assert [title for title, _why in hits(client_for, office.author, CODE)][0] == "یافتن"


def test_a_draft_is_found_by_its_office_alone_and_the_centre_finds_what_was_sent(client_for, office):
    card(office)
    card(office, title="صدور گواهی فوت", stage="submitted")
    reviewer = person("reviewer", centre())

    assert len(hits(client_for, office.author, "گواهی")) == 2
    assert hits(client_for, reviewer, "گواهی") == [("صدور گواهی فوت", "در عنوان")]
    assert hits(client_for, office.stranger, "گواهی") == []
    assert hits(client_for, UserFactory(), "گواهی") == []


def test_colleagues_are_found_by_name_and_strangers_only_by_the_centre(client_for, office):
    sara = UserFactory(full_name="سارا كريمى", username="s.karimi")
    MembershipFactory(user=sara, organization=office.owner, role="approver")

    assert hits(client_for, office.author, "کریمی", "people") == [("سارا كريمى", "در نام")]
    assert hits(client_for, office.author, "s.karimi", "people") == [("سارا كريمى", "در نام کاربری")]
    assert hits(client_for, office.stranger, "کریمی", "people") == []
    (hit,) = found(client_for, person("publisher", centre()), "کریمی")["people"].hits
    assert hit.goal == ""


def test_titles_batches_agencies_and_rounds_are_found_too(client_for, office):
    titles_of(office.owner, "ثبت ازدواج")
    brought({"a.txt": card_text()}, organization=office.owner, by=office.author)
    a_round()

    assert hits(client_for, office.author, "ازدواج", "titles") == [("ثبت ازدواج", "در عنوان")]
    assert hits(client_for, office.author, "forms.zip", "batches") == [("forms.zip", "در نام بایگانی")]
    assert hits(client_for, office.author, "احوال استان", "agencies") == [
        (office.owner.name, "در نام دیگر یا شناسهٔ دستگاه")
    ]
    assert hits(client_for, office.author, "206/93/7740", "rounds") == [
        ("206/93/7740، ماده 2", "در مصوبه، ماده یا متن")
    ]
    assert hits(client_for, office.stranger, "ازدواج", "titles") == []
    assert hits(client_for, office.stranger, "forms.zip", "batches") == []


def test_of_many_the_first_are_shown_with_the_way_to_all(client_for, office):
    for number in range(10):
        card(office, title=f"گواهی {number}")

    few = found(client_for, office.author, "گواهی")["cards"]
    every = found(client_for, office.author, "گواهی", of="cards")["cards"]

    assert (few.total, len(few.hits), len(every.hits)) == (10, 8, 10)


@pytest.mark.parametrize("words", ["", "؟!", "%", "_", "'", "\x00", "\\", "۹" * 400, "الف " * 400])
def test_nothing_that_is_typed_breaks_the_page(client_for, office, words):
    for one in ("", *(finder.code for finder in FINDERS), "nothing"):
        assert client_for(office.author).get("/desk/search/", {"q": words, "of": one}).status_code == 200


def test_what_is_no_number_is_not_taken_for_one():
    assert [asked(text).number for text in ("گواهی 12", "12", "1466", "1301-1466-000", "1" * 13)] == [
        "", "", "1466", CODE, ""
    ]  # fmt: skip


def test_the_box_stands_at_the_head_of_the_desk_and_is_behind_the_door(client, client_for, office):
    assert 'action="/desk/search/"' in client_for(office.author).get("/desk/").content.decode()
    assert client.get("/desk/search/?q=گواهی").status_code == 302


def test_the_search_costs_twelve_questions_whatever_is_found(client_for, office, django_assert_max_num_queries):
    for number in range(4):
        card(office, title=f"گواهی {number}")
        MembershipFactory(user=UserFactory(full_name=f"گواهی {number}"), organization=office.owner)
        OrganizationFactory(name=f"ادارهٔ گواهی {number}"), a_document(f"گواهی {number}")
    client = client_for(office.author)
    client.get("/desk/search/", {"q": "گواهی"})  # the registers are kept in the process from now on

    with django_assert_max_num_queries(12):
        client.get("/desk/search/", {"q": "گواهی"})


def test_nothing_found_says_what_to_try_and_leads_to_the_public_search(client_for, office):
    page = client_for(office.author).get("/desk/search/?q=ناپیدا").content.decode()

    assert "چیزی پیدا نشد" in page
    assert f'href="/search/?q={quote("ناپیدا")}"' in page


def test_entries_of_the_registers_are_found_by_title_and_by_other_names(client_for, office):
    document = a_document("شناسنامه", ("سجل احوال",))
    system, law = a_system("سامانهٔ سجل"), a_law("قانون سجل")
    laws.end(law, None, seen=laws.preview(law, None).seen, by=legal_steward(), at=NOW)

    (group,) = found(client_for, office.author, "سجل").values()

    pages = [f"/desk/registers/{name}/{pk}/" for name, pk in (("systems", system.pk), ("laws", law.pk))]
    assert sorted(hit.goal for hit in group.hits[:2]) == sorted(pages)
    assert [hit.badge for hit in group.hits if hit.title == "قانون سجل"] == ["نسخ‌شده"]
    assert (group.hits[2].title, str(group.hits[2].why)) == ("شناسنامه", "در نام دیگر")
    assert group.hits[2].goal == f"/desk/registers/documents/{document.pk}/"


def test_entries_come_page_by_page_too(client_for, office):
    for number in range(9):
        a_document(f"گواهی شمارهٔ {number}")

    assert found(client_for, office.author, "گواهی")["entries"].more == 1
    assert len(found(client_for, office.author, "گواهی", of="entries")["entries"].hits) == 9
