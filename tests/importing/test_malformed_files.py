"""Malformed files are read or refused in words: never an error, a call outside, or a file where none belongs."""

import pytest

from bench.fuzz.cases import damaged
from bench.fuzz.traps import traps
from khedmat.core.sequences import grouped
from khedmat.importing.readers.archives import is_archive, members
from khedmat.importing.readers.reading import read_bytes
from khedmat.importing.readers.unreadable import Unreadable

A_SHARE = 40
SHARES = 6


def outcome(name, data):
    try:
        return all(map(is_told, members(data, name))) if is_archive(data) else bool(read_bytes(data, name))
    except Unreadable as refusal:
        return bool(refusal.message)


def is_told(member):
    return bool(member.data) != bool(member.problem)


@pytest.mark.parametrize("share", range(SHARES))
def test_a_damaged_file_is_read_or_refused_in_words(share):
    assert all(outcome(*case) for case in damaged(A_SHARE, seed=share))


def test_a_file_that_was_made_to_hurt_is_read_or_refused_in_words():
    by_outcome = grouped(traps(megabytes=60), by=lambda case: outcome(*case))

    assert by_outcome.keys() == {True}
