"""Zip files of forms, read and imported as the files that are in them."""

import io
import json
import zipfile

import pytest

from khedmat.cards.models import ServiceVersion
from khedmat.files.models import StoredFile
from khedmat.importing import command
from khedmat.site import reading
from khedmat.site.cli import parser
from tests.factories.cards import NOW, VersionFactory
from tests.importing.paper import card_text, planned, row_of, taken, whats

OTHER = {"title": "صدور کارت نمونه", "description": "کارت نمونه برای متقاضی صادر می‌شود."}


def zipped(**contents):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, data in contents.items():
            archive.writestr(name, data)
    return packed.getvalue()


@pytest.fixture
def forms(tmp_path):
    """Two cards, one of them in a zip of its own, and a file that is no form."""
    inner = zipped(**{"کارت.txt": card_text(**OTHER)})
    path = tmp_path / "forms.zip"
    path.write_bytes(zipped(**{"1400/گواهی.txt": card_text(), "inner.zip": inner, "program.txt": b"\x7fELF\x02\x01"}))
    return path


@pytest.fixture
def answer(capsys):
    """`answer("read", path)`: status, output, errors of the command."""

    def run(*arguments):
        status = reading.run(parser().parse_args([*map(str, arguments), "--json"]))
        return status, *capsys.readouterr()

    return run


def test_every_member_is_read_and_says_where_it_stood(forms, answer):
    status, out, err = answer("read", forms)

    names = [json.loads(line)["source"]["name"] for line in out.splitlines()]
    assert (status, names) == (1, ["1400/گواهی.txt", "inner.zip/کارت.txt"])
    assert err.startswith(f"{forms}/program.txt: ")
    assert "برنامهٔ اجرایی" in err


def test_every_member_is_checked_by_its_name(forms, answer):
    _, out, _ = answer("check", forms)

    names = [json.loads(line)["file"] for line in out.splitlines()]
    assert names == [f"{forms}/1400/گواهی.txt", f"{forms}/inner.zip/کارت.txt"]


def test_one_member_is_read_by_a_path_that_goes_on_into_the_archive(forms, answer):
    status, out, _ = answer("read", forms / "inner.zip/کارت.txt")

    assert (status, json.loads(out)["card"]["title"]) == (0, OTHER["title"])
    assert answer("read", forms / "inner.zip/هیچ.txt")[0] == 1
    assert answer("read", forms / "هیچ.txt")[0] == 1


@pytest.mark.parametrize("data", [zipped(), zipped(**{"a.txt": "x"})[:-30]], ids=["empty", "broken"])
def test_an_empty_or_broken_archive_is_a_sentence(tmp_path, answer, data):
    (tmp_path / "forms.zip").write_bytes(data)

    status, out, err = answer("read", tmp_path / "forms.zip")

    assert (status, out) == (1, "")
    assert "فشرده" in err


@pytest.mark.django_db
def test_each_member_is_planned_as_a_file_of_its_own(agency, forms):
    rows = planned(forms).rows

    paths = [str(row.path.relative_to(forms)) for row in rows]
    assert whats(rows) == ["add", "add", "refuse"]
    assert paths == ["1400/گواهی.txt", "inner.zip/کارت.txt", "program.txt"]


@pytest.mark.django_db
def test_an_archive_in_a_folder_is_looked_into(agency, forms):
    assert len(planned(forms.parent).rows) == 3


@pytest.mark.django_db
def test_what_is_written_is_the_member_and_not_its_archive(agency, forms):
    taken(forms)

    assert set(ServiceVersion.objects.values_list("title", flat=True)) == {"صدور گواهی نمونه", OTHER["title"]}
    assert set(StoredFile.objects.values_list("name", flat=True)) == {"گواهی.txt", "کارت.txt"}
    assert whats(taken(forms)).count("leave") == 2


@pytest.mark.django_db
def test_a_member_that_changed_after_the_plan_is_not_written(agency, tmp_path):
    path = tmp_path / "forms.zip"
    path.write_bytes(zipped(**{"card.txt": card_text()}))
    plan = planned(path)
    path.write_bytes(zipped(**{"card.txt": card_text(audience="دیگران")}))

    (result,) = command.apply(plan, by=command.importer(), at=NOW)

    assert "تغییر کرده" in result.row.reason
    assert not ServiceVersion.objects.exists()


@pytest.mark.django_db
def test_two_members_of_one_name_and_one_that_leads_out_are_told(agency, tmp_path):
    path = tmp_path / "forms.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.txt", card_text())
        archive.writestr("/etc/passwd", card_text())
        with pytest.warns(UserWarning, match="Duplicate"):
            archive.writestr("a.txt", card_text())

    rows = planned(path).rows

    assert sorted(whats(rows)) == ["add", "refuse", "refuse"]
    assert all(row.path.is_relative_to(path) for row in rows)


@pytest.mark.django_db
def test_a_service_cannot_be_named_for_a_whole_archive(agency, forms, capsys):
    service = VersionFactory().service
    given = parser().parse_args(["import", str(forms), "--service", str(service.pk)])

    assert command.run(given, at=NOW) == 2
    assert "تنها یک پرونده" in capsys.readouterr().err


@pytest.mark.django_db
def test_an_archive_of_one_form_is_read_like_the_form(agency, tmp_path):
    path = tmp_path / "form.zip"
    path.write_bytes(zipped(**{"card.txt": card_text()}))

    assert row_of(path).title == "صدور گواهی نمونه"
