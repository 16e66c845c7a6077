"""Promises that hold in many places at once: addresses, templates, constraints, foreign keys, documents."""

import re
from pathlib import Path

import pytest
from django.apps import apps
from django.db.models import PROTECT, BaseConstraint
from django.urls import URLResolver, get_resolver

from tests.web.signing_in import asks_to_sign_in

ROOT = Path(__file__).parents[1]
TEMPLATES = sorted(path for path in (ROOT / "khedmat").rglob("*.html") if "templates" in path.parts)
MODELS = [model for model in apps.get_models() if model.__module__.startswith("khedmat.")]
OURS = [model for model in MODELS if not getattr(model, "pgh_tracked_model", None)]
CONSTRAINTS = [(model, constraint) for model in OURS for constraint in model._meta.constraints]
# Rows that are nothing without their parent, which itself cannot be deleted once it was submitted.
DIES_WITH_ITS_PARENT = re.compile(r"^(cards|permits|importing)\.")
# Django and allauth ask for these by themselves.
FROM_OUTSIDE = {"400.html", "404.html", "403.html", "429.html", "500.html", "503.html", "403_csrf.html"}


def addresses(patterns=None, route=""):
    """Every address with a value for each of its parts, and the view that answers."""
    for pattern in patterns or get_resolver().url_patterns:
        here = route + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from addresses(pattern.url_patterns, here)
        else:
            yield "/" + fill(here), pattern.callback


def fill(route):
    return re.sub(r"<(?:(\w+):)?\w+>", lambda part: "1" if part.group(1) == "int" else "x", route)


THE_API = "/api/v1/"  # its library decides about methods, and all of it is public
PAGES = [pytest.param(url, view, id=url) for url, view in addresses() if not url.startswith(THE_API)]


@pytest.mark.django_db
@pytest.mark.parametrize(("url", "view"), PAGES)
def test_every_view_says_which_methods_it_takes(client, url, view):
    assert client.generic("PATCH", url).status_code == 405


@pytest.mark.django_db
@pytest.mark.parametrize(("url", "view"), PAGES)
def test_every_view_is_public_by_name_or_asks_who_is_there(client, url, view):
    answers = [client.get(url), client.post(url)]

    if not getattr(view, "is_public", False):
        asked = [answer for answer in answers if answer.status_code != 405]
        assert asked
        assert all(map(asks_to_sign_in, asked))


@pytest.mark.django_db
def test_without_a_key_the_api_only_reads(client):
    """But for a card that is checked and kept nowhere, and what a reader says, as on the page."""
    paths = client.get(f"{THE_API}openapi.json").json()["paths"]

    writing = {path for path, found in paths.items() for method in found.items() if _is_open_to_write(*method)}
    assert writing == {f"{THE_API}validate", f"{THE_API}feedback"}


def _is_open_to_write(method, operation):
    return method != "get" and not operation.get("security")


def mentions(name):
    quoted = re.compile(rf"""["']{re.escape(name)}(#\w+)?["']""")
    sources = [*(ROOT / "khedmat").rglob("*.py"), *TEMPLATES]
    return any(quoted.search(path.read_text("utf-8")) for path in sources)


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_template_is_used(path):
    name = str(path).rpartition("/templates/")[2]

    assert name in FROM_OUTSIDE or name.startswith(("account/", "mfa/")) or mentions(name)


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_part_gets_only_what_it_is_given(path):
    includes = re.findall(r"{%\s*include\s[^%]*%}", path.read_text("utf-8"))

    assert not [include for include in includes if not re.search(r"\bonly\s*%}$", include)]


@pytest.mark.parametrize(("model", "constraint"), [pytest.param(m, c, id=c.name) for m, c in CONSTRAINTS])
def test_every_constraint_speaks_persian(model, constraint):
    assert constraint.violation_error_message != BaseConstraint.default_violation_error_message
    assert re.search("[آ-ی]{2}", str(constraint.violation_error_message))


def keys():
    for model in OURS:
        for field in model._meta.local_fields:
            if field.remote_field:
                yield pytest.param(model, field, id=f"{model._meta.label}.{field.name}")


@pytest.mark.parametrize(("model", "field"), list(keys()))
def test_what_is_pointed_at_cannot_be_deleted(model, field):
    assert field.remote_field.on_delete is PROTECT or DIES_WITH_ITS_PARENT.match(model._meta.label)


@pytest.mark.parametrize("model", OURS, ids=lambda model: model.__name__)
def test_every_model_has_its_word_in_the_glossary(model):
    assert re.search(rf"\b{model.__name__}\b", (ROOT / "docs/glossary.md").read_text("utf-8"))


@pytest.mark.parametrize("package", ["cards", "importing", "notices"])
def test_a_domain_is_described(package):
    assert (ROOT / f"docs/domains/{package}.md").exists()


@pytest.mark.django_db
@pytest.mark.parametrize("url", [url for url, _ in addresses() if "/1/" in url])
def test_a_number_beyond_every_table_is_no_error(client, url):
    assert client.get(url.replace("/1/", "/99999999999999999999/")).status_code in (302, 404, 405)
