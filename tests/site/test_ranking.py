"""`khedmat rank`: a scratch index, a line a query, bad lines said and left."""

import json

import pytest

from khedmat.site.cli import main

SERVICES = (
    {"n": 7, "title": "صدور گذرنامه", "service_id": "1301 1234 000", "keywords": ["سفر"], "agency": None},
    {"n": "b", "title": "صدور پروانه کسب", "names": "جواز کسب"},
)


@pytest.fixture
def files(tmp_path):
    services, queries = tmp_path / "services.jsonl", tmp_path / "queries.jsonl"
    services.write_text("\n".join(json.dumps(one) for one in SERVICES) + "\n\n", "utf-8")
    queries.write_text('{"qid": "q1", "query": "پاسپورت"}\n{"qid": "q2", "query": "جواز مغازه"}\n', "utf-8")
    return services, queries


def told(capsys, *arguments):
    status = main(["rank", *map(str, arguments)])
    out, err = capsys.readouterr()
    return status, out.splitlines(), err


def test_each_query_has_a_line_with_the_best_first(files, capsys):
    status, lines, _err = told(capsys, *files)

    assert status == 0
    assert lines[0].split("\t") == ["q1", "7"] or lines[0].startswith("q1\t7,")
    assert lines[1].startswith("q2\tb")


def test_as_json(files, capsys):
    _status, lines, _err = told(capsys, *files, "--json")

    assert json.loads(lines[0])["found"][0] == 7


def test_a_query_that_finds_nothing_has_an_empty_line(files, capsys):
    files[1].write_text('{"qid": "q9", "query": "؟"}', "utf-8")

    assert told(capsys, *files)[1] == ["q9\t"]


@pytest.mark.parametrize("line", ["{", "[]", '"x"', '{"n": 1}', '{"title": "x"}', '{"n": null, "title": "x"}'])
def test_a_line_that_is_no_service_is_said_and_left(files, capsys, line):
    files[0].write_text(f"{line}\n{json.dumps(SERVICES[0])}\n", "utf-8")

    status, lines, err = told(capsys, *files)

    assert status == 1
    assert "سطر 1" in err
    assert lines[0].startswith("q1\t7")


def test_a_file_that_is_not_there_is_said(tmp_path, capsys):
    status, _lines, err = told(capsys, tmp_path / "a", tmp_path / "b")

    assert status == 2
    assert "پرونده‌ای" in err


def test_no_service_at_all_gives_empty_lines(files, capsys):
    files[0].write_text("", "utf-8")

    assert told(capsys, *files)[1] == ["q1\t", "q2\t"]
