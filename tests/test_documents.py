"""What the documents say about the program is so."""

import re
from pathlib import Path

import pytest

from khedmat.site.cli import parser

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
DECISIONS = sorted((ROOT / "docs" / "adr").glob("*.md"))
SETTING = re.compile(r"\b(?:KHEDMAT_[A-Z_]+|DATABASE_URL)\b")


def settings_read() -> set[str]:
    sources = (path.read_text("utf-8") for path in (ROOT / "khedmat" / "site").glob("*.py") if "test" not in path.name)
    calls = re.findall(r'(?:(?:text|flag|words|number)\(|^[A-Z_]+ = )"([A-Z_]+)"', "\n".join(sources), re.MULTILINE)
    return {name for name in calls if SETTING.fullmatch(name)}


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_link_leads_to_a_file(document):
    for target in re.findall(r"\]\(([^)#:]+)\)", document.read_text("utf-8")):
        assert (document.parent / target).exists(), target


def test_every_setting_that_is_read_is_in_the_readme_and_no_other():
    names = (line.split("|")[1] for line in README.splitlines() if line.startswith("| `"))
    table = {name for cell in names for name in SETTING.findall(cell)}

    assert table == settings_read()


def test_every_command_of_the_readme_is_understood():
    shown = re.findall(r"^    khedmat (.+?)(?:  +#.*)?$", README, re.MULTILINE)

    assert len(shown) == 8
    for line in shown:
        assert parser().parse_args(line.split()).command in ("read", "check", "import", "export", "enrol")


@pytest.mark.parametrize("decision", DECISIONS, ids=lambda path: path.stem)
def test_a_decision_says_what_else_was_considered_and_what_follows(decision):
    parts = re.findall(r"^\*\*(\w+)\.\*\*", decision.read_text("utf-8"), re.MULTILINE)

    assert parts == ["Context", "Considered", "Decision", "Consequences"]


def test_decisions_are_numbered_without_a_gap():
    numbers = [path.name.partition("-")[0] for path in DECISIONS]

    assert numbers == [f"{number:04}" for number in range(1, len(DECISIONS) + 1)]


@pytest.mark.parametrize("package", ["cards", "importing"])
def test_a_domain_says_its_words_its_people_and_its_law(package):
    page = (ROOT / "docs" / "domains" / f"{package}.md").read_text("utf-8")

    assert all(f"**{part}" in page for part in ("Words.", "Law."))
    assert "206/93/7740" in page
