"""What is said beside a version: by whom, of which lines, and that the version itself stays as it was."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction

from khedmat.cards.beside.lines import papers_in, prices_in
from khedmat.cards.beside.saying import say_terms, say_ways
from khedmat.cards.beside.standing import counted_ways, obtained_in, terms_in, terms_of, ways_of, with_beside
from khedmat.cards.form import Card
from khedmat.cards.models import DocumentWay, PriceTerm, ServiceVersion, Term, Way
from khedmat.cards.redrafting import redraft
from tests.factories import forms
from tests.factories.beside import a_card, fetched, priced
from tests.factories.cards import NOW, VersionFactory, advance
from tests.factories.people import OrganizationFactory, centre, person
from tests.factories.registers import a_document, steward

pytestmark = pytest.mark.django_db
NEXT_YEAR = date(2027, 3, 20)


def ways(version):
    return {letters: row.said for letters, row in ways_of(version).items()}


def test_an_author_says_of_a_draft_and_has_a_hand_in_it_while_its_text_stays():
    draft, agency = a_card(), OrganizationFactory()
    author = person("author", draft.service.owner)

    (row,) = fetched(draft, agency, by=author)

    after = ServiceVersion.objects.get(pk=draft.pk)
    assert (row.said, row.letters) == (Way("agency", agency.pk), "شناسنامه")
    assert (after.sha256, after.revision) == (draft.sha256, draft.revision)
    assert draft.stage_changes.order_by("pk").last().by == author


def test_a_card_in_force_is_spoken_of_by_the_steward_and_bears_no_line_of_an_author():
    version = a_card(published=True)
    lines = version.stage_changes.count()

    assert fetched(version, None, by=steward())[0].said == Way("applicant")
    assert version.stage_changes.count() == lines


@pytest.mark.parametrize(
    ("stage", "role", "where"),
    [
        ("draft", "reader", "home"),
        ("draft", "approver", "home"),
        ("draft", "author", "elsewhere"),
        ("draft", "steward", "centre"),
        ("published", "author", "home"),
        ("published", "steward", "elsewhere"),
        ("published", "legal_steward", "centre"),
        ("replaced", "steward", "centre"),
    ],
)
def test_nobody_else_says_how_a_document_is_obtained(stage, role, where):
    version = a_card(stage=stage)
    offices = {"home": version.service.owner, "elsewhere": OrganizationFactory(), "centre": centre()}

    with pytest.raises(ValidationError, match="متولی"):
        fetched(version, None, by=person(role, offices[where]))

    assert not DocumentWay.objects.exists()


@pytest.mark.parametrize(
    ("stage", "role", "may"),
    [
        ("draft", "author", True),
        ("draft", "approver", False),
        ("submitted", "approver", True),
        ("published", "author", True),
        ("published", "approver", True),
        ("published", "manager", False),
        ("suspended", "author", True),
        ("replaced", "author", False),
        ("returned", "author", False),
        ("discarded", "author", False),
    ],
)
def test_the_office_says_until_when_a_price_holds(stage, role, may):
    version = a_card(stage=stage)
    by = person(role, version.service.owner)

    if may:
        assert priced(version, NEXT_YEAR, by=by)[0].said == Term(None, NEXT_YEAR, "مصوبهٔ هیئت وزیران")
    else:
        with pytest.raises(ValidationError, match="تأییدکنندگان"):
            priced(version, NEXT_YEAR, by=by)


@pytest.mark.parametrize("role", ["author", "approver"])
def test_the_same_role_of_another_agency_says_nothing_of_a_price(role):
    with pytest.raises(ValidationError):
        priced(a_card(published=True), NEXT_YEAR, by=person(role, OrganizationFactory()))

    assert not PriceTerm.objects.exists()


def test_only_what_differs_is_a_row_and_taking_back_is_one_too():
    draft, agency = a_card("شناسنامه", "کارت ملی"), OrganizationFactory()
    author = person("author", draft.service.owner)
    said = {line.letters: Way("agency", agency.pk) for line in papers_in(draft.document)}

    counts = [
        len(say_ways(draft, one, by=author, at=NOW))
        for one in (said, said, said | {"شناسنامه": Way()}, {"گذرنامه": Way("applicant")})
    ]

    assert counts == [2, 0, 1, 0]
    assert ways(draft)["شناسنامه"] == Way()


def test_nothing_said_of_what_nobody_spoke_of_is_no_row():
    version = a_card(published=True)
    author = person("author", version.service.owner)

    assert say_terms(version, {prices_in(version.document.card)[0].letters: Term()}, by=author, at=NOW) == []


def test_what_was_said_goes_along_to_the_next_version_while_its_line_stays():
    version, agency = a_card("شناسنامه (در صورت نیاز)", "کارت ملی", published=True), OrganizationFactory()
    fetched(version, agency), priced(version, NEXT_YEAR)

    draft = redraft(version, by=person("author", version.service.owner), at=NOW)

    assert ways(draft) == {"شناسنامه": Way("agency", agency.pk)}
    assert [row.said.valid_until for row in terms_of(draft).values()] == [NEXT_YEAR]


def test_another_amount_is_another_line():
    dear = a_card(prices=({"amount_rial": 300_000, "text": "کارمزد صدور"},))
    cheap = a_card()

    assert {line.letters for line in prices_in(dear.document.card)}.isdisjoint(
        line.letters for line in prices_in(cheap.document.card)
    )


def test_what_a_later_version_says_is_not_said_of_an_earlier_one():
    version, agency = a_card(published=True), OrganizationFactory()
    draft = redraft(version, by=person("author", version.service.owner), at=NOW)
    fetched(version, None), fetched(draft, agency)

    assert [ways(one) for one in (version, draft)] == [
        {"شناسنامه": Way("applicant")},
        {"شناسنامه": Way("agency", agency.pk)},
    ]


def test_what_was_said_of_a_draft_that_was_let_go_is_forgotten():
    draft = a_card()
    fetched(draft, OrganizationFactory())
    advance(draft, "discarded")
    second = VersionFactory(service=draft.service, document=draft.document)

    assert ways(second) == {}


def test_a_list_of_versions_knows_the_same_without_a_question(django_assert_num_queries):
    version, agency = a_card(published=True), OrganizationFactory(name="ثبت احوال")
    fetched(version, agency), priced(version, NEXT_YEAR)

    with django_assert_num_queries(1):
        row = with_beside(ServiceVersion.objects.filter(pk=version.pk)).get()

    assert {letters: one.agency for letters, one in obtained_in(row).items()} == {"شناسنامه": "ثبت احوال"}
    assert obtained_in(row)["شناسنامه"].is_fetched
    assert list(terms_in(row).values()) == [Term(None, NEXT_YEAR, "مصوبهٔ هیئت وزیران")]


def test_published_cards_are_counted_by_the_newest_word_on_each_line():
    entry, other = a_document(), a_document("کارت ملی")
    version = a_card("شناسنامه", "کارت ملی", published=True)
    hidden = a_card("شناسنامه")
    fetched(version, None), fetched(version, OrganizationFactory()), fetched(version, None, place=1)
    fetched(hidden, None)

    assert counted_ways() == {"agency": 1, "applicant": 1}
    assert counted_ways(document_type=entry) == {"agency": 1}
    assert counted_ways(document_type=other) == {"applicant": 1}


@pytest.mark.parametrize("change", ["update", "delete"])
def test_rows_are_never_touched_again(change):
    version = a_card(published=True)
    fetched(version, None), priced(version, NEXT_YEAR)

    for model in (DocumentWay, PriceTerm):
        with pytest.raises(DatabaseError), transaction.atomic():
            model.objects.update(letters="x") if change == "update" else model.objects.all().delete()


def test_the_database_refuses_a_fetched_document_without_its_agency_and_days_in_the_wrong_order():
    version = a_card(published=True)
    author = person("author", version.service.owner)

    with pytest.raises(ValidationError, match="نام آن دستگاه"):
        say_ways(version, {"شناسنامه": Way("agency")}, by=steward(), at=NOW)
    backwards = {prices_in(version.document.card)[0].letters: Term(NEXT_YEAR, NEXT_YEAR - timedelta(days=1))}
    with pytest.raises(ValidationError, match="پیش از «معتبر از»"):
        say_terms(version, backwards, by=author, at=NOW)


def test_a_form_without_a_card_has_no_lines():
    assert (papers_in(forms.document(Card())), prices_in(Card()), prices_in(None)) == ([], [], [])
