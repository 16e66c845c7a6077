"""The files of an archive in a fixed order, each read by itself."""

import pytest

from khedmat.importing.readers.archives import Archive, listed, listing
from khedmat.importing.readers.unreadable import Unreadable
from tests.importing.readers.test_archives import zipped


def files(data):
    return [(one.name, one.read()) for one in listed(Archive(data))]


def test_each_is_read_alone_and_in_any_order():
    found = listed(Archive(zipped([("b.txt", b"2"), ("folder/a.txt", b"1")])))

    assert [one.name for one in found] == ["b.txt", "folder/a.txt"]
    assert [one.read() for one in reversed(found)] == [b"1", b"2"]


def test_files_of_a_zip_in_it_stand_among_the_others():
    inner = zipped([("x.txt", b"x"), ("y.txt", b"y")])

    found = files(zipped([("a.txt", b"a"), ("more.ZIP", inner), ("z.txt", b"z")]))

    assert found == [("a.txt", b"a"), ("more.ZIP/x.txt", b"x"), ("more.ZIP/y.txt", b"y"), ("z.txt", b"z")]


def test_an_office_document_is_one_file_whatever_its_name_ends_in():
    document = zipped([("[Content_Types].xml", b"<x/>"), ("word/document.xml", b"<x/>")])

    assert [one.name for one in listed(Archive(zipped([("card.zip", document)])))] == ["card.zip"]


def test_a_broken_zip_is_one_file_and_what_leads_out_of_an_inner_one_says_so():
    inner = zipped([("../out.txt", b"x")])
    broken, outside = listed(Archive(zipped([("a.zip", b"PK\x03\x04 nothing"), ("b.zip", inner)])))

    assert broken.read() == b"PK\x03\x04 nothing"
    with pytest.raises(Unreadable, match="بیرون"):
        outside.read()


def test_nothing_in_it_too_many_and_too_much_are_sentences(monkeypatch):
    with pytest.raises(Unreadable, match="هیچ پرونده‌ای"):
        listed(Archive(zipped([])))

    two = zipped([("a.txt", b"aa"), ("b.txt", b"bb")])
    monkeypatch.setattr(listing, "MOST_TOTAL", 3)
    with pytest.raises(Unreadable, match="گیگابایت"):
        listed(Archive(two))

    monkeypatch.setattr(listing, "MOST_MEMBERS", 1)
    with pytest.raises(Unreadable, match="۲۰٬۰۰۰"):
        listed(Archive(two))
