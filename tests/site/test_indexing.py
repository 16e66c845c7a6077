"""`khedmat index`: tells, builds anew, follows until it is stopped or the database goes."""

import argparse

import pytest
from django.db import OperationalError

from khedmat.search import living
from khedmat.site import indexing
from tests.factories.cards import VersionFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _a_host_of_its_own(tmp_path, settings):
    settings.KHEDMAT_DATA = tmp_path


def stop_after(monkeypatch, turns, end):
    left = iter(range(turns))

    def sleep(_seconds):
        if next(left, None) is None:
            raise end

    monkeypatch.setattr(indexing.time, "sleep", sleep)


def test_a_follower_keeps_the_index_current_until_it_is_told_to_stop(monkeypatch):
    VersionFactory(published=True)
    stop_after(monkeypatch, 2, KeyboardInterrupt)

    assert indexing.run(argparse.Namespace(follow=True, rebuild=False)) == 0
    assert living.asked(len) == 1


def test_a_follower_ends_with_a_sentence_when_the_database_goes(monkeypatch, capsys):
    stop_after(monkeypatch, 0, OperationalError)

    assert indexing.run(argparse.Namespace(follow=True, rebuild=False)) == 1
    assert "پایگاه داده" in capsys.readouterr().err


def test_where_there_is_no_index_it_says_how_to_build_one(capsys):
    assert indexing.tell() == 1
    assert "--rebuild" in capsys.readouterr().out


def test_an_index_built_anew_says_how_much_it_holds(capsys):
    VersionFactory.create_batch(2, published=True)

    assert [indexing.rebuild(), indexing.tell()] == [0, 0]
    assert capsys.readouterr().out.count("2 خدمت") == 2
