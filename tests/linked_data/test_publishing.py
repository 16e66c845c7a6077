"""Open data: every published card in every file, nothing of people in any, told in a manifest."""

import csv
import hashlib
import json
from datetime import datetime, timedelta

import pytest
from python_calamine import CalamineWorkbook

from khedmat.cards.checking import store_findings
from khedmat.cards.models import StageChange
from khedmat.linked_data.changing import LISTS
from khedmat.linked_data.datasets import DATASETS
from khedmat.linked_data.parts import INDEX
from khedmat.linked_data.publishing import publish
from tests.factories import forms
from tests.factories.cards import NOW, VersionFactory, advance, identified
from tests.factories.counts import counted
from tests.factories.popular import accepted
from tests.factories.registers import a_document, a_system, an_audience, an_element

pytestmark = pytest.mark.django_db
DELTA_NT = "second/services.delta.nt"
SECRETS = ("مسئول نمونه", "00000000", "دفتر نمونه", "IR-4000")


@pytest.fixture
def published():
    version = VersionFactory(published=True, document=forms.document(permits=forms.PERMITS))
    identified(version.service, "13011234000")
    accepted("سوپیشینه", version.service)
    VersionFactory(stage="draft", card={"title": "پیش‌نویس پنهان"})
    VersionFactory(stage="retired", card={"title": "برچیدهٔ کهنه"})
    return version


def test_each_file_holds_the_published_and_no_other(published, tmp_path):
    publish(tmp_path, at=NOW)

    for name in ("services.csv", "services.jsonl", "services.jsonld", "services.nt"):
        text = (tmp_path / name).read_text("utf-8")
        assert "13011234000" in text
        assert "پنهان" not in text
        assert "کهنه" not in text


def test_nothing_of_people_is_in_any_file(published, tmp_path):
    publish(tmp_path, at=NOW)

    texts = [path.read_text("utf-8") for path in tmp_path.rglob("*") if path.is_file() and path.suffix != ".xlsx"]
    texts.append(str(list(map(sheet_rows, tmp_path.rglob("*.xlsx")))))
    assert len(texts) > 10
    assert [secret for secret in SECRETS for text in texts if secret in text] == []


def test_the_manifest_tells_every_file_as_it_is(published, tmp_path):
    manifest = publish(tmp_path, at=NOW)

    assert json.loads((tmp_path / "manifest.json").read_text("utf-8")) == manifest
    for name, told in manifest["files"].items():
        held = (tmp_path / name).read_bytes()
        assert (hashlib.sha256(held).hexdigest(), len(held)) == (told["sha256"], told["bytes"])


