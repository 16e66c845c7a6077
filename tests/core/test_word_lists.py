"""The lists that ship with the program."""

from khedmat.core.word_lists import entries


def test_remarks_and_empty_lines_are_no_entries(tmp_path):
    path = tmp_path / "list.txt"
    path.write_text("# why\n\n  \nکارت ملی\tکد\n", encoding="utf-8")

    assert entries(path) == ["کارت ملی\tکد"]


def test_an_entry_stays_as_written(tmp_path):
    path = tmp_path / "list.txt"
    path.write_text(" يزد # no remark\n", encoding="utf-8")

    assert entries(path) == [" يزد # no remark"]
