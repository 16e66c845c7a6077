"""Where a version stands: findings by weight, the next step and whose it is."""

from types import SimpleNamespace

import pytest

from khedmat.web.desk.standing import groups
from tests.factories.cards import NOW, FindingFactory, ServiceFactory, VersionFactory, identified
from tests.factories.people import MembershipFactory, OrganizationFactory, person, publisher

pytestmark = pytest.mark.django_db


def found(severity, number=0):
    return SimpleNamespace(severity=severity, number=number)


@pytest.fixture
def owner():
    return OrganizationFactory(name="سازمان نمونه")


def step(client_for, user, version):
    return client_for(user).get(f"/desk/versions/{version.pk}/").context["next_step"]


def test_the_heaviest_findings_come_first_and_open():
    made = groups([found("N"), found("B"), found("A"), found("B", 1)])

    assert [(group.severity, len(group.findings), group.is_open) for group in made] == [
        ("B", 2, True),
        ("A", 1, False),
        ("N", 1, False),
    ]


def test_findings_of_one_weight_keep_their_order():
    (group,) = groups([found("A", number) for number in (3, 1, 2)])

    assert [one.number for one in group.findings] == [3, 1, 2]


def test_no_finding_makes_no_group():
    assert groups([]) == []


def test_the_author_of_a_draft_is_told_that_the_step_is_theirs(client_for, owner):
    version = VersionFactory(service__owner=owner)

    (said,) = step(client_for, person("author", owner), version)

    assert "گام بعد با شماست" in said


def test_a_colleague_is_told_who_takes_the_step_and_where(client_for, owner):
    version = VersionFactory(service__owner=owner)

    (said,) = step(client_for, person("reader", owner), version)

    assert "نویسندگان «سازمان نمونه»" in said
    assert "میز کار" in said


@pytest.mark.parametrize(("stage", "role"), [("submitted", "approver"), ("draft", "author")])
def test_each_stage_belongs_to_its_role(client_for, owner, stage, role):
    version = VersionFactory(service__owner=owner, stage=stage)

    assert "با شماست" in step(client_for, person(role, owner), version)[0]


def test_whoever_sent_a_version_is_told_that_a_third_person_approves(client_for, owner):
    author = person("author", owner)
    MembershipFactory(user=author, organization=owner, role="approver")
    version = VersionFactory(service__owner=owner, created_by=author, stage="submitted")

    assert "سه نفر" in " ".join(step(client_for, author, version))


def test_whoever_is_no_approver_hears_whose_work_it_is_and_nothing_of_colleagues_of_the_same_role(client_for, owner):
    author = person("author", owner)
    version = VersionFactory(service__owner=owner, created_by=author, stage="submitted")

    said = " ".join(step(client_for, author, version))

    assert "تأییدکنندگان «سازمان نمونه»" in said
    assert "همین نقش" not in said


def test_a_draft_with_blockers_says_that_the_centre_will_not_publish_it(client_for, owner):
    version = VersionFactory(service__owner=owner)
    FindingFactory(version=version, severity="B")

    said = step(client_for, person("author", owner), version)

    assert "تا برطرف‌شدن مانع‌ها منتشر نمی‌کند" in said[-1]


def test_a_sent_version_with_blockers_names_the_way_that_is_left_and_no_button_that_is_gone(client_for, owner):
    version = VersionFactory(service__owner=owner, stage="submitted")
    FindingFactory(version=version, severity="B")

    said = step(client_for, person("author", owner), version)

    assert "بازمی‌گردانند" in said[-1]
    assert "«پیش‌نویس تازه»" in said[-1]
    assert "ادامهٔ پر کردن" not in "".join(said)


def test_the_centre_is_told_how_many_blockers_are_in_the_way(client_for, owner):
    version = VersionFactory(service=identified(ServiceFactory(owner=owner)), stage="approved")
    FindingFactory.create_batch(2, version=version, severity="B", rule="C02")

    (said,) = step(client_for, publisher(), version)

    assert "۲ مانع" in said
    assert "C02" in said


@pytest.mark.parametrize(("stage", "words"), [("published", "منتشر شده است"), ("replaced", "دیگر گامی ندارد")])
def test_a_version_at_its_end_has_no_step(client_for, owner, stage, words):
    version = VersionFactory(service__owner=owner, stage=stage)

    assert words in step(client_for, person("author", owner), version)[0]


def test_the_summary_counts_by_weight_and_leads_to_the_findings(client_for, owner):
    version = VersionFactory(service__owner=owner)
    FindingFactory.create_batch(2, version=version, severity="B")
    FindingFactory.create_batch(3, version=version, severity="A")

    page = client_for(person("author", owner)).get(f"/desk/versions/{version.pk}/").content.decode()

    assert "۲ مانع، ۳ پرسش" in " ".join(page.split())
    assert 'href="#findings"' in page


def test_every_finding_leads_to_its_box_and_the_box_is_there(client_for, owner):
    version = VersionFactory(service__owner=owner)
    for field in ("card.audience", "card.stages.request.visit_reasons", "card.cost.items.0.amount_rial"):
        FindingFactory(version=version, field=field)

    page = client_for(person("author", owner)).get(f"/desk/versions/{version.pk}/").content.decode()

    for box in ("audience", "stages.request", "cost"):
        assert f'href="#box-{box}"' in page
        assert f'id="box-{box}"' in page


def test_a_finding_without_a_box_carries_its_cure(client_for, owner):
    version = VersionFactory(service__owner=owner)
    FindingFactory(version=version, field="permits.0.title", fix="عنوان مجوز را بنویسید.")

    page = client_for(person("author", owner)).get(f"/desk/versions/{version.pk}/").content.decode()

    assert page.count("عنوان مجوز را بنویسید.") == 1


def test_boxes_of_other_editions_are_shown_only_where_they_are_filled(client_for, owner):
    version = VersionFactory(service__owner=owner, card={"maturity": "تراکنشی"})

    page = client_for(person("author", owner)).get(f"/desk/versions/{version.pk}/").content.decode()

    assert 'id="box-maturity"' in page
    assert 'id="box-faq"' not in page


def test_a_step_that_one_took_in_another_tab_is_told_as_taken(client_for, owner):
    author = person("author", owner)
    version = VersionFactory(service__owner=owner, created_by=author, created_at=NOW)
    client = client_for(author)

    answers = [client.post(f"/desk/versions/{version.pk}/submit/", follow=True) for _ in range(2)]

    told = [[message.level_tag for message in answer.context["messages"]] for answer in answers]
    assert told == [["success"], ["info"]]
    assert version.stage_changes.count() == 2
