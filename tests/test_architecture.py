"""The shape of the program, read by a machine: who may know whom, what may stand where, how big it may grow."""

import ast
import re
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest
from django.apps import apps

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "khedmat"
LADDER = (
    "site",
    "web api",
    "linked_data embedding webhooks",
    "importing search",
    "permits",
    "cards",
    "registers",
    "organizations",
    "files notices",
    "accounts",
    "core",
)
RUNG = {name: height for height, rung in enumerate(reversed(LADDER)) for name in rung.split()}
SOURCES = sorted(path for path in PACKAGE.rglob("*.py") if "migrations" not in path.parts)
BANNED = {"utils", "helpers", "common", "services", "managers", "mixins", "misc", "base"}
PURE = (
    "khedmat.core.persian", "khedmat.core.jalali", "khedmat.core.calendar", "khedmat.core.postgres",
    "khedmat.cards.form", "khedmat.cards.guide",
    "khedmat.cards.vocabulary", "khedmat.cards.rules.engine", "khedmat.cards.fixes", "khedmat.cards.score",
    "khedmat.organizations.directory", "khedmat.registers.matching", "khedmat.notices.sms",
    "khedmat.importing.readers.reading", "khedmat.site.cli", "khedmat.site.reading", "khedmat.site.supervisor",
    "khedmat.site.up",
)  # fmt: skip
CLOCK = re.compile(r"timezone\.now\(|datetime\.now\(|date\.today\(|\blocaldate\(\)|utcnow\(|time\.time\(")
FUNCTION = (ast.FunctionDef, ast.AsyncFunctionDef)
LONGEST_FILE, LONGEST_TABLE, LONGEST_FUNCTION, LONGEST_TEST, LONGEST_VIEW = 300, 600, 40, 40, 20


def names(paths):
    return [str(path.relative_to(ROOT)) for path in paths]


def functions(path):
    return [node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, FUNCTION)]


def length(function):
    return function.end_lineno - function.lineno + 1


def rung(model):
    parts = model.__module__.split(".")
    return RUNG[parts[1]] if parts[0] == "khedmat" else None


def links():
    """Foreign keys between our models: import-linter sees only imports."""
    for model in apps.get_models():
        for field in model._meta.get_fields():
            if field.is_relation and not field.auto_created and field.related_model:
                yield model, field


def is_table(path):
    """A file of data: hardly a function in it."""
    return sum(map(length, functions(path))) < len(path.read_text("utf-8").splitlines()) / 5


@pytest.mark.parametrize(("model", "field"), [pytest.param(m, f, id=f"{m.__name__}.{f.name}") for m, f in links()])
def test_a_foreign_key_points_down_the_ladder(model, field):
    above, below = rung(model), rung(field.related_model)

    assert above is None or below is None or above >= below


def test_every_package_has_its_rung():
    packages = {path.name for path in PACKAGE.iterdir() if (path / "__init__.py").exists()}

    assert packages == set(RUNG)


def test_the_contract_of_the_linter_is_this_ladder():
    written = (ROOT / ".importlinter").read_text()
    places = [written.index(f"\n    {rung.replace(' ', ' | ')}\n") for rung in LADDER]

    assert all(one < other for one, other in pairwise(places))


@pytest.mark.parametrize("module", PURE)
def test_a_pure_module_is_imported_without_django(module):
    words = f"import sys, {module}; sys.exit('django' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", words], cwd=ROOT, check=False).returncode == 0


def test_no_module_has_a_name_that_says_nothing():
    assert not [name for name in names(SOURCES) if BANNED & set(Path(name).with_suffix("").parts)]


def test_no_import_hides_in_a_function():
    hidden = [
        f"{path.name}:{node.lineno}"
        for path in SOURCES
        for function in functions(path)
        if function.name != "ready"
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]

    assert not hidden


def test_the_clock_is_read_by_pages_and_commands_only():
    below = [path for path in SOURCES if path.relative_to(PACKAGE).parts[0] not in ("web", "api", "site")]

    assert not names(path for path in below if CLOCK.search(path.read_text("utf-8")))


def test_no_file_is_longer_than_a_reader_takes_in():
    long = [path for path in SOURCES if len(path.read_text("utf-8").splitlines()) > LONGEST_FILE]

    assert not names(path for path in long if not is_table(path))
    assert not names(path for path in long if len(path.read_text("utf-8").splitlines()) > LONGEST_TABLE)


def test_no_function_and_no_test_is_long():
    tests = sorted((ROOT / "tests").rglob("*.py"))
    long = [f"{path.name}:{f.name}" for path in SOURCES for f in functions(path) if length(f) > LONGEST_FUNCTION]
    long += [f"{path.name}:{f.name}" for path in tests for f in functions(path) if length(f) > LONGEST_TEST]

    assert not long


def test_a_view_is_five_lines_not_fifty():
    views = [path for path in SOURCES if path.name == "views.py"]

    assert not [f"{path}:{f.name}" for path in views for f in functions(path) if length(f) > LONGEST_VIEW]


def test_no_comment_puts_work_off():
    words = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b")

    assert not names(path for path in SOURCES if words.search(path.read_text("utf-8")))
