"""Passing over a finding on the pages of the desk, by each kind of person."""

import pytest

from khedmat.cards.models import Dismissal, ServiceVersion
from tests.factories.governing import checked, dismissed, found
from tests.factories.people import OrganizationFactory, centre, person

pytestmark = pytest.mark.django_db
REASON = "مخاطب همان است که در عنوان آمده."


def told(response):
    return " ".join(response.content.decode().split())


@pytest.fixture
def version():
    return checked()


@pytest.fixture
def reviewer(client_for):
    return client_for(person("reviewer", centre()))


def address(version, rule="C02", field="card.audience"):
    return f"/desk/versions/{version.pk}/findings/{found(version, rule, field).pk}/dismiss/"


def test_a_reviewer_passes_over_and_the_finding_stands_folded_beside_its_box(version, reviewer):
    before = told(reviewer.get(f"/desk/versions/{version.pk}/"))
    assert address(version) in before

    after = told(reviewer.post(address(version), {"reason": REASON}, follow=True))

    assert "تا یک سال چشم پوشیده شد" in after
    assert "۱ یافتهٔ چشم‌پوشی‌شده" in after
    assert after.count(REASON) == 2  # beside the box, and in the list
    assert Dismissal.objects.get().reason == REASON


def test_it_is_counted_no_more_in_lists_and_in_the_score(version, reviewer, client_for):
    version = ServiceVersion.objects.get(pk=version.pk)
    colleague = client_for(person("reader", version.service.owner))
    before = reviewer.get(f"/desk/versions/{version.pk}/").context
    dismissed(version)

    after = colleague.get(f"/desk/versions/{version.pk}/").context
    row = colleague.get("/desk/").context["rows"][0]

    assert len(after["findings"]) == len(before["findings"]) - 1
    assert row.counts.answers == sum(one.severity == "A" for one in after["findings"])


def test_the_editor_and_the_review_show_the_reason(version, client_for):
    dismissed(version, reason=REASON)
    draft = checked(service=version.service, stage="draft")
    author = client_for(person("author", version.service.owner))

    review = told(author.get(f"/desk/versions/{version.pk}/review/"))

    assert REASON in review
    assert "چشم‌پوشی</a>" not in review
    assert REASON in told(author.get(f"/desk/versions/{draft.pk}/edit/specification/"))


def test_a_refusal_keeps_what_was_typed_and_a_reason_is_asked_for(version, reviewer):
    silent = told(reviewer.post(address(version), {"reason": " "}))

    assert "دلیل را بنویسید" in silent
    assert not Dismissal.objects.exists()


def test_an_author_is_told_who_may_and_where(version, client_for):
    author = client_for(person("author", version.service.owner))

    assert "کار بررسی‌کنندگان مرکز است" in told(author.get(address(version)))
    assert "کار بررسی‌کنندگان مرکز است" in told(author.post(address(version), {"reason": REASON}))
    assert address(version) not in told(author.get(f"/desk/versions/{version.pk}/"))
    assert not Dismissal.objects.exists()


def test_a_stranger_with_the_same_role_elsewhere_finds_nothing(version, client_for, client):
    row = dismissed(version)
    back = f"/desk/versions/{version.pk}/dismissals/{row.pk}/end/"

    for role in ("author", "approver", "reviewer"):
        stranger = client_for(person(role, OrganizationFactory()))
        assert {stranger.get(address(version)).status_code, stranger.post(back).status_code} == {404}
    assert client.get(address(version)).status_code == 302


def test_a_finding_that_is_gone_is_said_to_be_gone(version, reviewer):
    page = told(reviewer.get(f"/desk/versions/{version.pk}/findings/999999/dismiss/", follow=True))

    assert "این یافته دیگر برجا نیست" in page


def test_it_is_taken_back_on_a_page_and_both_are_kept(version, reviewer):
    row = dismissed(version)
    back = f"/desk/versions/{version.pk}/dismissals/{row.pk}/end/"

    assert back in told(reviewer.get(f"/desk/versions/{version.pk}/"))
    page = told(reviewer.post(back, {"reason": "پاسخ بسنده نبود"}, follow=True))

    assert "دوباره باز است" in page
    assert "چشم‌پوشی‌شده" not in page
    assert "پیش‌تر پس گرفته شده است" in told(reviewer.get(back))


def test_a_dismissal_of_another_service_is_not_found(version, reviewer):
    other = dismissed(checked())

    assert reviewer.get(f"/desk/versions/{version.pk}/dismissals/{other.pk}/end/").status_code == 404
