"""The sample forms that a newcomer sees: complete, owned by known agencies, free of real people."""

import json
import re
from importlib.resources import files
from pathlib import Path

import pytest

from khedmat.core.persian import latin_digits

SAMPLES = files("khedmat.site") / "samples"
MANIFEST = json.loads((SAMPLES / "samples.json").read_text("utf-8"))
FORMS = MANIFEST["forms"]
FILES = sorted(path.name for path in (SAMPLES / "forms").iterdir())
GOLDEN = Path(__file__).parents[1] / "golden" / "samples"
AGENCIES = json.loads((files("khedmat.organizations") / "data" / "agencies.json").read_text("utf-8"))


def text_of(name: str) -> str:
    raw = (SAMPLES / "forms" / name).read_bytes()
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("cp1256")


def test_every_file_is_in_the_manifest_once_and_in_one_order():
    assert sorted(form["file"] for form in FORMS) == FILES
    assert [form["order"] for form in FORMS] == list(range(1, len(FORMS) + 1))


def test_every_file_has_its_answers_read_by_a_person():
    answered = sorted(path.name.removesuffix(".gold.json") for path in GOLDEN.glob("*.gold.json"))

    assert answered == sorted(name.rpartition(".")[0] for name in FILES)


def test_every_owner_is_a_known_agency():
    known = {agency["code"] for agency in (AGENCIES if isinstance(AGENCIES, list) else AGENCIES["agencies"])}

    assert {form["agency"] for form in FORMS} <= known


@pytest.mark.parametrize("service", ["tadbir", "consortia"])
def test_the_two_seed_services_are_there_as_filed_and_corrected(service):
    stages = sorted(form["stage"] for form in FORMS if form["service"] == service)

    assert stages == ["draft", "published"]


def test_there_are_six_public_services_and_one_permit_list():
    public = [form for form in FORMS if form["stage"] == "published"]

    assert sum(form["service"] is not None for form in public) >= 6
    assert sum(form["service"] is None for form in public) == 1


def test_one_service_has_one_owner_and_never_two_versions_in_one_stage():
    services = {form["service"] for form in FORMS} - {None}

    for service in services:
        versions = [form for form in FORMS if form["service"] == service]
        assert len({form["agency"] for form in versions}) == 1, service
        assert len({form["stage"] for form in versions}) == len(versions), service


def test_html_text_and_an_old_encoding_are_all_there():
    assert {Path(name).suffix for name in FILES} == {".html", ".txt"}
    with pytest.raises(UnicodeDecodeError):
        (SAMPLES / "forms" / "water-branch-legacy.txt").read_text("utf-8")


@pytest.mark.parametrize("name", FILES)
def test_no_real_person_can_be_reached_from_a_sample(name):
    text = latin_digits(text_of(name))

    assert all(set(number) == {"0"} for number in re.findall(r"\b0\d{2}-(\d{8})\b", text))
    assert not re.search(r"\b09\d{9}\b", text)
    assert set(re.findall(r"[\w.]+@([\w.]+)", text)) <= {"example.com"}
