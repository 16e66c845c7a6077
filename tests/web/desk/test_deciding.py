"""Steps that are asked about first: what is said, what is kept, and who is told what afterwards."""

from datetime import timedelta

import pytest
from django.utils.timezone import localdate

from khedmat.cards import actions
from khedmat.cards.models import ServiceVersion
from khedmat.cards.rules.engine import RULES_VERSION
from khedmat.core import jalali
from khedmat.core.persian import persian_digits
from tests.factories.cards import NOW, FindingFactory, VersionFactory, identified
from tests.factories.people import OrganizationFactory, centre, person, publisher

pytestmark = pytest.mark.django_db
WHY = "شرح خدمت با عنوان نمی‌خواند."


@pytest.fixture
def owner():
    return OrganizationFactory(name="سازمان نمونه")


def at(version, decision):
    return f"/desk/versions/{version.pk}/decide/{decision}/"


def stage_of(version):
    return ServiceVersion.objects.get(pk=version.pk).stage


def words(response):
    return " ".join(response.content.decode().split())


@pytest.mark.parametrize(
    ("stage", "role"), [("submitted", "approver"), ("approved", "reviewer"), ("accepted", "publisher")]
)
def test_whoever_examines_returns_with_a_reason_and_the_findings_that_are_meant(client_for, owner, stage, role):
    version = VersionFactory(service__owner=owner, stage=stage)
    meant, other = FindingFactory(version=version, rule="C02"), FindingFactory(version=version, rule="K01")
    user = person(role, owner if role == "approver" else centre())

    client_for(user).post(at(version, "return"), {"reason": WHY, "pointed": [meant.pk]})

    line = version.stage_changes.get(target="returned")
    assert (stage_of(version), line.reason, line.by, line.as_role) == ("returned", WHY, user, role)
    assert [found["rule"] for found in line.pointed] == [meant.rule] != [other.rule]


@pytest.mark.parametrize("said", ["", "   ", "\u200c", "!؟."])
def test_no_is_not_said_without_a_word(client_for, owner, said):
    version = VersionFactory(service__owner=owner, stage="submitted")

    response = client_for(person("approver", owner)).post(at(version, "return"), {"reason": said})

    assert "چه چیز درست نیست" in words(response)
    assert stage_of(version) == "submitted"


def test_a_finding_of_another_version_is_not_pointed_at(client_for, owner):
    version = VersionFactory(service__owner=owner, stage="submitted")
    alien = FindingFactory()

    response = client_for(person("approver", owner)).post(at(version, "return"), {"reason": WHY, "pointed": [alien.pk]})

    assert "دوباره برگزینید" in words(response)
    assert stage_of(version) == "submitted"


def test_a_reason_is_kept_when_somebody_was_faster_and_who_that_was_is_told(client_for, owner):
    version = VersionFactory(service__owner=owner, stage="approved", checked_with=RULES_VERSION)
    first = person("reviewer", centre())
    client = client_for(publisher())
    client.get(at(version, "return"))
    actions.send_back(version, reason="زودتر", by=first, at=NOW)

    response = client.post(at(version, "return"), {"reason": WHY})

    assert WHY in words(response)
    assert "بازگردانده" in words(response)
    assert version.stage_changes.filter(target="returned").count() == 1
    assert first.full_name.split()[0] in words(response)


def test_a_question_is_asked_before_publishing_and_nothing_happens_until_it_is_answered(client_for, owner):
    version = VersionFactory(service__owner=owner, stage="accepted", checked_with=RULES_VERSION)
    identified(version.service)
    client = client_for(publisher())

    asked = client.get(at(version, "publish"))

    assert "همه آن را می‌بینند" in words(asked)
    assert stage_of(version) == "accepted"
    client.post(at(version, "publish"))
    assert stage_of(version) == "published"


def test_what_stands_in_the_way_is_said_instead_of_a_button(client_for, owner):
    version = VersionFactory(service__owner=owner, stage="accepted")
    FindingFactory(version=version, severity="B", rule="C02")

    page = words(client_for(publisher()).get(at(version, "publish")))

    assert "۱ مانع انتشار" in page
    assert "<button" not in page.split("<main", 1)[1]


def test_four_people_meet_the_question(client, client_for, owner):
    version = VersionFactory(service__owner=owner, stage="submitted")
    address, stranger = at(version, "return"), person("approver", OrganizationFactory())

    assert "<textarea" in words(client_for(person("approver", owner)).get(address))
    assert "<textarea" not in words(client_for(person("author", owner)).get(address))
    assert [client_for(stranger).get(address).status_code, client_for(stranger).post(address).status_code] == [404, 404]
    assert client.get(address)["Location"].startswith("/account/login/")


