"""The annex for those inside: every box of the paper, the accounts, the filler, and how far the ID has come."""

import pytest

from khedmat.cards import form
from khedmat.cards.identity_state import IdentityState, identity_state
from tests.factories import forms
from tests.factories.cards import ServiceFactory, VersionFactory
from tests.factories.people import OrganizationFactory, centre, person

pytestmark = pytest.mark.django_db
INSIDE_ONLY = ["مسئول نمونه", "۰۰۰۰۰۰۰۰", "دفتر نمونه", "IR-۴۰۰۰"]


@pytest.fixture
def owner():
    return OrganizationFactory()


def shown(client_for, version):
    user = person("reader", version.service.owner)
    return " ".join(client_for(user).get(f"/desk/versions/{version.pk}/card/").content.decode().split())


def test_those_inside_see_the_filler_and_the_accounts(client_for):
    page = shown(client_for, VersionFactory())

    assert [piece for piece in INSIDE_ONLY if piece not in page] == []


def test_who_may_look(client, client_for, owner, caplog):
    draft, sent = VersionFactory(service__owner=owner), VersionFactory(service__owner=owner, stage="submitted")
    people = {
        "reader": person("reader", owner),
        "stranger": person("author", OrganizationFactory()),
        "reviewer": person("reviewer", centre()),
    }

    answers = {
        who: [client_for(user).get(f"/desk/versions/{one.pk}/card/").status_code for one in (draft, sent)]
        for who, user in people.items()
    }

    assert answers == {"reader": [200, 200], "stranger": [404, 404], "reviewer": [404, 200]}
    assert client.get(f"/desk/versions/{draft.pk}/card/").status_code == 302
    assert "of another agency" in caplog.text


def test_a_service_asks_for_its_id_when_its_card_is_sent_and_bears_it_once_given():
    draft = VersionFactory()
    sent = VersionFactory(stage="submitted")
    beside = VersionFactory(service=VersionFactory(stage="published").service)
    given = VersionFactory(service=ServiceFactory(code="10031093000"))

    states = [identity_state(version) for version in (draft, sent, beside, given)]

    assert states == [IdentityState.NONE, IdentityState.REQUESTED, IdentityState.REQUESTED, IdentityState.GIVEN]


@pytest.mark.parametrize(
    ("code", "stage", "words"),
    [
        (None, "draft", "شناسه: هنوز درخواست نشده"),
        (None, "submitted", "شناسه: درخواست شده (در حال اخذ)"),
        ("10031093000", "draft", "۱۰۰۳۱۰۹۳۰۰۰"),
    ],
)
def test_the_box_of_the_id_says_how_far_it_has_come(client_for, code, stage, words):
    version = VersionFactory(service=ServiceFactory(code=code), stage=stage)

    assert words in shown(client_for, version)


def test_an_empty_card_prints_every_box_of_the_paper(client_for):
    version = VersionFactory(document=forms.document(form.Card(title="خدمت بی‌شرح")))

    page = shown(client_for, version)

    for box in ("شمارهٔ قرارداد واگذاری", "عناوین مشابه دفاتر پیشخوان:", "سایر (با ذکر نحوهٔ دسترسی)", "تکمیل‌کننده"):
        assert box in page
    assert page.count("سایر (با ذکر نحوهٔ دسترسی)") == 4
    assert page.count("شمارهٔ قرارداد واگذاری") == 2


def test_the_boxes_of_the_details_are_ticked_one_by_one(client_for):
    card = {"recipients": {"count": 10000, "per": "season"}, "frequency": {"once": True}}

    page = shown(client_for, VersionFactory(card=card))

    for box in ("فصل", "یک بار برای همیشه", "الکترونیکی"):
        assert f'<span class="t t-on">{box}<' in page
    assert "۱۰٬۰۰۰ گیرندهٔ خدمت در هر" in page


def test_words_of_the_form_stand_beside_the_figure_only_where_they_say_more(client_for):
    long = {"text": "حداقل یک ساعت در هر مراجعه", "min": 1, "unit": "hour", "basis": "visit"}

    pages = [shown(client_for, VersionFactory(card={"average_duration": said})) for said in (long, {"text": "سه روز"})]

    assert "به نوشتهٔ فرم: حداقل یک ساعت" in pages[0]
    assert "به نوشتهٔ فرم" not in pages[1]


def test_a_box_that_does_not_apply_says_why(client_for):
    document = forms.document(forms.card(audience=None, life_events=[])).model_copy(
        update={"not_applicable": {"card.audience": "برای همه است", "card.life_events": "رویدادی ندارد"}}
    )

    page = shown(client_for, VersionFactory(document=document))

    assert "مصداق ندارد، زیرا برای همه است" in page
    assert "مصداق ندارد، زیرا رویدادی ندارد" in page


def test_permit_forms_print_their_squares(client_for):
    document = forms.document(permits=forms.PERMITS, inquiries=forms.INQUIRIES)

    page = shown(client_for, VersionFactory(document=document))

    for square in ("حقیقی", "حقوقی", "مشترک", "استعلام با ذکر نام"):
        assert f'<span class="t t-on">{square}<' in page
    assert '<span class="t t-off">دولتی<' in page
    assert "مفاصاحساب" in page


def test_a_square_that_was_crossed_out_is_said_in_words(client_for):
    page = shown(client_for, VersionFactory(document=forms.document(permits=forms.PERMITS)))

    assert page.count("<td>خیر") == 1


def test_agencies_that_are_asked_stand_side_by_side_as_many_as_a_page_is_wide(client_for):
    asked = [{"permit": "پروانه", "agency": f"دستگاه {number}"} for number in range(6)]

    page = shown(client_for, VersionFactory(document=forms.document(inquiries=asked)))

    assert page.count("جدول فرم دو") == 2


def test_the_page_costs_few_questions(client_for, owner, django_assert_max_num_queries):
    version = VersionFactory(service__owner=owner)
    client = client_for(person("reader", owner))

    with django_assert_max_num_queries(7):
        client.get(f"/desk/versions/{version.pk}/card/")
