"""`khedmat export`: forms of files and of the registry into a folder."""

from types import SimpleNamespace

import pytest

from khedmat.cards.canonical import digest_of
from khedmat.importing.readers.reading import read_path
from khedmat.site import cli, exporting, registered
from tests.factories.cards import VersionFactory
from tests.site.installation import khedmat

FORM = """شناسنامه خدمت
۱- عنوان خدمت: صدور پروانه کسب
نام دستگاه اجرایی: وزارت صنعت، معدن و تجارت
نوع خدمت: ☒ خدمت به شهروندان (G2C)  ☐ خدمت به کسب و کار (G2B)
نام و نام خانوادگی تکمیل کننده فرم: کارشناس نمونه
تلفن: 02100000000
"""


@pytest.fixture
def form(tmp_path):
    path = tmp_path / "form.txt"
    path.write_text(FORM)
    return path


def export(*words):
    return cli.main(["export", *map(str, words)])


@pytest.mark.parametrize("kind", ["docx", "pdf", "xlsx", "html"])
def test_a_form_is_printed_without_a_database(form, tmp_path, kind):
    done = khedmat("export", form, "--to", kind, tmp_path / "out")

    assert (done.returncode, done.stderr) == (0, "")
    assert (tmp_path / "out" / f"form.{kind}").stat().st_size > 1000


@pytest.mark.parametrize("kind", ["docx", "xlsx"])
def test_what_was_printed_is_read_as_what_it_was(form, tmp_path, kind):
    export(form, "--to", kind, tmp_path)

    assert list(map(digest_of, read_path(tmp_path / f"form.{kind}"))) == list(map(digest_of, read_path(form)))


def test_for_the_public_the_filler_is_left_out(form, tmp_path):
    export(form, "--public", "--to", "docx", tmp_path)

    (found,) = read_path(tmp_path / "form.docx")
    assert found.card.filled_by.name is None


def test_several_forms_as_sheets_are_one_file(form, tmp_path):
    export(form, form, "--to", "xlsx", tmp_path)

    assert [document.card.title for document in read_path(tmp_path / "cards.xlsx")] == ["صدور پروانه کسب"] * 2


def test_cards_of_one_file_are_files_of_their_own(tmp_path):
    both = tmp_path / "both.txt"
    more = "\nماهیت خدمت: حاکمیتی\nسطح خدمت: ملی\nنوع مخاطبین: همه\nشرح خدمت: پروانه صادر می‌شود.\n"
    both.write_text(FORM + more + FORM.replace("کسب", "ساختمانی") + more)

    export(both, "--to", "html", tmp_path)

    assert (tmp_path / "both-1.html").exists()
    assert (tmp_path / "both-2.html").exists()


def test_a_bad_file_is_told_and_the_others_are_printed(form, tmp_path, capsys):
    status = export(tmp_path / "no.txt", form, "--to", "html", tmp_path)

    assert status == 1
    assert (tmp_path / "form.html").exists()
    assert "no.txt" in capsys.readouterr().err


def test_a_kind_that_is_none_is_wrong_use(form, tmp_path, capsys):
    assert export(form, "--to", "doc", tmp_path) == 2
    assert "docx، pdf، xlsx، html" in capsys.readouterr().err


def test_a_folder_that_cannot_be_written_is_a_sentence(form, capsys):
    assert export(form, "--to", "html", form) == 1
    assert "نوشته نشد" in capsys.readouterr().err


@pytest.fixture
def register(monkeypatch):
    """The registry of the tests, without starting one."""
    monkeypatch.setattr(registered, "prepared_database", lambda: SimpleNamespace(__enter__=None, __exit__=None))
    monkeypatch.setattr(registered, "published", lambda numbers: list(registered._published(numbers)))


@pytest.mark.django_db
@pytest.mark.parametrize("by", ["pk", "code"])
def test_a_published_card_is_found_by_its_number_or_its_id(register, tmp_path, by):
    version = VersionFactory(published=True, service__code="10011234000")
    asked = version.service.pk if by == "pk" else "10011234000"

    assert export(asked, "--to", "docx", tmp_path) == 0

    (found,) = read_path(tmp_path / f"service-{version.service.pk}.docx")
    assert (found.card.title, found.card.filled_by.name) == ("صدور گواهی سوء پیشینه", None)


@pytest.mark.django_db
def test_what_is_not_published_is_not_found(register, tmp_path, capsys):
    draft = VersionFactory()

    assert export(draft.service.pk, "999999", "9" * 60, "--to", "docx", tmp_path) == 1
    assert "999999" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_printing_starts_without_django():
    assert not [name for name in vars(exporting) if name in ("django", "registered")]
