"""A document as columns and rows, and back."""

import pytest
from django.core.exceptions import ValidationError
from hypothesis import HealthCheck, given, settings

from khedmat.cards import actions, form
from khedmat.cards.canonical import content_of, digest_of, tidy
from khedmat.cards.models import Service, ServiceVersion
from khedmat.cards.rows import CHILDREN
from tests.factories import forms, generated
from tests.factories.cards import NOW, VersionFactory
from tests.factories.papers import StoredFileFactory
from tests.factories.people import OrganizationFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("rules")]
ANY_CARD = settings(
    max_examples=40,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large],
)


def create(office, document, **changes):
    return actions.create_draft(document, **{"owner": office.owner, "by": office.author, "at": NOW} | changes)


@ANY_CARD
@given(card=generated.cards())
def test_any_card_comes_back_as_it_went_in(office, card):
    version = create(office, forms.document(card), service=Service.objects.create(owner=office.owner, created_at=NOW))

    kept = ServiceVersion.objects.get(pk=version.pk)

    assert kept.card == form.card_from_contract(content_of(tidy(card)))
    assert content_of(kept.card) == content_of(tidy(card))
    assert digest_of(kept.document) == kept.sha256


@ANY_CARD
@given(card=generated.cards())
def test_the_rows_of_any_card_are_the_lists_of_its_content(office, card):
    version = create(office, forms.document(card), service=Service.objects.create(owner=office.owner, created_at=NOW))
    kept = ServiceVersion.objects.get(pk=version.pk)

    assert list(kept.process_rows.values_list("title", flat=True)) == kept.card.processes
    assert list(kept.documentrequirement_rows.values_list("text", flat=True)) == kept.card.documents
    assert list(kept.diagramlink_rows.values_list("source", "target")) == kept.card.diagram.links
    assert kept.costitem_rows.count() == len(kept.card.cost.items)
    assert kept.externalinquiry_rows.count() == len(kept.card.external_inquiries)
    assert kept.internalsystem_rows.count() == len(kept.card.internal_systems)


def test_every_scalar_box_has_its_column(office):
    version = create(office, forms.document(forms.card(service_id="10031093000", leads_to_permit=False)))

    assert (version.title, version.stated_id, version.nature) == ("صدور گواهی سوء پیشینه", "10031093000", "sovereign")
    assert (version.service_type, version.leads_to_permit) == (["G2C", "G2B"], False)
    assert (version.recipients_count, version.recipients_per, version.frequency_times) == (1000, "month", 1)
    assert (version.duration_value, version.duration_unit, version.duration_working) == (3, "day", None)
    assert (version.visits_count, version.visits_max, version.cost_free, version.cost_text) == (1, None, None, "")
    assert (version.is_electronic, version.needs_visit) == (True, True)


def test_every_list_of_the_form_has_its_rows(office):
    version = create(office, forms.document())

    counts = [model.objects.filter(version=version).count() for model in CHILDREN]

    assert counts == [2, 1, 1, 3, 1, 1, 3, 3, 2, 1, 1]


def test_what_the_form_does_not_say_is_neither_zero_nor_free(office):
    version = create(office, forms.document(form.Card(title="خدمتی بی‌پاسخ")))

    assert (version.cost_free, version.recipients_count, version.visits_count) == (None, None, None)
    assert (version.is_electronic, version.needs_visit, version.nature) == (None, None, "")
    assert not any(model.objects.filter(version=version).exists() for model in CHILDREN[:-1])


def test_where_a_value_stood_is_kept(office):
    trace = create(office, forms.document()).traces.get()

    assert (trace.path, trace.raw, trace.label, trace.end, trace.sure) == (
        "card.title",
        "صدور گواهی",
        "عنوان خدمت",
        10,
        0.9,
    )


def test_the_file_it_came_from_is_named(office):
    file = StoredFileFactory()

    assert create(office, forms.document(), source_file=file).source_file == file


def test_the_same_form_says_the_same_whatever_its_file_is_called():
    named = {"source": {"name": "other.txt", "media_type": "text/plain"}}

    assert digest_of(forms.document()) == digest_of(forms.document(**named))
    assert digest_of(forms.document()) != digest_of(forms.document(undecided=["nature"]))


def test_a_form_with_an_id_speaks_of_the_service_with_this_id(office):
    known = VersionFactory(service__owner=office.owner, published=True, card={"service_id": "10031093000"})

    same = create(office, forms.document(forms.card(service_id="10031093000", title="عنوانی تازه")))

    assert (same.service, same.number) == (known.service, 2)


def test_a_form_without_an_id_speaks_of_the_service_with_this_title(office):
    known = VersionFactory(service__owner=office.owner, published=True)

    assert create(office, forms.document(forms.card(title="صدور  گواهي سوءپیشینه"))).service == known.service


def test_the_same_title_at_another_agency_is_another_service(office):
    known = VersionFactory(service__owner=OrganizationFactory(), published=True)

    assert create(office, forms.document()).service != known.service


def test_a_form_that_fits_two_services_is_refused(office):
    VersionFactory.create_batch(2, service__owner=office.owner, published=True)

    with pytest.raises(ValidationError, match="از کدام سخن"):
        create(office, forms.document())


@pytest.mark.parametrize("bad", [{"title": "تهی\0"}, {"average_duration": {"value": float("inf")}}])
def test_what_cannot_be_kept_is_refused_in_words(office, bad):
    with pytest.raises(ValidationError, match="فرم عدد یا"):
        create(office, forms.document(forms.card(**bad)))

    assert not Service.objects.exists()


def test_a_negative_duration_is_refused_in_words(office):
    with pytest.raises(ValidationError, match="منفی"):
        create(office, forms.document(forms.card(average_duration={"value": -3})))

    assert not Service.objects.exists()


def test_a_card_of_ten_thousand_rows_costs_no_more_questions(office, django_assert_max_num_queries):
    long = forms.card(processes=[f"فرایند {place}" for place in range(10_000)])

    with django_assert_max_num_queries(60):
        version = create(office, forms.document(long))

    assert version.process_rows.count() == 10_000
