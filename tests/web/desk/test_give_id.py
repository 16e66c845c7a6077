"""The page on which the centre gives an ID: chosen, shown, given."""

import pytest
from selectolax.lexbor import LexborHTMLParser

from khedmat.cards.models import GivenId
from tests.factories.cards import VersionFactory, identified
from tests.factories.people import OrganizationFactory, centre, person

pytestmark = pytest.mark.django_db


@pytest.fixture
def version():
    owner = OrganizationFactory(name="سازمان گاز")
    return VersionFactory(service__owner=owner, stage="approved", card={"title": "واگذاری انشعاب گاز خانگی"})


@pytest.fixture
def reviewer(client_for):
    return client_for(person("reviewer", centre()))


def address(version):
    return f"/desk/services/{version.service.pk}/give-id/"


def text_of(response):
    return response.content.decode()


def test_the_page_suggests_a_function_and_says_why_and_chooses_nothing(reviewer, version):
    for place in range(2):
        other = VersionFactory(service__owner=version.service.owner, published=True)
        identified(other.service, f"1503170{place}000")

    page = text_of(reviewer.get(address(version)))

    assert "در عنوان آمده است: «گاز»، «انشعاب گاز»" in page
    assert "۲ شناسهٔ دیگر این دستگاه" in page
    assert " checked" not in page
    assert page.count('name="function"') == 69


def test_the_number_is_shown_before_it_is_given_and_nothing_is_written(reviewer, version):
    page = text_of(reviewer.get(address(version), {"function": "1303", "parent": ""}))

    assert "۰۰۰۱" in page
    assert "قطعی نیست" in page
    assert "در عنوان آمده است: «گاز»" in page
    assert not GivenId.objects.exists()


def test_pressing_gives_the_id_and_the_page_of_the_version_shows_it(reviewer, version):
    given = reviewer.post(address(version), {"function": "1303", "parent": "", "why": "برابر عنوان"}, follow=True)

    version.service.refresh_from_db()
    assert version.service.code == "13030001000"
    assert GivenId.objects.get().why == "برابر عنوان"
    assert "۱۳۰۳۰۰۰۱۰۰۰" in text_of(given)


def test_a_sub_service_gets_a_number_of_its_family(reviewer, version):
    identified(VersionFactory(published=True).service, "13031466000")

    reviewer.post(address(version), {"function": "1503", "parent": "۱۳۰۳-۱۴۶۶-۰۰۰", "why": "بخشی از آن"})

    version.service.refresh_from_db()
    assert version.service.code == "15031466100"


def test_a_damaged_parent_is_refused_with_what_it_may_be(reviewer, version):
    identified(VersionFactory(published=True).service, "13031466000")

    page = text_of(reviewer.get(address(version), {"function": "1503", "parent": "1303146600"}))

    assert "شاید یکی از اینهاست: ۱۳۰۳۱۴۶۶۰۰۰" in page
    assert "شماره‌ای که داده می‌شود" not in page


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        ({"function": "1303", "parent": "", "why": ""}, "دلیل گزیدن کارکرد را بنویسید"),
        ({"parent": "", "why": "چون"}, "یکی از کارکردها را برگزینید"),
        ({"function": "9999", "parent": "", "why": "چون"}, "این کارکرد در فهرست نیست"),
    ],
)
def test_what_is_missing_is_said_and_nothing_is_given(reviewer, version, sent, words):
    page = text_of(reviewer.post(address(version), sent))

    assert words in page
    assert not GivenId.objects.exists()


def test_a_sub_service_as_parent_is_refused_before_anything_is_pressed(reviewer, version):
    identified(VersionFactory(published=True).service, "13031466100")

    page = text_of(reviewer.get(address(version), {"function": "1503", "parent": "13031466100"}))

    assert "خود زیرخدمت است" in page
    assert "همین شناسه را بده" not in page


def test_a_service_that_has_an_id_is_offered_no_other(reviewer, version):
    identified(version.service, "13031466000")

    page = text_of(reviewer.get(address(version)))
    again = text_of(reviewer.post(address(version), {"function": "1303", "parent": "", "why": "باز"}))

    assert "هرگز عوض نمی‌شود" in page
    assert 'name="function"' not in page
    assert "13031466000" in again or "۱۳۰۳۱۴۶۶۰۰۰" in again
    assert GivenId.objects.count() == 1


@pytest.mark.parametrize("role", ["author", "approver", "reader"])
def test_people_of_the_office_see_how_far_it_is_and_give_nothing(client_for, version, role):
    client = client_for(person(role, version.service.owner))

    page = text_of(client.get(f"/desk/versions/{version.pk}/"))

    assert "درخواست شده (در حال اخذ)" in page
    assert address(version) not in page
    assert client.post(address(version), {"function": "1303", "why": "x"}).status_code == 404


def test_a_stranger_with_the_same_right_elsewhere_finds_nothing(client_for, version, caplog):
    stranger = client_for(person("reviewer", OrganizationFactory()))

    assert stranger.get(address(version)).status_code == 404
    assert "asked to give an ID" in caplog.text


def test_anonymous_is_asked_who_they_are(client, version):
    assert "/account/login/" in client.get(address(version))["Location"]


def test_the_centre_sees_the_way_to_it_on_the_page_of_the_version(reviewer, version):
    assert address(version) in text_of(reviewer.get(f"/desk/versions/{version.pk}/"))


def test_the_page_costs_few_questions_whatever_the_register_holds(reviewer, version, django_assert_max_num_queries):
    for place in range(5):
        identified(VersionFactory(service__owner=version.service.owner, published=True).service, f"1503170{place}000")

    with django_assert_max_num_queries(12):
        reviewer.get(address(version), {"function": "1303", "parent": ""})


def test_a_choice_that_is_missing_in_a_folded_list_is_told_by_the_page(reviewer, version):
    """A browser stops such a press by itself, at a box that nobody sees: nothing happens and nothing is said."""
    page = LexborHTMLParser(text_of(reviewer.get(address(version))))

    assert page.css("form[novalidate] details [required]")
    assert "یکی از کارکردها را برگزینید" in text_of(reviewer.get(address(version), {"parent": ""}))
