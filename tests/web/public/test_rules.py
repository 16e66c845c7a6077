"""The public page of the rules."""

import csv
import io

import pytest

from khedmat.cards.governing.counting import Figures, count_rules, figures_of
from khedmat.cards.governing.entries import ENTRIES
from khedmat.web.public.rule_rows import FAMILIES
from tests.factories.cards import FindingFactory, VersionFactory
from tests.factories.governing import LATER, checked, dismissed

pytestmark = pytest.mark.django_db
PAGE = "/rules/"


def told(response):
    return " ".join(response.content.decode().split())


def rows(client, query=""):
    text = client.get(f"{PAGE}rules.csv{query}").content.decode("utf-8-sig")
    return {row["قاعده"]: row for row in csv.DictReader(io.StringIO(text))}


def test_every_rule_has_an_entry_in_words_and_a_family(client):
    page = told(client.get(PAGE))

    for entry in ENTRIES:
        assert f'id="rule-{entry.id}"' in page
        assert entry.id[0] in FAMILIES
    assert "%(" not in page
    assert {"C04", "C08"} <= {entry.id for entry in ENTRIES}


def test_before_the_first_count_it_says_so_and_shows_no_zeros(client):
    assert "هنوز شمرده نشده است" in told(client.get(PAGE))
    assert rows(client)["C02"]["در نسخه‌های فرستاده"] == ""


def test_figures_leave_drafts_out_and_say_as_of_when(client):
    FindingFactory(rule="V06", severity="A", version=VersionFactory(published=True))
    FindingFactory(rule="V06", severity="A", version=VersionFactory(stage="draft"))
    count_rules(at=LATER)

    row = rows(client)["V06"]

    assert (row["در شناسنامه‌های جاری"], row["در نسخه‌های فرستاده"], row["در چند خدمت"]) == ("1", "1", "1")
    assert row["شمرده در"] == LATER.isoformat()
    assert rows(client)["V01"]["در نسخه‌های فرستاده"] == "0"
    assert "پیش‌نویس‌ها در هیچ شماری نیستند" in told(client.get(PAGE))


def test_a_rule_that_is_passed_over_too_often_is_marked(client, monkeypatch):
    monkeypatch.setattr(Figures, "LEAST", 1)
    dismissed(checked())
    count_rules(at=LATER)

    page = told(client.get(f"{PAGE}?family=C&q=C02"))

    assert "نیازمند بازنگری</span>" in page
    assert "/desk/rules/C02/" in page
    assert rows(client)["C02"]["سهم چشم‌پوشی (درصد)"] == str(figures_of("C02").percent)


def test_filters_and_order_live_in_the_address(client):
    FindingFactory(rule="V06", severity="A", version=VersionFactory(published=True))
    count_rules(at=LATER)

    assert set(rows(client, "?family=M")) == {entry.id for entry in ENTRIES if entry.id[0] == "M"}
    assert {"K01", "K02"} <= set(rows(client, "?severity=N&family=K"))
    assert "K03" not in rows(client, "?severity=N")
    assert next(iter(rows(client, "?sort=fired"))) == "V06"
    assert set(rows(client, "?family=x&severity=y&sort=z")) == {entry.id for entry in ENTRIES}
    assert "قاعده‌ای با این صافی‌ها نیست" in told(client.get(f"{PAGE}?q=چیزی‌که‌نیست"))


def test_the_page_costs_the_same_however_much_was_found(client, django_assert_max_num_queries):
    for rule in ("V06", "V03", "C02"):
        FindingFactory(rule=rule, severity="A", version=VersionFactory(published=True))
    count_rules(at=LATER)

    with django_assert_max_num_queries(4):
        client.get(PAGE)
