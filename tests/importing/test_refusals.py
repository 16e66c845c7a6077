"""What is no card to take in is refused in words, and the rest of the batch is still looked at."""

import pytest

from tests.importing.paper import card_text, planned, row_of, taken, whats, write

pytestmark = pytest.mark.django_db
A_LIST = "\n".join(
    ["<table><tr><th>عنوان خدمت</th><th>شناسه خدمت</th></tr>"]
    + [f"<tr><td>خدمت {number}</td><td>1003109300{number}</td></tr>" for number in range(5)]
    + ["</table>"]
)


def test_a_list_of_services_is_no_card_and_says_how_many(agency, folder):
    row = row_of(write(folder, "list.html", text=A_LIST))

    assert (row.what, row.kind) == ("refuse", "service_list")
    assert "فهرست ۵ خدمت" in row.reason


def test_a_paper_about_something_else_is_no_form(agency, folder):
    row = row_of(write(folder, text="صورت‌جلسهٔ دیدار با همکاران و گفتگو دربارهٔ بودجهٔ سال آینده"))

    assert (row.what, row.kind, "فرم پرشده" in row.reason) == ("refuse", "other", True)


@pytest.mark.parametrize("title", [None, "", "---", "..."])
def test_a_card_without_a_title_is_refused(agency, folder, title):
    row = row_of(write(folder, title=title, code="10031093000"))

    assert (row.what, "عنوان خدمت" in row.reason) == ("refuse", True)


def test_an_empty_permit_form_holds_no_permit(agency, folder):
    text = (
        "<h2>لیست اطلاعات مجوزها</h2><table><tr><th>عنوان مجوز</th><th>مرجع صدور</th><th>شرایط مجوز</th></tr></table>"
    )

    assert row_of(write(folder, "permits.html", text=text)).what == "refuse"


def test_one_bad_file_spoils_nothing(agency, folder):
    write(folder, "a.txt")
    (folder / "b.txt").write_bytes(b"PK\x03\x04 zip")
    (folder / "c.txt").write_bytes(b"")
    write(folder, "d.txt", title="خدمتی دیگر")

    rows = planned(folder).rows

    assert whats(rows) == ["add", "refuse", "refuse", "add"]
    assert "فشرده" in rows[1].reason
    assert "خالی" in rows[2].reason


def test_a_name_that_does_not_exist_is_a_refusal(agency, folder):
    assert "چنین فایلی نیست" in row_of(folder / "none.txt").reason


def test_two_papers_of_one_batch_on_one_service_are_both_refused(agency, folder):
    write(folder, "a.txt")
    write(folder, "b.txt", description="شرحی دیگر")
    write(folder, "c.txt", title="خدمتی دیگر")

    rows = planned(folder).rows

    assert whats(rows) == ["refuse", "refuse", "add"]
    assert "b.txt" in rows[0].reason
    assert "a.txt" in rows[1].reason


def test_a_copy_of_a_paper_is_left(agency, folder):
    write(folder, "a.txt")
    write(folder, "b.txt", text=card_text() + "\n")

    rows = planned(folder).rows

    assert whats(rows) == ["add", "leave"]
    assert "a.txt" in rows[1].reason


def test_a_paper_without_an_id_may_mean_either_of_one_title(agency, folder):
    write(folder, "a.txt", code="10031093000")
    write(folder, "b.txt", description="شرحی دیگر")

    assert whats(planned(folder).rows) == ["refuse", "refuse"]


def test_two_ids_under_one_title_are_two_services(agency, folder):
    write(folder, "a.txt", code="10031093000")
    write(folder, "b.txt", code="10031093100")

    assert whats(planned(folder).rows) == ["add", "add"]


def test_two_titles_under_one_id_are_one_service(agency, folder):
    write(folder, "a.txt", code="10031093000")
    write(folder, "b.txt", code="10031093000", title="عنوانی دیگر")

    assert whats(planned(folder).rows) == ["refuse", "refuse"]


def test_a_paper_beside_the_one_that_is_kept_is_refused(agency, folder):
    taken(write(folder, "a.txt"))
    write(folder, "b.txt", description="شرحی دیگر")

    assert whats(planned(folder).rows) == ["leave", "refuse"]


def test_titles_are_told_apart_by_letters_not_by_spaces(agency, folder):
    write(folder, "a.txt", title="صدور گواهی‌های نمونه")
    write(folder, "b.txt", title="صدور گواهی های نمونه", description="شرحی دیگر")

    assert whats(planned(folder).rows) == ["refuse", "refuse"]