def test_the_author_reads_why_and_the_new_draft_says_it_too(client_for, owner):
    author = person("author", owner)
    version = VersionFactory(service__owner=owner, created_by=author, stage="submitted", checked_with=RULES_VERSION)
    actions.send_back(version, reason=WHY, by=person("approver", owner), at=NOW)
    client = client_for(author)

    (row,) = client.get("/desk/").context["rows"]
    returned = words(client.get(f"/desk/versions/{version.pk}/"))
    draft = words(client.post(f"/desk/services/{version.service.pk}/redraft/", {"number": 1}, follow=True))

    assert row.waits == "mend"
    assert WHY in returned
    assert WHY in draft
    assert "نسخهٔ پیش از این بازگشت" in draft
    assert {one.waits for one in client.get("/desk/").context["rows"]} == {"edit", ""}
    assert WHY in words(client.get(f"/desk/versions/{version.pk}/history/"))


def test_a_discarded_draft_stays_and_another_begins(client_for, owner):
    author = person("author", owner)
    version = VersionFactory(service__owner=owner, created_by=author)
    client = client_for(author)

    client.post(at(version, "discard"))
    client.post(f"/desk/services/{version.service.pk}/redraft/", {"number": 1})

    assert list(version.service.versions.order_by("number").values_list("stage", flat=True)) == ["discarded", "draft"]


@pytest.mark.parametrize("stage", ["draft", "submitted", "approved", "accepted", "published", "returned", "discarded"])
def test_the_page_shows_the_steps_that_are_done_and_the_one_at_hand(client_for, owner, stage):
    version = VersionFactory(service__owner=owner, stage=stage)

    steps = client_for(person("reader", owner)).get(f"/desk/versions/{version.pk}/").context["steps"]

    done = {"draft": 1, "submitted": 2, "approved": 3, "accepted": 4, "published": 5, "returned": 3, "discarded": 1}
    assert [step.state for step in steps].count("done") == done[stage]
    assert [step.state for step in steps].count("now") == (stage != "published")
    assert steps[-1].is_end == (stage in ("returned", "discarded"))


@pytest.mark.parametrize(
    "stage", ["submitted", "approved", "accepted", "published", "suspended", "retired", "returned"]
)
def test_the_page_costs_at_most_twelve_questions_at_every_stage(
    client_for, owner, stage, django_assert_max_num_queries
):
    version = VersionFactory(service__owner=owner, stage=stage)
    FindingFactory.create_batch(3, version=version)
    client = client_for(person("approver", owner) if stage == "submitted" else publisher())

    with django_assert_max_num_queries(12):
        client.get(f"/desk/versions/{version.pk}/")


@pytest.mark.parametrize("by", ["pk", "code"])
def test_a_service_is_retired_with_its_successor_named_by_id_or_by_address(client_for, owner, by):
    version = VersionFactory(service__owner=owner, published=True)
    successor = VersionFactory(published=True, service__code="10031093000").service
    typed = persian_digits(getattr(successor, by))

    client_for(publisher()).post(at(version, "retire"), {"reason": WHY, "successor": typed})

    assert version.stage_changes.get(target="retired").successor == successor
    page = words(client_for(publisher()).get(f"/desk/versions/{version.pk}/"))
    assert f'<a href="/services/{successor.pk}/">{successor.versions.get().title}</a>' in page


@pytest.mark.parametrize("typed", ["x", "999999999", "10031093999", "-1", "9" * 30, "itself"])
def test_a_successor_that_is_none_is_refused_and_nothing_is_lost(client_for, owner, typed):
    version = VersionFactory(service__owner=owner, published=True)
    typed = str(version.service.pk) if typed == "itself" else typed

    response = client_for(publisher()).post(at(version, "retire"), {"reason": WHY, "successor": typed})

    assert WHY in words(response)
    assert "جانشین" in words(response)
    assert stage_of(version) == "published"


def test_the_centre_finds_what_is_published_by_searching(client_for, owner):
    version = VersionFactory(service__owner=owner, published=True, card={"title": "صدور پروانهٔ چاه"})
    client = client_for(publisher())

    assert not client.get("/desk/").context["rows"]
    assert [row.version for row in client.get("/desk/?q=پروانه").context["rows"]] == [version]


