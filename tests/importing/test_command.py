"""`khedmat import` as an operator uses it."""

import json

import pytest

from khedmat.accounts.models import User
from khedmat.cards.models import ServiceVersion
from khedmat.importing import actions, command
from khedmat.importing.actions import IMPORTER, apply
from khedmat.site.cli import parser
from tests.factories.cards import NOW, VersionFactory
from tests.factories.people import OrganizationFactory, UserFactory, person
from tests.importing.paper import nothing_is_written, write
from tests.importing.sheets import sheets

pytestmark = pytest.mark.django_db


@pytest.fixture
def khedmat_import(capsys):
    """`khedmat_import(path, "--write")`: exit status, what was printed, what was said aside."""

    def run(*arguments):
        status = command.run(parser().parse_args(["import", *map(str, arguments)]), at=NOW)
        return status, *capsys.readouterr()

    return run


def test_a_plan_is_shown_and_nothing_is_written(agency, folder, khedmat_import):
    write(folder)

    with nothing_is_written():
        status, out, err = khedmat_import(folder)

    assert (status, err) == (0, "")
    assert "افزودن" in out
    assert "«صدور گواهی نمونه»" in out
    assert "افزودن ۱ · تغییر ۰ · بی‌تغییر ۰ · رد ۰" in out
    assert "--write" in out


def test_write_writes_in_the_name_of_the_importer(agency, folder, khedmat_import):
    write(folder)

    status, out, _ = khedmat_import(folder, "--write")

    version = ServiceVersion.objects.get()
    assert (status, version.created_by.username, version.created_at) == (0, IMPORTER, NOW)
    assert "✓ افزودن" in out
    assert "--write" not in out


def test_a_second_run_has_nothing_to_write(agency, folder, khedmat_import):
    write(folder)
    khedmat_import(folder, "--write")

    status, out, _ = khedmat_import(folder)

    assert (status, "بی‌تغییر ۱" in out, "--write" in out) == (0, True, False)


def test_something_refused_is_status_one_and_the_rest_is_written(agency, folder, khedmat_import):
    write(folder)
    (folder / "empty.txt").write_bytes(b"")

    status, out, _ = khedmat_import(folder, "--write")

    assert (status, "خالی" in out, ServiceVersion.objects.count()) == (1, True, 1)


def test_json_is_one_object_a_document(agency, folder, khedmat_import):
    write(folder)
    write(folder, "none.txt", text="نوشته‌ای دیگر دربارهٔ هوا")

    status, out, _ = khedmat_import(folder, "--json", "--write")

    card, other = map(json.loads, out.splitlines())
    assert status == 1
    assert (card["what"], card["written"], card["agency"]) == ("add", True, agency.code)
    assert ServiceVersion.objects.filter(pk=card["version"], service=card["service"]).exists()
    assert card["findings"].keys() == {"B", "A", "N"}
    assert (other["what"], other["kind"], other["written"], other["findings"]) == ("refuse", "other", False, None)


def test_boxes_that_change_are_named_in_the_words_of_the_form(agency, folder, khedmat_import):
    write(folder)
    khedmat_import(folder, "--write")
    write(folder, description="شرحی دیگر", documents=None)

    _, out, _ = khedmat_import(folder)

    assert "شرح خدمت، مدارک لازم" in out
    assert "به جای پیش‌نویس ۱" in out


def test_the_agency_of_the_operator_holds(agency, folder, khedmat_import):
    other = OrganizationFactory(code="other")

    khedmat_import(write(folder), "--agency", "other", "--write")

    assert ServiceVersion.objects.get().service.owner == other


def test_an_author_imports_under_the_own_name(agency, folder, khedmat_import):
    author = person("author", agency)

    status, _, _ = khedmat_import(write(folder), "--as", author.username, "--write")

    assert (status, ServiceVersion.objects.get().created_by) == (0, author)


def test_a_stranger_imports_nothing(agency, folder, khedmat_import):
    stranger = person("author", OrganizationFactory())

    status, out, _ = khedmat_import(write(folder), "--as", stranger.username, "--write")

    assert (status, "رد ۱" in out, ServiceVersion.objects.count()) == (1, True, 0)


