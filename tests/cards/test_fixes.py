"""Every fix mends what it is offered for, and brings nothing worse."""

from functools import cache
from importlib.resources import files
from pathlib import Path
from types import SimpleNamespace

import pytest

from khedmat.cards.editing import written
from khedmat.cards.fixes import Fix, fixes_for, fixes_of
from khedmat.cards.fixes.engine import FIXES
from khedmat.cards.form import Document
from khedmat.cards.rules.engine import BY_ID, check
from khedmat.cards.rules.rule import SEVERITIES, Finding
from khedmat.importing.readers.reading import read_path
from tests.cards.rules.example import example, example_card
from tests.cards.rules.test_every_rule import BROKEN

FOLDERS = (Path(str(files("khedmat.site") / "samples/forms")), *(Path(__file__).parents[1] / "golden").iterdir())
NO_FORM = (".json", ".pyc")
FORMS = sorted(path for folder in FOLDERS if folder.is_dir() for path in folder.iterdir() if path.suffix not in NO_FORM)
PAGE = (Path(__file__).parents[2] / "docs/domains/rules.md").read_text("utf-8")
# What only these forms break in a way that can be mended by a press of a button.
MENDED = [
    ("A02", {"life_events": ["education", "other"], "life_event_text": "کلیه موارد"}, {}),
    ("C02", {"diagram": None}, {}),
    ("U02", {"url": "نشانی: irantvto.ir/a/5"}, {}),
    ("V01", {"stages.request.non_electronic": True}, {}),
    ("D04", {"documents": ["کپی کارت ملی", "نقشه"]}, {}),
    ("O05", {"documents": ["برگ کوتاژ", "نقشه"], "external_inquiries.0.fields": "کوتاژ"}, {}),
    ("V07", {f"stages.{name}": None for name in ("information", "delivery", "production")}
     | {"stages.request": {"channels": ["phone"], "visit_reasons": ["identity"]}}, {}),
]  # fmt: skip


@cache
def documents_of(path: Path) -> tuple[Document, ...]:
    return tuple(read_path(path))


def fixes(rule: str, document: Document) -> list[tuple[Finding, Fix]]:
    """Each fix of one rule with the finding that it is offered for."""
    found = [finding for finding in check(document) if finding.rule == rule]
    return [(finding, fix) for finding in found for fix in fixes_of(finding, document)]


def labels(rule: str, document: Document) -> list[str]:
    return [fix.label for _, fix in fixes(rule, document)]


def pressed(document: Document, fix: Fix) -> Document:
    """The form after a press of the button, as `edit_draft` writes it."""
    open_ones = [one for one in document.warnings if one.field not in fix.settles]
    return written(document.model_copy(update={"warnings": open_ones}), fix.changes)


def assert_mended(document: Document) -> None:
    before = check(document)
    for finding in before:
        for fix in fixes_of(finding, document):
            after = check(pressed(document, fix))
            assert finding not in after, fix.label
            heavier = SEVERITIES[: SEVERITIES.index(finding.severity)]
            new = {(one.rule, one.field) for one in after} - {(one.rule, one.field) for one in before}
            assert not [one for one in after if one.severity in heavier and (one.rule, one.field) in new], fix.label


@pytest.mark.parametrize("case", BROKEN, ids=str)
def test_a_fix_of_a_broken_form_mends_it_and_brings_nothing_heavier(case):
    assert_mended(case.document())


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.name)
def test_a_fix_of_a_real_form_mends_it_and_brings_nothing_heavier(path):
    for document in documents_of(path):
        assert_mended(document)


@pytest.mark.parametrize(("rule", "changes", "parts"), MENDED, ids=lambda one: one if isinstance(one, str) else "")
def test_what_only_a_fuller_form_can_have_mended(rule, changes, parts):
    document = example(changes, **parts)

    assert fixes(rule, document)
    assert_mended(document)


def test_every_rule_with_a_fix_gives_one_somewhere():
    given = {case.rule for case in BROKEN if fixes(case.rule, case.document())} | {rule for rule, _, _ in MENDED}

    assert given == set(FIXES)


def test_a_finding_of_a_form_that_has_changed_since_offers_nothing():
    (finding,) = [one for one in check(example({"frequency": {"times": 5}})) if one.rule == "F02"]

    assert fixes_of(finding, example_card()) == ()
    assert fixes_of(finding, example({"frequency": {"times": 6}})) == ()


def test_a_finding_kept_with_a_version_has_the_same_fixes_as_a_fresh_one():
    document = example({"frequency": {"times": 5}})
    (fresh,) = [one for one in check(document) if one.rule == "F02"]
    kept = SimpleNamespace(rule=fresh.rule, field=fresh.field, message=fresh.message)

    assert fixes_of(kept, document) == fixes_of(fresh, document) != ()


def test_the_fixes_of_many_findings_are_those_of_each():
    document = example({"frequency": {"times": 5}, "audience": None, "cost": {"items": [{"amount_rial": 0}] * 2}})
    findings = check(document)

    assert fixes_for(findings, document) == [fixes_of(finding, document) for finding in findings]


def test_a_rule_that_asks_for_what_only_the_author_knows_has_no_fix():
    (finding,) = [one for one in check(example({"audience": None})) if one.rule == "C02"]

    assert fixes_of(finding, example({"audience": None})) == ()


@pytest.mark.parametrize("rule", BY_ID)
def test_the_page_of_rules_says_of_each_rule_its_fix_or_why_it_has_none(rule):
    (row,) = [line for line in PAGE.splitlines() if line.startswith(f"| {rule} |")]
    _, _, has_fix, words, _ = (cell.strip() for cell in row.split("|"))

    assert (has_fix == "✓") == (rule in FIXES)
    assert words
