"""The steward's page of a rule."""

import pytest

from khedmat.cards.governing.counting import Figures
from khedmat.cards.models import SeverityChange
from tests.factories.governing import checked, dismissed
from tests.factories.people import OrganizationFactory, centre, person

pytestmark = pytest.mark.django_db
PAGE = "/desk/rules/C02/"


def told(response):
    return " ".join(response.content.decode().split())


@pytest.fixture
def steward(client_for):
    return client_for(person("reviewer", centre()))


def test_a_doubtful_rule_becomes_a_note_and_comes_back(steward, monkeypatch):
    monkeypatch.setattr(Figures, "LEAST", 1)
    dismissed(checked())

    lighter = told(steward.post(PAGE, {"reason": "بیش از یک‌پنجم"}, follow=True))
    restored = told(steward.post(PAGE, {"reason": "متن روشن شد"}, follow=True))

    assert "شدت کنونی: یادآوری" in lighter
    assert "بیش از یک‌پنجم" in restored
    assert "شدت کنونی: پاسخ لازم" in restored
    assert SeverityChange.objects.count() == 2


def test_without_cause_it_is_refused_in_words_and_what_was_typed_stays(steward):
    page = told(steward.post(PAGE, {"reason": "خوشم نمی‌آید"}))

    assert "هنوز از این قاعده چندان چشم پوشیده نشده است" in page
    assert "خوشم نمی‌آید" in page


def test_others_read_and_hear_whose_it_is(client_for, client):
    for office in (OrganizationFactory(), centre()):
        reader = client_for(person("author", office))
        assert "کار بررسی‌کنندگان مرکز" in told(reader.get(PAGE))
        assert "کار بررسی‌کنندگان مرکز" in told(reader.post(PAGE, {"reason": "x"}))
    assert client.get(PAGE).status_code == 302
    assert not SeverityChange.objects.exists()


def test_an_unknown_rule_is_not_found(steward):
    assert steward.get("/desk/rules/Z99/").status_code == 404