def test_a_publisher_sets_the_day_of_the_publication_and_takes_it_back(client_for, owner):
    version = VersionFactory(service__owner=owner, stage="accepted", checked_with=RULES_VERSION)
    identified(version.service)
    client = client_for(publisher())
    day = jalali.short(localdate() + timedelta(days=9))

    assert "نوبت انتشار" in words(client.get(f"/desk/versions/{version.pk}/"))
    client.post(at(version, "appoint"), {"day": day})

    told = words(client.get(f"/desk/versions/{version.pk}/"))
    assert jalali.long(localdate() + timedelta(days=9)) in told
    assert "برداشتن نوبت انتشار" in told
    assert jalali.long(localdate() + timedelta(days=9)) in words(client.get("/desk/"))
    assert "نوبت انتشار:" in words(client.get(f"/desk/versions/{version.pk}/history/"))
    client.post(at(version, "call-off"))
    assert ServiceVersion.objects.get(pk=version.pk).publish_on is None


@pytest.mark.parametrize("day", ["", "۱۴۰۵/۱۳/۴۰", "فردا", "1300/01/01"])
def test_a_day_that_cannot_be_is_refused_beside_its_box_and_stays_typed(client_for, owner, day):
    version = VersionFactory(service__owner=owner, stage="accepted", checked_with=RULES_VERSION)
    identified(version.service)

    response = client_for(publisher()).post(at(version, "appoint"), {"day": day})

    assert day in words(response)
    assert "note-seal" in words(response)
    assert ServiceVersion.objects.get(pk=version.pk).publish_on is None


@pytest.mark.parametrize(
    ("stage", "step", "said"), [("accepted", "publish", {}), ("published", "suspend", {"reason": WHY})]
)
def test_a_button_pressed_twice_tells_of_no_refusal(client_for, owner, stage, step, said):
    version = VersionFactory(service__owner=owner, stage=stage, checked_with=RULES_VERSION)
    identified(version.service)
    client = client_for(publisher())

    for _press in range(2):
        answer = client.post(at(version, step), said, follow=True)

    assert answer.redirect_chain
    assert "پیش از این خودتان برداشته‌اید" in words(answer)
    assert "تنها از مرحلهٔ" not in words(answer)


def test_a_reason_written_in_another_tab_is_not_lost_as_if_it_had_been_the_same_press(client_for, owner):
    version = VersionFactory(service__owner=owner, stage="published", checked_with=RULES_VERSION)
    client = client_for(publisher())
    client.post(at(version, "suspend"), {"reason": WHY})

    answer = client.post(at(version, "suspend"), {"reason": "دلیلی دیگر"})

    assert "دلیلی دیگر" in words(answer)
    assert "تنها از مرحلهٔ" in words(answer)


def test_a_signature_given_twice_by_a_double_click_is_told_as_ones_own(client_for, owner):
    version = VersionFactory(service__owner=owner, stage="submitted", checked_with=RULES_VERSION)
    client, other = client_for(person("approver", owner)), client_for(person("approver", owner))

    for _press in range(2):
        answer = client.post(f"/desk/versions/{version.pk}/approve/", follow=True)
    late = other.post(f"/desk/versions/{version.pk}/approve/", follow=True)

    assert "پیش از این خودتان برداشته‌اید" in words(answer)
    assert "پیش از این خودتان برداشته‌اید" not in words(late)


def test_a_day_that_is_set_is_told_shown_again_and_taken_back_in_its_own_words(client_for, owner):
    version = VersionFactory(service__owner=owner, stage="accepted", checked_with=RULES_VERSION)
    identified(version.service)
    client, day = client_for(publisher()), localdate() + timedelta(days=3)

    told = words(client.post(at(version, "appoint"), {"day": jalali.short(day)}, follow=True))
    again = words(client.get(at(version, "appoint")))
    taken_back = words(client.post(at(version, "call-off"), follow=True))

    assert f"بامداد {jalali.long(day)}" in told
    assert f'value="{jalali.short(day)}"' in again
    assert "نوبت انتشار برداشته شد" in taken_back


@pytest.mark.parametrize("step", ["suspend", "retire"])
def test_whoever_ends_a_service_is_asked_for_words_that_people_read(client_for, owner, step):
    version = VersionFactory(service__owner=owner, published=True)

    answer = words(client_for(publisher()).post(at(version, step), {"reason": ""}))

    assert "چنان‌که مردم می‌خوانند" in answer
    assert "چه چیز درست نیست" not in answer