def test_a_form_is_about_the_service_that_is_named(agency, folder, khedmat_import):
    version = VersionFactory(service__owner=agency, stage="published")

    status, _, _ = khedmat_import(write(folder), "--service", version.service_id, "--write")

    assert (status, version.service.versions.count()) == (0, 2)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--agency", "nobody"], "دستگاهی با کد"),
        (["--as", "nobody"], "کاربری با نام"),
        (["--service", "999999"], "خدمتی با شماره"),
    ],
)
def test_what_nobody_knows_is_wrong_use(agency, folder, khedmat_import, arguments, words):
    status, out, err = khedmat_import(write(folder), *arguments, "--write")

    assert (status, out, ServiceVersion.objects.count()) == (2, "", 0)
    assert words in err


def test_a_name_in_place_of_a_code_is_helped(agency, folder, khedmat_import):
    _, _, err = khedmat_import(write(folder), "--agency", "سازمان ثبت احوال")

    assert "sabteahval" in err


def test_somebody_who_may_not_sign_in_imports_nothing(agency, folder, khedmat_import):
    UserFactory(username="gone", is_active=False)

    assert khedmat_import(write(folder), "--as", "gone")[0] == 2


def test_one_service_takes_one_file(agency, folder, khedmat_import):
    version = VersionFactory(service__owner=agency)
    OrganizationFactory(code="other")

    assert "یک پرونده" in khedmat_import(folder, "--service", version.service_id)[2]
    assert "از آن «" in khedmat_import(folder / "a", "--service", version.service_id, "--agency", "other")[2]


def stopped_after_one(plan, *, watch, **given):
    def one_only(result):
        watch(result)
        raise KeyboardInterrupt

    return apply(plan, watch=one_only, **given)


def test_a_stop_says_how_much_was_written(agency, folder, khedmat_import, monkeypatch, capsys):
    write(folder, "a.txt")
    write(folder, "b.txt", title="خدمتی دیگر")
    monkeypatch.setattr(actions, "A_BATCH", 1)
    monkeypatch.setattr(command, "apply", stopped_after_one)
    with pytest.raises(KeyboardInterrupt):
        khedmat_import(folder, "--write")

    assert "۱ سند نوشته شد" in capsys.readouterr().err
    assert ServiceVersion.objects.count() == 1


def test_planning_needs_no_account(agency, folder, khedmat_import):
    khedmat_import(write(folder))

    assert not User.objects.exists()


def test_a_report_tells_every_finding_and_what_became_of_every_file(agency, folder, tmp_path, khedmat_import):
    write(folder)
    write(folder, "bad.txt", text="نامه")
    path = tmp_path / "report.xlsx"

    planned = khedmat_import(folder, "--report", path)
    first = sheets(path)
    khedmat_import(folder, "--write", "--report", path)
    findings, files = sheets(path)

    assert planned[0] == 1
    assert findings == first[0]
    assert {row["عنوان خدمت"] for row in findings} == {"صدور گواهی نمونه"}
    assert [row["چه شد"] for row in first[1]] == ["رد", "افزودن"]
    assert [row["چه شد"] for row in files] == ["رد", "افزودن: نوشته شد"]
    assert sum(row["شدت"] == "مانع انتشار" for row in findings) == files[1]["مانع"]
    assert [file.name for file in tmp_path.iterdir() if "report" in file.name] == ["report.xlsx"]


def test_a_report_that_cannot_be_written_is_said_before_anything_is_read(agency, folder, khedmat_import):
    write(folder)

    status, out, err = khedmat_import(folder, "--write", "--report", folder / "nowhere" / "report.xlsx")

    assert (status, out) == (2, "")
    assert "گزارش را نمی‌توان" in err
    assert not ServiceVersion.objects.exists()


def test_wrong_use_leaves_an_older_report_as_it_was(agency, folder, tmp_path, khedmat_import):
    path = tmp_path / "report.xlsx"
    path.write_text("older")

    khedmat_import(folder, "--agency", "nobody", "--report", path)

    assert path.read_text() == "older"
    assert not list(tmp_path.glob("*.part"))


def test_a_stop_leaves_a_report_of_what_was_done(agency, folder, tmp_path, khedmat_import, monkeypatch):
    for number in range(3):
        write(folder, f"{number}.txt", title=f"خدمت {number}")
    monkeypatch.setattr(command, "apply", stopped_after_one)

    with pytest.raises(KeyboardInterrupt):
        khedmat_import(folder, "--write", "--report", tmp_path / "report.xlsx")

    findings, files = sheets(tmp_path / "report.xlsx")
    assert len({row["پرونده"] for row in findings}) == 3
    assert [row["چه شد"] for row in files] == ["افزودن: نوشته شد"]