def test_spreadsheets_open_it_and_heads_have_persian_names(published, tmp_path):
    publish(tmp_path, at=NOW)

    with (tmp_path / "services.csv").open(encoding="utf-8-sig", newline="") as file:
        (row,) = csv.DictReader(file)
    heads = json.loads((tmp_path / "services.header.fa.json").read_text("utf-8"))
    assert (tmp_path / "services.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    assert list(heads) == list(row)
    assert row["documents"] == "کارت ملی | درخواست"


def test_what_changed_since_is_told(published, tmp_path):
    publish(tmp_path, at=NOW)
    advance(published, "replaced")
    VersionFactory(service=published.service, published=True, card={"title": "عنوان دیگر"})
    new = VersionFactory(published=True)

    publish(tmp_path, at=NOW)

    told = changes(tmp_path)
    assert [row["service"] for row in told["added"]] == [new.service_id]
    (changed,) = told["changed"]
    assert (changed["service"], changed["number"], changed["card"]) == (published.service_id, "13011234000", True)
    step = StageChange.objects.filter(version__service=published.service, target="published").latest("pk")
    assert datetime.fromisoformat(changed["at"]) == step.at
    assert told["removed"] == []


def test_what_is_said_beside_a_card_is_a_change_without_a_time_and_an_id_makes_another_of_it(published, tmp_path):
    other = VersionFactory(published=True)
    publish(tmp_path, at=NOW)
    accepted("نام تازه", published.service)
    identified(other.service, "13011234011")

    manifest = publish(tmp_path, at=NOW + timedelta(days=1))

    told = changes(tmp_path)
    assert told["changed"] == [{"service": published.service_id, "number": "13011234000", "at": None, "card": False}]
    assert [(row["number"], row["at"]) for row in told["added"]] == [("13011234011", None)]
    assert [row["number"] for row in told["removed"]] == [f"n{other.service_id}"]
    assert manifest["changes"] == {"added": 1, "changed": 1, "removed": 1}
    assert (told["since"], told["made_at"]) == (NOW.isoformat(), manifest["made_at"])


def test_from_an_edition_one_goes_on_in_the_feed_of_changes(published, client, tmp_path):
    feed = publish(tmp_path, at=NOW)["feed"]
    assert client.get(f"/api/v1/changes?since={feed}").json()["items"] == []

    new = VersionFactory(published=True)

    told = client.get(f"/api/v1/changes?since={feed}").json()["items"]
    assert [item["service"] for item in told] == [new.service_id]
    assert publish(tmp_path, at=NOW)["feed"] > feed


@pytest.mark.parametrize("manifest", ["{", "[]", '{"feed": "x"}'])
def test_a_manifest_that_nobody_can_read_is_none(published, tmp_path, manifest):
    (tmp_path / "manifest.json").write_text(manifest, "utf-8")

    assert publish(tmp_path, at=NOW)["since"] is None


def changes(folder):
    return json.loads((folder / "changes.json").read_text("utf-8"))


def sheet_rows(path):
    return CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()


def test_a_copy_that_reads_the_delta_over_itself_says_of_services_what_the_edition_says(published, tmp_path):
    """By the rule of the page: what is of a service itself is replaced, what it names is added."""
    gone, same = VersionFactory(published=True), VersionFactory(published=True)
    publish(tmp_path / "first", at=NOW)
    advance(gone, "suspended")
    accepted("نام تازه", published.service)
    publish(tmp_path / "second", at=NOW, since=tmp_path / "first")
    copy, delta_of, now = (triples(tmp_path / name) for name in ("first/services.nt", DELTA_NT, "second/services.nt"))

    told = [row["number"] for rows in (changes(tmp_path / "second")[name] for name in LISTS) for row in rows]
    copy = {line for line in copy if not any(is_of(line, number) for number in told)} | delta_of

    ended = {line for line in copy if "owl#deprecated" in line}
    assert len(ended) == 1
    assert is_of(*ended, f"n{gone.service_id}")
    assert now <= copy
    for number in ("13011234000", f"n{same.service_id}"):
        assert {line for line in copy if is_of(line, number)} == {line for line in now if is_of(line, number)}


def triples(path):
    return set(path.read_text("utf-8").splitlines())


def is_of(line, number):
    """Whether its subject is the service or stands below it."""
    subject = line.partition("> ")[0]
    return subject.endswith(f"/id/service/{number}") or f"/id/service/{number}/" in subject


def test_what_is_no_longer_published_is_told_and_gone(published, tmp_path):
    publish(tmp_path, at=NOW)
    advance(published, "suspended")

    manifest = publish(tmp_path, at=NOW)

    assert manifest["services"] == 0
    (gone,) = changes(tmp_path)["removed"]
    step = StageChange.objects.latest("pk")
    assert (gone["number"], datetime.fromisoformat(gone["at"])) == ("13011234000", step.at)


def test_twice_gives_the_same_bytes(published, tmp_path):
    first = publish(tmp_path, at=NOW)["files"]
    second = publish(tmp_path, at=NOW)["files"]

    told_anew = {
        "changes.json",
        "services.delta.jsonl",
        "services.delta.nt",
        "services.delta.xlsx",
        "catalogue.jsonld",
    }  # the catalogue holds the sums of the others
    assert {name for name in first if first[name] != second[name]} == told_anew


@pytest.mark.parametrize("broken", ["{", "[]", ""])
def test_a_broken_edition_and_foreign_files_do_no_harm(published, tmp_path, broken):
    (tmp_path / INDEX).write_text(broken, "utf-8")
    (tmp_path / "mine.txt").write_text("من", "utf-8")

    publish(tmp_path, at=NOW)

    assert (tmp_path / "mine.txt").exists()
    assert not list(tmp_path.glob(".writing-*"))


def delta(folder):
    return [json.loads(line) for line in (folder / "services.delta.jsonl").read_text("utf-8").splitlines()]


def test_what_a_killed_writer_left_is_thrown_away(published, tmp_path):
    left = tmp_path / ".writing-of-the-killed" / "codes"
    left.mkdir(parents=True)

    publish(tmp_path, at=NOW)

    assert not list(tmp_path.glob(".writing-*"))


def test_the_delta_holds_what_changed_whole_and_what_went_by_its_number(published, tmp_path):
    gone = VersionFactory(published=True)
    publish(tmp_path / "first", at=NOW)
    advance(gone, "suspended")
    advance(published, "replaced")
    VersionFactory(service=published.service, published=True, card={"title": "عنوان دیگر"})
    VersionFactory(published=True)

    publish(tmp_path / "second", at=NOW, since=tmp_path / "first")

    changed, went, new = delta(tmp_path / "second")
    assert (changed["number"], changed["card"]["title"]) == ("13011234000", "عنوان دیگر")
    assert new["card"]
    assert went == {"number": f"n{gone.service_id}", "removed": True}


def test_without_a_change_the_delta_is_empty_and_without_a_past_it_is_everything(published, tmp_path):
    publish(tmp_path / "first", at=NOW)
    publish(tmp_path / "second", at=NOW, since=tmp_path / "first")

    assert [one["number"] for one in delta(tmp_path / "first")] == ["13011234000"]
    assert delta(tmp_path / "second") == []


@pytest.mark.parametrize("name", DATASETS)
def test_every_dataset_is_a_table_with_persian_heads_and_lines_for_programs(published, tmp_path, name):
    a_document(code="birth-sample")
    an_element(system=a_system())
    an_audience()
    counted(published)

    publish(tmp_path, at=NOW)

    with (tmp_path / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    lines = (tmp_path / f"{name}.jsonl").read_text("utf-8").splitlines()
    heads = json.loads((tmp_path / f"{name}.header.fa.json").read_text("utf-8"))
    assert len(rows) == len(lines) > 0
    assert all(list(row) == list(heads) for row in rows)
    assert all(isinstance(json.loads(line), dict) for line in lines)


@pytest.mark.parametrize(
    ("name", "thing"), [("systems", "system/trade"), ("elements", "element/x"), ("audiences", "audience/y")]
)
def test_a_register_is_linked_data_too(tmp_path, name, thing):
    an_element(code="x", system=a_system(code="trade"))
    an_audience(code="y")

    publish(tmp_path, at=NOW)

    for ending in ("jsonld", "nt"):
        assert f"/id/{thing}" in (tmp_path / f"{name}.{ending}").read_text("utf-8")


def test_no_cell_is_reckoned_by_a_spreadsheet(tmp_path):
    VersionFactory(published=True, card={"title": "=1+1", "description": "@SUM(A1)"})

    publish(tmp_path, at=NOW)

    with (tmp_path / "services.csv").open(encoding="utf-8-sig", newline="") as file:
        (row,) = csv.DictReader(file)
    assert (row["title"], row["description"]) == ("'=1+1", "'@SUM(A1)")


def test_the_catalogue_names_every_file_of_data(published, tmp_path):
    publish(tmp_path, at=NOW)

    nodes = json.loads((tmp_path / "catalogue.jsonld").read_text("utf-8"))["@graph"]
    named = {node["title"] for node in nodes if node["type"] == "dcat:Distribution"}
    assert {"services.csv", "services.nt", "codes/level.ttl"} <= named


def test_questions_do_not_grow_with_the_rows(published, tmp_path, assert_same_cost):
    def grow():
        for _one in range(3):
            version = VersionFactory(published=True)
            accepted("نامی", version.service)
            store_findings(version, on=NOW.date())

    assert_same_cost(lambda: publish(tmp_path, at=NOW), grow)
