"""A new card from empty and a new draft of a published service, asked by four people and by bad input."""

from types import SimpleNamespace

import pytest

from khedmat.cards.alike import alike
from khedmat.cards.models import Service, ServiceVersion
from tests.factories.cards import VersionFactory
from tests.factories.people import MembershipFactory, OrganizationFactory, person
from tests.web.signing_in import asks_to_sign_in

pytestmark = pytest.mark.django_db
NEW = "/desk/new/"


@pytest.fixture
def office():
    ministry = OrganizationFactory(name="وزارت نمونه")
    owner = OrganizationFactory(name="سازمان نمونه", parent=ministry)
    return SimpleNamespace(
        owner=owner,
        author=person("author", owner),
        reader=person("reader", owner),
        stranger=person("author", OrganizationFactory()),
    )


def titled(office, title, **kwargs):
    return VersionFactory(service__owner=office.owner, card={"title": title}, **kwargs)


def told(response):
    return " ".join(response.content.decode().split())


def test_a_card_begins_with_what_the_register_knows_of_the_agency(client_for, office):
    response = client_for(office.author).post(NEW, {"title": "صدور پروانهٔ چاه"})

    version = ServiceVersion.objects.get()
    card = version.card
    assert response["Location"] == f"/desk/versions/{version.pk}/edit/specification/"
    assert (card.title, card.executive_agency, card.parent_agency) == ("صدور پروانهٔ چاه", "سازمان نمونه", "وزارت نمونه")
    assert (version.stage, version.created_by, version.edition) == ("draft", office.author, "1393")


def test_an_agency_without_a_parent_leaves_that_box_empty(client_for, office):
    client_for(office.stranger).post(NEW, {"title": "صدور پروانهٔ چاه"})

    assert ServiceVersion.objects.get().card.parent_agency is None


def test_the_letters_and_digits_of_a_title_are_folded(client_for, office):
    client_for(office.author).post(NEW, {"title": "  ثبت\x07 شركت  ١٢ "})

    assert ServiceVersion.objects.get().title == "ثبت شرکت 12"


def test_the_door_is_shut_to_those_who_are_nobody(client, client_for, office):
    assert asks_to_sign_in(client.get(NEW))
    assert asks_to_sign_in(client.post(NEW, {"title": "صدور"}))
    assert not Service.objects.exists()


def test_a_reader_is_told_whose_work_it_is_and_makes_nothing(client_for, office):
    response = client_for(office.reader).post(NEW, {"title": "صدور پروانهٔ چاه"})

    assert "ساختن شناسنامه کار نویسندگان است" in told(response)
    assert not Service.objects.exists()


def test_the_office_is_asked_only_of_those_who_write_for_several(client_for, office):
    both = office.author
    one = told(client_for(both).get(NEW))
    MembershipFactory(user=both, role="author", organization=OrganizationFactory(name="سازمان دوم"))

    several = told(client_for(both).get(NEW))

    assert "<select" not in one
    assert "سازمان دوم</option>" in several


@pytest.mark.parametrize("posted", ["", "0", "x", "999999"])
def test_somebody_elses_office_is_refused_in_words(client_for, office, posted):
    MembershipFactory(user=office.author, role="author", organization=OrganizationFactory())

    response = client_for(office.author).post(NEW, {"title": "صدور پروانهٔ چاه", "office": posted})

    assert "field-error" in told(response)
    assert "صدور پروانهٔ چاه" in told(response)
    assert not Service.objects.exists()


def test_an_office_where_i_only_read_is_not_offered(client_for, office):
    elsewhere = MembershipFactory(user=office.author, role="reader").organization

    client_for(office.author).post(NEW, {"title": "صدور پروانهٔ چاه", "office": elsewhere.pk})

    assert ServiceVersion.objects.get().service.owner == office.owner


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("", "عنوان خدمت را بنویسید"),
        ("   ", "دست‌کم یک واژه"),
        ("…؟!", "دست‌کم یک واژه"),
        ("صدور پروانه " * 80_000, "۳۰۰ نویسه"),
        ("صدور\x00پروانه", "field-error"),
    ],
)
def test_a_title_that_is_none_is_a_sentence_beside_the_box(client_for, office, title, words):
    response = client_for(office.author).post(NEW, {"title": title})

    assert response.status_code == 200
    assert words in told(response)
    assert not Service.objects.exists()


def test_the_same_title_is_not_begun_twice_and_leads_to_the_card_there_is(client_for, office):
    known = titled(office, "ثبت کنسرسیوم های صادراتی")

    response = client_for(office.author).post(NEW, {"title": "ثبت کنسرسیوم‌های صادراتی", "anyway": "on"})

    assert f'href="/desk/versions/{known.pk}/"' in told(response)
    assert 'name="anyway"' not in told(response)
    assert Service.objects.count() == 1


