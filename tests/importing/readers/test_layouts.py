"""Filled forms in many printed layouts, scored against what a person read in them."""

from pathlib import Path

import pytest

from tests.importing.readers.scoring import form_of, share, verdicts

ROOT = Path(__file__).resolve().parents[3]
GOLDEN = ROOT / "tests" / "golden"
LAYOUTS, UNSEEN = GOLDEN / "layouts", GOLDEN / "unseen"
SHARED = ROOT.parent / "shared" / "forms"
GOLDS = sorted(LAYOUTS.glob("*.gold.json")) + sorted(UNSEEN.glob("*.gold.json"))


def told(judged: list) -> str:
    """The paths that went wrong, a line each."""
    return "\n".join(
        f"{verdict.form} {verdict.path}: {verdict.outcome}" for verdict in judged if verdict.outcome != "right"
    )


@pytest.fixture(scope="module")
def layouts() -> list:
    return [*verdicts(LAYOUTS), *verdicts(UNSEEN)]


def test_there_are_enough_layouts_to_mean_something():
    assert len(GOLDS) >= 60
    assert all(form_of(gold).stat().st_size for gold in GOLDS)


def test_nearly_every_answer_of_every_layout_is_found(layouts):
    assert share(layouts, "found") >= 0.97, told(layouts)


def test_hardly_anything_is_made_up(layouts):
    assert share(layouts, "false") <= 0.01, told(layouts)


@pytest.mark.parametrize("path", ["kind", "card.title", "card.service_id", "card.executive_agency"])
def test_what_a_service_is_known_by_is_never_made_up(layouts, path):
    assert told([verdict for verdict in layouts if verdict.path == path and verdict.outcome == "false"]) == ""


def test_what_cannot_be_told_is_never_told(layouts):
    wrong = [verdict for verdict in layouts if verdict.outcome == "false" and verdict.path.split(".")[-1] == "free"]

    assert told(wrong) == ""


@pytest.mark.parametrize(("folder", "found", "false"), [("seeds", 0.95, 0), ("dev", 0.95, 0.01)])
def test_forms_outside_the_project_are_read_as_well(folder, found, false):
    if not (SHARED / folder).is_dir():
        pytest.skip(f"no forms in {SHARED.name}/{folder}")
    judged = verdicts(SHARED / folder)

    assert share(judged, "found") >= found, told(judged)
    assert share(judged, "false") <= false, told(judged)
