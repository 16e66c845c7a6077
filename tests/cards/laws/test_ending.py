"""A law ends: seen before, done as seen, owners told, cards found."""

import threading

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction

from khedmat.cards.checking import store_findings
from khedmat.cards.laws.actions import end, preview
from khedmat.cards.laws.where import on_ended_laws
from khedmat.cards.tasks import recheck_stale
from khedmat.core.refusals import sentence_of
from khedmat.notices.models import Notice
from khedmat.registers.models import LegalSource, RegisterChange
from tests.cards.laws.test_binding import citing
from tests.factories.cards import NOW, ServiceFactory
from tests.factories.people import OrganizationFactory, centre, person
from tests.factories.registers import a_law, legal_steward

pytestmark = pytest.mark.django_db
CITED = "قانون هوای پاک مصوب 1396/4/25"


@pytest.fixture
def pair():
    return a_law(), a_law("قانون هوای پاک‌تر", None)


def card(owner=None, **more):
    service = ServiceFactory(owner=owner or OrganizationFactory())
    return citing(CITED, service=service, **({"published": True} | more))


def ended(law, by=None):
    return end(law, by, seen=preview(law, by).seen, by=legal_steward(), at=NOW)


def said(act):
    with pytest.raises(ValidationError) as caught:
        act()
    return " ".join(caught.value.messages)


def findings(version):
    return [one for one in store_findings(version, on=NOW.date()) if one.rule == "G02"]


def test_the_preview_holds_published_cards_only_and_writes_nothing(pair):
    published, _draft = card(), card(published=False)

    assert preview(*pair).versions == [published]
    assert LegalSource.objects.get(pk=pair[0].pk).holds


def test_a_replaced_law_is_found_in_its_cards_with_what_came_after_it(pair):
    version = card()
    assert findings(version) == []

    ended(*pair)
    recheck_stale(timestamp=int(NOW.timestamp()))

    only = version.findings.get(rule="G02")
    assert (only.severity, only.field) == ("A", "card.laws.0")
    assert "قانون هوای پاک‌تر" in only.message
    assert "مصوب ۱۳۹۶" in only.message


def test_a_repealed_law_has_nothing_after_it(pair):
    version = card()

    ended(pair[0])

    assert "نسخ شده است" in findings(version)[0].message
    assert RegisterChange.objects.order_by("pk").last().after == {"state": "repealed"}


def test_those_who_answer_for_the_cards_are_told_once(pair):
    owner = OrganizationFactory()
    author, _reader, _stranger = (
        person("author", owner),
        person("reader", owner),
        person("author", OrganizationFactory()),
    )
    card(owner), card(owner)

    ended(*pair)

    notice = Notice.objects.get()
    assert (notice.user, notice.kind, notice.link) == (author, "law_ended", "/desk/ended-laws/")
    assert notice.context["replaced_by"] == "قانون هوای پاک‌تر"


def test_a_card_that_came_after_the_preview_stops_it(pair):
    seen = preview(*pair).seen
    card()

    assert "پیش‌نمایش تازه" in said(lambda: end(*pair, seen=seen, by=legal_steward(), at=NOW))
    assert LegalSource.objects.get(pk=pair[0].pk).holds


@pytest.mark.parametrize(("role", "at_home"), [("steward", True), ("publisher", True), ("legal_steward", False)])
def test_others_end_no_law_and_hear_whose_work_it_is(pair, role, at_home):
    by, seen = person(role, centre() if at_home else OrganizationFactory()), preview(*pair).seen

    assert "متولی قوانین و مقررات" in said(lambda: end(*pair, seen=seen, by=by, at=NOW))


def test_a_law_ends_once_and_is_replaced_by_another_one_that_holds(pair):
    law, after = pair
    ended(law, after)
    law.refresh_from_db()

    assert "پیش از این" in said(lambda: preview(law, None))
    assert "جایگزین خودش نیست" in said(lambda: preview(after, after))
    assert "خود معتبر نیست" in said(lambda: preview(after, law))


@pytest.mark.parametrize("columns", [{"state": "replaced"}, {"state": "repealed", "replaced_by": True}])
def test_the_database_wants_a_replaced_law_to_name_its_successor(pair, columns):
    law, after = pair
    values = {name: after if value is True else value for name, value in columns.items()}

    with pytest.raises(IntegrityError) as caught, transaction.atomic():
        LegalSource.objects.filter(pk=law.pk).update(**values)

    assert "جایگزین خود را نام می‌برد" in sentence_of(caught.value)


def test_the_work_list_is_the_office_s_own_and_the_steward_s_whole(pair):
    owner, on = OrganizationFactory(), NOW.date()
    mine, theirs = card(owner), card()
    card(owner, published=False)
    ended(*pair)

    assert list(on_ended_laws(person("author", owner), on)) == [mine]
    assert set(on_ended_laws(legal_steward(), on).order_by("pk")) == {mine, theirs}
    assert not on_ended_laws(person("legal_steward", OrganizationFactory()), on).exists()


@pytest.mark.django_db(transaction=True)
def test_of_two_endings_at_once_one_wins():
    law, one, other = a_law(), a_law("قانون نو", None), a_law("قانون تازه", None)
    outcomes, at_once, by = [], threading.Barrier(2), legal_steward()
    seen = {after.pk: preview(law, after).seen for after in (one, other)}

    def act(after):
        at_once.wait()
        try:
            end(law, after, seen=seen[after.pk], by=by, at=NOW)
            outcomes.append("ended")
        except ValidationError:
            outcomes.append("refused")
        finally:
            connection.close()

    threads = [threading.Thread(target=act, args=(after,)) for after in (one, other)]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]

    assert sorted(outcomes) == ["ended", "refused"]
