"""Permit forms 1 and 2 are examined box by box like the card they follow."""

import pytest

from khedmat.cards.form import Inquiry, Permit
from khedmat.cards.models import Remark
from khedmat.cards.threads import carried_to
from tests.factories import forms
from tests.factories.cards import FindingFactory, ServiceFactory, VersionFactory
from tests.factories.people import OrganizationFactory, centre, person
from tests.web.signing_in import asks_to_sign_in

pytestmark = pytest.mark.django_db
ISSUE = Permit(title="پروانهٔ چاه", action="issue", steps="یک گام")
RENEW = Permit(title="پروانهٔ چاه", action="renew", validity="سه سال")
ASKED = Inquiry(permit="پروانهٔ چاه", agency="شهرداری", kind="inquiry", name="کاربری")


def paper(*permits, **card):
    document = forms.document(forms.card(**{"title": "صدور پروانهٔ چاه", "leads_to_permit": True} | card))
    return document.model_copy(update={"permits": list(permits), "inquiries": [ASKED] if permits else []})


@pytest.fixture
def version():
    owner = OrganizationFactory(name="سازمان نمونه")
    return VersionFactory(service__owner=owner, stage="approved", document=paper(ISSUE, RENEW))


@pytest.fixture
def reviewer(client_for):
    return client_for(person("reviewer", centre()))


def address(version):
    return f"/desk/versions/{version.pk}/review/"


def words(response):
    return " ".join(response.content.decode().split())


def say(client, version, kind, path, **more):
    return client.post(address(version), {"path": path, "kind": kind, "text": "", "proposed": ""} | more)


def test_each_row_is_shown_box_by_box_under_its_names(reviewer, version):
    page = words(reviewer.get(address(version)))

    assert "ردیف ۲: پروانهٔ چاه، تمدید" in page
    assert 'id="box-permits.1.validity"' in page
    assert 'id="box-inquiries.0.agency"' in page
    assert "سه سال" in page
    assert 'id="box-permits"' in page


def test_a_box_of_a_row_is_asked_about_answered_and_settled(client_for, reviewer, version):
    path = "permits.1.validity"
    say(reviewer, version, "ask", path, text="از کدام تاریخ؟")
    say(client_for(person("author", version.service.owner)), version, "answer", path, text="از روز صدور.")
    answer = say(reviewer, version, "accept", path)

    assert [one.kind for one in Remark.objects.order_by("pk")] == ["ask", "answer", "accept"]
    assert answer.status_code == 302


def test_a_row_that_is_not_there_is_no_box(reviewer, version):
    page = words(say(reviewer, version, "ask", "permits.2.fee", text="چند؟"))

    assert "هیچ خانه‌ای از این صفحه نیست" in page
    assert not Remark.objects.exists()


def test_findings_stand_beside_their_box_and_those_of_a_row_beside_the_form(reviewer, version):
    FindingFactory(version=version, field="permits.0.fee.text", message="هزینه ناخواناست.")
    FindingFactory(version=version, field="permits.0", message="ردیف دو بار آمده است.")

    boxes = words(reviewer.get(address(version))).split("<article")

    assert "هزینه ناخواناست." in next(box for box in boxes if 'id="box-permits.0.fee"' in box)
    assert "ردیف دو بار آمده است." in next(box for box in boxes if 'id="box-permits"' in box)


def test_a_card_that_leads_to_no_permit_has_no_such_boxes(reviewer):
    version = VersionFactory(stage="approved", card={"title": "آمار", "leads_to_permit": False})

    assert 'id="box-permits' not in words(reviewer.get(address(version)))


def test_an_empty_form_of_a_card_that_leads_to_a_permit_is_asked_about_as_a_whole(reviewer):
    version = VersionFactory(stage="approved", document=paper())

    say(reviewer, version, "ask", "permits", text="کدام مجوز؟")

    assert Remark.objects.get().path == "permits"


def test_what_the_published_row_said_is_shown_though_it_stood_elsewhere(reviewer):
    service = ServiceFactory()
    VersionFactory(service=service, published=True, document=paper(RENEW, ISSUE))
    newer = RENEW.model_copy(update={"validity": "پنج سال"})
    version = VersionFactory(service=service, stage="approved", document=paper(ISSUE, newer))

    page = words(reviewer.get(address(version)))

    assert page.count("در نسخهٔ منتشرشده:") == 1
    assert "سه سال" in page


def test_the_next_draft_inherits_at_the_row_and_takes_the_text_there(client_for, reviewer, version):
    say(reviewer, version, "suggest", "permits.1.validity", proposed="پنج سال")
    draft = VersionFactory(service=version.service, document=paper(RENEW, ISSUE))
    editor = f"/desk/versions/{draft.pk}/edit/permits/"
    author = client_for(person("author", version.service.owner))

    page = words(author.get(editor))
    author.post(editor, {"revision": "0", "end": "1", "take": "permits.1.validity"} | typed(draft))

    draft = type(draft).objects.get(pk=draft.pk)
    assert list(carried_to(draft)) == ["permits.0.validity"]
    assert "ردیف ۱، مدت اعتبار" in page
    assert [row.validity for row in draft.document.permits] == ["پنج سال", None]


def typed(draft):
    """What a browser sends of the rows as they stand."""
    return {
        f"permits-{place}-{name}": getattr(row, name) or ""
        for place, row in enumerate(draft.document.permits)
        for name in ("title", "action", "validity", "steps")
    }


def test_what_was_said_of_rows_that_are_gone_meets_at_the_form(client_for, reviewer, version):
    say(reviewer, version, "ask", "permits.0.steps", text="کدام گام؟")
    say(reviewer, version, "suggest", "permits.1.validity", proposed="پنج سال")
    draft = VersionFactory(service=version.service, document=paper())

    page = words(client_for(person("author", version.service.owner)).get(f"/desk/versions/{draft.pk}/edit/permits/"))

    (thread,) = carried_to(draft).values()
    assert (thread.path, len(thread.remarks), thread.takes) == ("permits", 2, None)
    assert "کدام گام؟" in page
    assert 'name="take"' not in page


def test_the_page_costs_at_most_twelve_questions(reviewer, version, django_assert_max_num_queries):
    for place in range(2):
        say(reviewer, version, "ask", f"permits.{place}.fee", text="چند؟")
    newer = VersionFactory(service=version.service, stage="approved", document=paper(RENEW, ISSUE))

    with django_assert_max_num_queries(12):
        reviewer.get(address(newer))


@pytest.mark.parametrize("role", ["author", "reviewer"])
def test_a_stranger_with_the_same_right_elsewhere_finds_nothing(client_for, version, role):
    stranger = client_for(person(role, OrganizationFactory()))

    assert say(stranger, version, "ask", "permits.0.fee", text="چند؟").status_code == 404


def test_anonymous_is_asked_who_they_are(client, version):
    assert asks_to_sign_in(say(client, version, "ask", "permits.0.fee", text="چند؟"))
