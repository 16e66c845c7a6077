"""Why a service was found, in words for people."""

from types import SimpleNamespace

import pytest

from khedmat.search.reasons import Place, Reason
from khedmat.web.public.seeking.why import name_meant, reasons_of


def a_version(popular_name="", documents=None, laws=None):
    return SimpleNamespace(popular_name=popular_name, said_documents=documents, said_laws=laws)


def said(place, *words, version=None):
    return reasons_of(version or a_version(), [Reason(place, words)])


@pytest.mark.parametrize("place", list(Place))
def test_every_place_has_its_words(place):
    told = said(place, "واژه")

    assert told or place == Place.TITLE


def test_a_word_of_the_title_explains_itself():
    assert said(Place.TITLE, "گذرنامه") == []


def test_a_document_that_holds_the_word_is_named_whatever_its_ending():
    version = a_version(documents=["کارت ملی", "سندهای ازدواج"])

    assert said(Place.TEXT, "سند", version=version) == ["در مدارک: سندهای ازدواج"]


def test_a_law_is_named_where_no_document_holds_the_word():
    assert said(Place.TEXT, "کار", version=a_version(documents=["سند"], laws=["قانون کار"])) == ["در قانون: قانون کار"]


def test_a_long_document_is_cut():
    told = said(Place.TEXT, "سند", version=a_version(documents=["سند " * 100]))

    assert len(told[0]) < 100


def test_a_popular_name_that_is_shown_is_not_said_again():
    assert said(Place.NAME, "پاسپورت", version=a_version("پاسپورت")) == []


def test_the_name_that_holds_what_was_typed_is_the_one_meant():
    reasons = [Reason(Place.TITLE, ("گذرنامه",)), Reason(Place.NAME, ("پاسپورت",))]

    assert name_meant(["سجل", "پاسپورت نو"], reasons) == "پاسپورت نو"


@pytest.mark.parametrize("names", [[], ["سجل"]])
def test_where_no_name_holds_it_none_is_meant(names):
    assert name_meant(names, [Reason(Place.NAME, ("پاسپورت",))]) == ""


def test_the_same_words_are_said_once():
    twice = [Reason(Place.LETTERS, ("الف",)), Reason(Place.LETTERS, ("ب",))]

    assert len(reasons_of(a_version(), twice)) == 1
