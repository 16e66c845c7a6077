"""What papers of one batch do to each other."""

from pathlib import Path

from khedmat.importing.clashes import resolve
from khedmat.importing.enums import What
from khedmat.importing.row import Row

NO_CODE, TITLE = (1, "no code", "گواهی"), (1, "title", "گواهی")


def row(name, *marks, what=What.ADD):
    return Row(Path(name), what, digest=name, marks=frozenset([TITLE, *marks]))


def test_two_ids_under_one_title_stand_beside_a_refused_paper_without_one_in_any_order():
    rows = [row("a", NO_CODE, what=What.REFUSE), row("b", (1, "code", "1")), row("c", (1, "code", "2"))]

    for order in (rows, rows[::-1]):
        assert resolve(order) == order


def test_a_form_without_an_id_may_mean_either_of_two():
    rows = [row("b", (1, "code", "1")), row("c", (1, "code", "2")), row("a", NO_CODE)]

    assert {one.what for one in resolve(rows)} == {What.REFUSE}
