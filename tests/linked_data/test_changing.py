"""What came, changed and went between two editions."""

import json

import pytest

from khedmat.linked_data.changing import changes, tell_changes
from khedmat.linked_data.parts import Kept
from khedmat.linked_data.stamps import Stamped

RECORD = b'{"number": "a"}\n'


def one(number, sha256="1", service=1):
    told = Stamped(service, number, sha256, "stamp")
    return Kept(service, told, 0, (0,) * 7, (0, len(RECORD), *(0,) * 5))


@pytest.mark.parametrize(
    ("before", "now", "told"),
    [
        (None, one("a"), [("added", "a")]),
        (one("a"), None, [("removed", "a")]),
        (one("a"), one("a"), []),
        (one("a"), one("a", sha256="2"), [("changed", "a")]),
        (one("n1"), one("13011234000"), [("removed", "n1"), ("added", "13011234000")]),
    ],
)
def test_what_came_changed_and_went_of_a_service(before, now, told):
    assert [(name, found.told.number) for name, found in changes(now, before)] == told


def test_lists_and_lines_tell_the_same(tmp_path):
    (tmp_path / "services.jsonl").write_bytes(RECORD)

    tell_changes(tmp_path, [one("a", service=1)], [one("b", service=2), one("c", service=3)])

    lines = (tmp_path / "services.delta.jsonl").read_text().splitlines()
    told = json.loads((tmp_path / "changes.json").read_text())
    assert told == {"added": ["a"], "changed": [], "removed": ["b", "c"]}
    assert [json.loads(line)["number"] for line in lines] == ["a", "b", "c"]
    assert [json.loads(line).get("removed") for line in lines] == [None, True, True]