def test_a_near_title_is_asked_about_and_made_when_it_is_another_service(client_for, office):
    titled(office, "صدور پروانهٔ بهره‌برداری معدن")
    asked = {"title": "صدور پروانهٔ بهره‌برداری معادن"}
    client = client_for(office.author)

    first, second = client.post(NEW, asked), client.post(NEW, asked | {"anyway": "on"})

    assert "عنوان‌های نزدیکی" in told(first)
    assert 'name="anyway"' in told(first)
    assert second.status_code == 302
    assert Service.objects.count() == 2


def test_titles_of_other_agencies_are_nobodys_business(client_for, office):
    VersionFactory(card={"title": "صدور پروانهٔ چاه"})

    assert client_for(office.author).post(NEW, {"title": "صدور پروانهٔ چاه"}).status_code == 302


def test_likeness_looks_at_the_newest_title_of_each_service_and_puts_the_same_first(office):
    old = titled(office, "صدور پروانهٔ چاه کشاورزی", stage="replaced")
    VersionFactory(service=old.service, card={"title": "تمدید کارت بازرگانی"})
    titled(office, "صدور پروانهٔ چاه‌های آب")
    same = titled(office, "صدور پروانهٔ چاه آب")

    found = alike(office.owner, "صدور  پروانه چاه‌آب")

    assert found[0] == (same, True)
    assert [one.is_same for one in found] == [True, False]


def test_a_new_card_costs_the_same_in_an_agency_of_many(client_for, office, assert_same_cost):
    client = client_for(office.author)

    assert_same_cost(
        lambda: client.post(NEW, {"title": "…"}), lambda: VersionFactory.create_batch(4, service__owner=office.owner)
    )


def again(version):
    return f"/desk/services/{version.service.pk}/redraft/"


@pytest.mark.parametrize("stage", ["submitted", "approved", "published"])
def test_a_new_draft_begins_as_the_newest_version(client_for, office, stage):
    sent = titled(office, "صدور پروانهٔ چاه", stage=stage)

    response = client_for(office.author).post(again(sent))

    draft = ServiceVersion.objects.drafts().get()
    assert response["Location"] == f"/desk/versions/{draft.pk}/"
    assert (draft.service, draft.number, draft.sha256) == (sent.service, 2, sent.sha256)
    assert draft.created_by == office.author


def test_a_new_draft_begins_as_the_version_on_whose_page_it_was_asked_for(client_for, office):
    old = titled(office, "عنوان پیشین", stage="replaced")
    VersionFactory(service=old.service, stage="published", card={"title": "عنوان کنونی"})

    page = client_for(office.author).get(f"/desk/versions/{old.pk}/").content.decode()
    client_for(office.author).post(again(old), {"number": "1"})

    assert 'name="number" value="1"' in page
    assert ServiceVersion.objects.drafts().get().title == "عنوان پیشین"


@pytest.mark.parametrize("number", ["9", "٢", "-1", "x", "9" * 30, "9" * 5_000])
def test_a_version_that_is_none_makes_no_draft(client_for, office, number):
    published = titled(office, "صدور پروانهٔ چاه", stage="published")

    response = client_for(office.author).post(again(published), {"number": number})

    assert response.status_code == 404
    assert not ServiceVersion.objects.drafts().exists()


def test_a_service_has_one_draft_and_the_button_leads_to_it(client_for, office):
    published = titled(office, "صدور پروانهٔ چاه", stage="published")
    client = client_for(office.author)

    goals = {client.post(again(published))["Location"] for _ in range(2)}

    assert goals == {f"/desk/versions/{ServiceVersion.objects.drafts().get().pk}/"}


def test_a_colleague_who_only_reads_is_told_who_may(client_for, office):
    published = titled(office, "صدور پروانهٔ چاه", stage="published")

    response = client_for(office.reader).post(again(published), follow=True)

    assert "نویسندگان «سازمان نمونه»" in told(response)
    assert not ServiceVersion.objects.drafts().exists()


def test_a_stranger_and_a_service_that_is_none_are_not_found(client_for, office, caplog):
    published = titled(office, "صدور پروانهٔ چاه", stage="published")
    client = client_for(office.stranger)

    answers = [client.post(address).status_code for address in (again(published), "/desk/services/999999/redraft/")]

    assert answers == [404, 404]
    assert "of another agency" in caplog.text
    assert not ServiceVersion.objects.drafts().exists()


def test_a_new_draft_is_posted_only(client_for, office):
    published = titled(office, "صدور پروانهٔ چاه", stage="published")

    assert client_for(office.author).get(again(published)).status_code == 405
