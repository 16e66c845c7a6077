"""What happens beside moves and savings, each as one line of the history of a version."""

from datetime import timedelta

import pytest

from khedmat.cards.beside.lines import prices_in
from khedmat.cards.beside.saying import say_terms
from khedmat.cards.governing.dismissing import take_back
from khedmat.cards.models import Confirmation, Remark, Term
from khedmat.importing.models import Intake
from khedmat.web.desk.happenings.beside import rows_beside, told_of
from khedmat.web.desk.happenings.remarks import of_remarks
from khedmat.web.desk.timeline import events
from tests.factories.attachments import attached
from tests.factories.beside import FEE, a_card, fetched, priced
from tests.factories.cards import NOW, VersionFactory, identified
from tests.factories.governing import checked, dismissed
from tests.factories.papers import StoredFileFactory
from tests.factories.people import OrganizationFactory, UserFactory, centre, person

pytestmark = pytest.mark.django_db
TITLE, COST = "card.title", "card.cost"


@pytest.fixture
def version():
    owner = OrganizationFactory(name="سازمان نمونه")
    return VersionFactory(service__owner=owner, stage="approved")


@pytest.fixture
def reviewer():
    return person("reviewer", centre())


def said(version, by, minutes, *, kind="accept", path=TITLE, **more):
    at = NOW + timedelta(minutes=minutes)
    return Remark.objects.create(version=version, path=path, kind=kind, of_centre=True, by=by, at=at, **more)


def told(version):
    return [told_of(row) for row in sorted(rows_beside(version), key=lambda row: row.at)]


def lines(version):
    return [event.title for event in of_remarks(version.remarks.select_related("by").order_by("at", "pk"))]


@pytest.mark.parametrize(("gap", "count"), [(30, 1), (31, 2)])
def test_half_an_hour_of_silence_ends_a_line_of_what_was_found_fine(version, reviewer, gap, count):
    said(version, reviewer, 0)
    said(version, reviewer, gap, path=COST)

    assert len(lines(version)) == count


def test_another_hand_or_a_question_between_parts_it(version, reviewer):
    said(version, reviewer, 0)
    said(version, UserFactory(), 1)
    said(version, reviewer, 2, kind="ask", path=COST, text="چند؟")
    said(version, reviewer, 3)

    assert len(lines(version)) == 4


def test_many_boxes_are_counted_and_the_first_are_named(version, reviewer):
    for minute, path in enumerate([TITLE, COST, "card.level", "card.nature"]):
        said(version, reviewer, minute, path=path)

    assert lines(version) == ["4 خانه را درست یافت: عنوان خدمت، هزینهٔ ارائهٔ خدمت به خدمت‌گیرندگان، سطح خدمت …"]


def test_a_suggested_text_is_told_with_its_words(version, reviewer):
    remark = said(version, reviewer, 0, kind="suggest", text="کوتاه‌تر", proposed="صدور پروانه")

    (event,) = of_remarks([remark])

    assert (event.reason, event.changes) == ("کوتاه‌تر", [("عنوان خدمت", "", "صدور پروانه")])


def test_a_row_of_a_permit_form_is_named(version, reviewer):
    said(version, reviewer, 0, kind="ask", path="permits.0.fee", text="چند؟")

    assert "ردیف ۱، هزینه" in lines(version)[0]


def test_a_file_that_was_read_and_one_that_was_attached_and_a_confirmation(version):
    author, file = person("author", version.service.owner), StoredFileFactory()
    Intake.objects.create(file=file, version=version, sha256=version.sha256, by=author, at=NOW)
    attached(version, by=author, at=NOW + timedelta(hours=1), number="7")
    signed = {"as_role": "author", "as_organization": version.service.owner, "sha256": version.sha256}
    Confirmation.objects.create(version=version, by=author, at=NOW + timedelta(hours=2), **signed)

    found = told(version)

    assert [event.kind for event in found] == ["intake", "file", "confirmed"]
    assert [event.reason for event in found] == ["", "شمارهٔ 7", ""]
    assert {event.by for event in found} == {author.full_name}


def test_a_finding_that_was_passed_over_and_opened_again_is_told_with_who_and_why(reviewer):
    version = checked()
    row = dismissed(version, by=reviewer, reason="در عنوان آمده است.")
    later = VersionFactory(service=version.service, stage="returned")
    take_back(row, reason="پاسخ بسنده نیست", by=reviewer, at=later.created_at + timedelta(days=2))

    first, second = (told(of) for of in (version, later))

    assert [event.kind for event in first] == ["dismissed", "reopened"]
    assert [event.reason for event in first] == ["در عنوان آمده است.", "پاسخ بسنده نیست"]
    assert f"C02، {row.message}" in first[0].title
    assert {event.by for event in first} == {reviewer.full_name}
    assert [event.kind for event in second] == ["reopened"]
    assert told(checked()) == []


def test_what_belongs_to_another_version_or_service_is_not_told(version):
    other = VersionFactory(stage="approved")
    attached(other, by=person("author", other.service.owner))
    identified(other.service)

    assert told(version) == []


def test_all_of_it_is_one_question(version, django_assert_num_queries):
    attached(version, by=person("author", version.service.owner))

    with django_assert_num_queries(1):
        rows_beside(version)


def test_what_is_said_beside_the_form_is_a_line_a_saving_however_many_lines_it_speaks_of():
    version = a_card("شناسنامه", "گواهی سکونت", prices=(FEE, {"amount_rial": 10, "text": "تمبر"}))
    author = person("author", version.service.owner)
    terms = {line.letters: Term(None, NOW.date(), "مصوبه") for line in prices_in(version.document.card)}

    fetched(version, None, by=author)
    say_terms(version, terms, by=author, at=NOW + timedelta(hours=1))
    priced(version, None, by=author, at=NOW + timedelta(days=1))

    assert [(one.title, one.by) for one in told(version)] == [
        ("راه به دست آمدن مدارک بیرون از فرم نوشته شد", author.full_name),
        ("اعتبار هزینه‌ها بیرون از فرم نوشته شد", author.full_name),
        ("اعتبار هزینه‌ها بیرون از فرم نوشته شد", author.full_name),
    ]
    *later, _begun = [event.told and event.told.kind for event in events(version)]
    assert later == ["terms", "terms", "ways"]
