"""Systems, data and audiences at the desk: a steward, somebody else of the centre, the same role elsewhere, nobody."""

import pytest

from khedmat.registers.models import Audience, DataElement, System
from tests.cards.lines.test_kinds import version_with
from tests.factories.people import OrganizationFactory, centre, person
from tests.factories.registers import a_document, a_system, an_audience, an_element, steward

pytestmark = pytest.mark.django_db
REGISTERS = ["systems", "elements", "audiences"]
TYPED = {"title": "نام تازه", "code": "fresh", "aliases": "نام دیگر", "seen": "0"}
MAKERS = {"systems": a_system, "elements": an_element, "audiences": an_audience}


def told(response):
    return " ".join(response.content.decode().split())


@pytest.mark.parametrize(
    ("register", "model"), [("systems", System), ("elements", DataElement), ("audiences", Audience)]
)
def test_a_steward_adds_an_entry_and_changes_it(client_for, register, model):
    client, page = client_for(steward()), f"/desk/registers/{register}/"

    added = client.post(f"{page}new/", TYPED, follow=True)
    entry = model.objects.get()
    changed = client.post(f"{page}{entry.pk}/", {"title": "نام نو", "seen": "1"}, follow=True)

    assert "افزوده شد" in told(added)
    assert "«نام تازه» ← «نام نو»" in told(changed)


@pytest.mark.parametrize("register", REGISTERS)
@pytest.mark.parametrize(("role", "at_home"), [("publisher", True), ("legal_steward", True), ("steward", False)])
def test_others_read_and_hear_whose_work_it_is(client_for, register, role, at_home):
    entry, page = MAKERS[register](), f"/desk/registers/{register}/"
    client = client_for(person(role, centre() if at_home else OrganizationFactory()))

    assert entry.title in told(client.get(page))
    assert "متولی فهرست‌های پایه" in told(client.post(f"{page}{entry.pk}/", {"title": "نو", "seen": "1"}))
    assert client.get(f"{page}new/").status_code == 404
    assert client.post(f"{page}{entry.pk}/merge/?into={entry.pk}").status_code == 404
    assert type(entry).objects.get().title == entry.title


@pytest.mark.parametrize("register", REGISTERS)
def test_no_page_of_theirs_leads_to_the_services_that_give_a_document(client_for, register):
    entry, client = MAKERS[register](), client_for(steward())
    document = a_document()

    assert "/issuing/" not in told(client.get(f"/desk/registers/{register}/{entry.pk}/"))
    assert f"/documents/{document.pk}/issuing/" in told(client.get(f"/desk/registers/documents/{document.pk}/"))


@pytest.mark.parametrize("register", REGISTERS)
def test_nobody_is_asked_to_sign_in(client, register):
    for page in ("", "new/", "1/", "1/merge/"):
        address = client.get(f"/desk/registers/{register}/{page}")["Location"]
        assert address.startswith("/account/login/")


def test_a_system_and_its_data_name_their_agencies(client_for):
    owner, client = OrganizationFactory(name="گمرک نمونه"), client_for(steward())

    system = client.post("/desk/registers/systems/new/", TYPED | {"owner": owner.pk, "url": "example.com"}, follow=True)
    made = System.objects.get()
    client.post("/desk/registers/elements/new/", TYPED | {"system": made.pk, "holder": owner.pk})

    assert (made.owner, made.url) == (owner, "https://example.com")
    assert "گمرک نمونه" in told(system)
    assert DataElement.objects.get().system == made


def test_a_group_is_put_under_a_broader_one_and_never_under_its_own(client_for):
    people, client = an_audience("مردم"), client_for(steward())
    women = an_audience("زنان", broader=people)
    page = f"/desk/registers/audiences/{people.pk}/"

    refused = client.post(page, {"title": "مردم", "broader": women.pk, "seen": "1"})
    own = client.get(page).context["form"].fields["broader"].queryset

    assert "به خودش می‌رسد" in told(refused)
    assert list(own) == [women]


@pytest.mark.parametrize(
    ("register", "wrong"),
    [
        ("systems", {"url": "nowhere at all"}),
        ("systems", {"owner": "999999"}),
        ("elements", {"system": "x"}),
        ("audiences", {"service_type": "G2X"}),
        ("audiences", {"broader": "999999"}),
        ("audiences", {"about": "ا" * 301}),
    ],
)
def test_a_wrong_answer_stands_in_the_form_with_what_was_typed(client_for, register, wrong):
    page = told(client_for(steward()).post(f"/desk/registers/{register}/new/", TYPED | wrong))

    assert "field-error" in page
    assert "نام تازه" in page
    assert not System.objects.exists()
    assert not Audience.objects.exists()


@pytest.mark.parametrize(
    ("typed", "sentences"),
    [
        ({}, [">عنوان را بنویسید.</a>", "(حروف لاتین): نام کوتاهی به حروف لاتین بنویسید"]),
        ({"title": "نام", "code": "کد بد"}, ["تنها حرف و رقم لاتین و خط تیره"]),
        ({"title": "نام", "code": "a b", "aliases": "دیگر"}, ["تنها حرف و رقم لاتین و خط تیره", "دیگر</textarea>"]),
    ],
)
def test_what_is_missing_of_a_new_entry_is_named(client_for, typed, sentences):
    page = told(client_for(steward()).post("/desk/registers/systems/new/", {"seen": "0"} | typed))

    assert [sentence for sentence in sentences if sentence not in page] == []
    assert "این خانه خالی است" not in page
    assert "اسلاگ" not in page


def test_a_new_entry_says_how_its_place_in_addresses_is_written(client_for):
    page = told(client_for(steward()).get("/desk/registers/systems/new/"))

    assert 'id="id_code_helptext">نمونه: birth-certificate' in page
    assert 'aria-describedby="id_code_helptext"' in page


def test_a_merge_shows_the_cards_and_then_moves_them(client_for):
    gone, kept, client = a_system(), a_system("پنجرهٔ تجارت"), client_for(steward())
    version = version_with()
    page = f"/desk/registers/systems/{gone.pk}/merge/?into={kept.pk}"

    shown = client.get(page)
    done = client.post(page, {"seen": shown.context["shown"].seen}, follow=True)

    assert version.title in told(shown)
    assert "«سامانه جامع تجارت»: سامانهٔ جامع تجارت ← پنجرهٔ تجارت" in told(shown)
    assert "گرفته از: «سامانهٔ جامع تجارت»" in told(done)


def test_the_pages_cost_the_same_whatever_the_rows(client_for, assert_same_cost):
    entry, client = an_element(system=a_system()), client_for(steward())

    assert_same_cost(lambda: client.get("/desk/registers/elements/"), lambda: an_element("تاریخ تولد"))
    assert_same_cost(lambda: client.get(f"/desk/registers/elements/{entry.pk}/"), lambda: a_system("سامانهٔ دیگر"))
