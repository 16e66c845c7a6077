"""Which files an import looks at."""

import os

from khedmat.importing.walk import places


def touch(folder, *names):
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")


def names(*paths):
    return [place.path.name for place in places(paths)]


def test_files_of_a_folder_come_by_name_however_deep(tmp_path):
    touch(tmp_path, "b.txt", "a.txt", "sub/deep/c.txt")

    assert names(tmp_path) == ["a.txt", "b.txt", "c.txt"]


def test_hidden_files_and_folders_are_left_out(tmp_path):
    touch(tmp_path, "a.txt", ".secret.txt", ".git/b.txt", "sub/.c.txt")

    assert names(tmp_path) == ["a.txt"]


def test_a_hidden_file_that_is_named_is_looked_at(tmp_path):
    touch(tmp_path, ".named.txt")

    assert names(tmp_path / ".named.txt") == [".named.txt"]


def test_links_are_not_followed_out_of_the_folder(tmp_path):
    touch(tmp_path, "outside.txt", "elsewhere/b.txt", "in/a.txt")
    (tmp_path / "in/out.txt").symlink_to(tmp_path / "outside.txt")
    (tmp_path / "in/away").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "in/round").symlink_to(tmp_path / "in")

    assert names(tmp_path / "in") == ["a.txt"]


def test_a_file_given_twice_is_looked_at_once(tmp_path):
    touch(tmp_path, "a.txt")
    (tmp_path / "z.txt").symlink_to(tmp_path / "a.txt")

    assert names(tmp_path / "a.txt", tmp_path, tmp_path / "a.txt") == ["a.txt"]


def test_paths_keep_the_order_they_were_given_in(tmp_path):
    touch(tmp_path, "b.txt", "a.txt")

    assert names(tmp_path / "b.txt", tmp_path / "a.txt") == ["b.txt", "a.txt"]


def test_an_empty_folder_is_said_to_be_empty(tmp_path):
    (place,) = places([tmp_path])

    assert (place.path, "پرونده‌ای نیست" in place.problem) == (tmp_path, True)


def test_a_pipe_in_a_folder_is_no_file(tmp_path):
    touch(tmp_path, "a.txt")
    os.mkfifo(tmp_path / "pipe")

    assert names(tmp_path) == ["a.txt"]


def test_a_folder_that_may_not_be_seen_is_named(tmp_path, monkeypatch):
    touch(tmp_path, "a.txt", "closed/b.txt")
    scan = os.scandir

    def refusing(path):
        if str(path).endswith("closed"):
            raise PermissionError(13, "closed", str(path))
        return scan(path)

    monkeypatch.setattr(os, "scandir", refusing)
    found = {place.path.name: place.problem for place in places([tmp_path])}

    assert found["a.txt"] == ""
    assert "اجازه" in found["closed"]
