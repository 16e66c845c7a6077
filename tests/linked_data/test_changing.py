"""What came, changed and went between two editions."""

import json
from datetime import UTC, datetime

import pytest
from python_calamine import CalamineWorkbook
from rdflib import OWL, Graph

from khedmat.linked_data import changing, deltas
from khedmat.linked_data.changing import changes, tell_changes
from khedmat.linked_data.parts import Block, Kept, line_of
from khedmat.linked_data.stamps import Standing

AT = datetime(2026, 11, 20, 9, tzinfo=UTC)
RECORD = b'{"number": "a"}\n'
TRIPLE = b'<http://a/> <http://b/> "c" .\n'
ROW = "a,=SUM(1),سه\r\n".encode()


def one(number, sha256="1", *, service=1, digest="1"):
    return Kept(service, number, sha256, (0,) * 7, (len(ROW), len(RECORD), 0, len(TRIPLE), 0, 0, 0), digest)


def block(*services):
    """Of the key 0, the first of which begins where the files do."""
    told = [(*found[:3], found.sizes, found.digest) for found in services]
    return Block(0, line_of(Standing(0, ""), told, ()), "", (0,) * 7, ())


@pytest.mark.parametrize(
    ("before", "now", "told"),
    [
        (None, one("a"), [("added", "a", True)]),
        (one("a"), None, [("removed", "a", True)]),
        (one("a"), one("a"), []),
        (one("a"), one("a", sha256="2", digest="2"), [("changed", "a", True)]),
        (one("a"), one("a", digest="2"), [("changed", "a", False)]),
        (one("n1"), one("13011234000"), [("removed", "n1", False), ("added", "13011234000", False)]),
    ],
)
def test_what_came_changed_and_went_of_a_service(before, now, told):
    assert [(found.what, found.one.number, found.is_decided) for found in changes(now, before)] == told


@pytest.fixture
def made(tmp_path, monkeypatch):
    """An edition that holds `a`, told against one that held others."""
    for name, part in (("services.jsonl", RECORD), ("services.nt", TRIPLE), ("services.csv", ROW)):
        (tmp_path / name).write_bytes(part)
    held = {tmp_path: [block(one("a", service=1))], tmp_path / "old": [block(one("b", service=2), one("c", service=3))]}
    monkeypatch.setattr(changing, "blocks", held.__getitem__)
    monkeypatch.setattr(changing, "decided_at", lambda keys: dict.fromkeys(keys, AT))
    counts = tell_changes(tmp_path, tmp_path / "old", {"made_at": "x", "since": None})
    assert counts == {"added": 1, "changed": 0, "removed": 2}
    return tmp_path


def test_lists_and_lines_tell_the_same(made):
    lines = [json.loads(line) for line in (made / "services.delta.jsonl").read_text().splitlines()]
    told = json.loads((made / "changes.json").read_text())

    assert told["added"] == [{"service": 1, "number": "a", "at": AT.isoformat()}]
    assert told["since"] is None
    assert [row["number"] for row in told["removed"]] == ["b", "c"]
    assert [line["number"] for line in lines] == ["a", "b", "c"]
    assert [line.get("removed") for line in lines] == [None, True, True]


def test_in_triples_what_went_is_deprecated(made):
    graph = Graph().parse(made / "services.delta.nt", format="nt")

    ended = {str(subject).rpartition("/")[2] for subject in graph.subjects(OWL.deprecated)}
    assert ended == {"b", "c"}
    assert len(graph) == 3


def test_in_the_sheet_each_says_what_became_of_it_and_nothing_is_reckoned(made):
    head, *rows = CalamineWorkbook.from_path(made / "services.delta.xlsx").get_sheet_by_index(0).to_python()

    assert head[:2] == ["چه شد", "شناسه"]
    assert rows[0][:4] == ["تازه", "a", "=SUM(1)", "سه"]
    assert [row[:2] for row in rows[1:]] == [["برداشته‌شده", "b"], ["برداشته‌شده", "c"]]


def test_a_sheet_holds_no_more_than_a_sheet_holds(made, monkeypatch):
    monkeypatch.setattr(deltas, "MOST_ROWS", 2)

    tell_changes(made, made / "old", {})

    assert len(CalamineWorkbook.from_path(made / "services.delta.xlsx").get_sheet_by_index(0).to_python()) == 3
    assert len((made / "services.delta.jsonl").read_text().splitlines()) == 3
