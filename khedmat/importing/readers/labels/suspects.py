"""The few labels that damaged letters can be: with little damage some part of a label is whole, and near its place."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import chain, pairwise

from rapidfuzz.distance import Levenshtein

LETTERS_A_DAMAGE = 8  # one wrong letter in so many; more, and «متولیان خدمت» meets «متولی خدمت»
BRIEF = 8  # letters: one damage may spoil every part of them
_PART = 4  # letters
_ROOM = 4  # letters: the places of parts are told so exactly
_LONGEST = 80  # letters: no label with its damages has more
_distance = Levenshtein.distance


def most_damages(letters: int) -> int:
    """Wrong letters that a text of so many may have."""
    return max(1, letters // LETTERS_A_DAMAGE)


class Suspects:
    """Each label is cut into one piece more than it may have damages, and known by the rarest part of each."""

    def __init__(self, labels: Sequence[str]) -> None:
        self.brief = [label for label in labels if len(label) <= BRIEF + most_damages(BRIEF)]
        self._labels, self._reach = labels, list(map(_reach, labels))
        self._by_part = defaultdict[str, defaultdict[int, set[int]]](lambda: defaultdict(set))
        common = Counter(chain.from_iterable(map(_parts, labels)))
        for number, label in enumerate(labels):
            for start in _rarest(label, common):
                self._add(number, label, start)

    def _add(self, number: int, label: str, start: int) -> None:
        """In every room to which damages may move the part."""
        damages = _damages(len(label))
        first, last = max(0, start - damages), start + damages
        for room in range(first // _ROOM, last // _ROOM + 1):
            self._by_part[label[start : start + _PART]][room].add(number)

    def near(self, letters: str) -> list[str]:
        """The labels that such letters, or the first of them, may be if they are not brief; in their order.

        A part is shared by labels that begin unlike: each is compared once, before every end of a word is tried. The
        letters that are a label have at most its damages, and what is cut off behind them is at most twice as long.
        """
        label_at = self._labels.__getitem__
        found = ((label_at(number), self._reach[number]) for number in sorted(self._shown(letters[:_LONGEST])))
        return [label for label, (reach, most) in found if _distance(label, letters[:reach], score_cutoff=most) <= most]

    def _shown(self, letters: str) -> set[int]:
        """Those whose parts stand near their places."""
        of_part = self._by_part.get
        found: set[int] = set()
        for place in range(max(1, len(letters) - _PART + 1)):
            if rooms := of_part(letters[place : place + _PART]):
                found.update(rooms.get(place // _ROOM, ()))
        return found


def _parts(letters: str) -> list[str]:
    return [letters[start : start + _PART] for start in range(max(1, len(letters) - _PART + 1))]


def _rarest(label: str, common: Counter[str]) -> Iterator[int]:
    """Where the rarest part of each of its pieces begins; a piece of a brief label may have none."""
    parts, pieces = _parts(label), _damages(len(label)) + 1
    ends = [len(label) * number // pieces for number in range(pieces + 1)]
    starts = filter(None, (range(start, end - _PART + 1) for start, end in pairwise(ends)))
    return (min(places, key=lambda place: common[parts[place]]) for places in starts)


def _reach(label: str) -> tuple[int, int]:
    """How many letters may hold a label with its damages, and how unlike it they may be where it is a part of them."""
    most = _damages(len(label))
    return len(label) + most, 3 * most


def _damages(length: int) -> int:
    """Most that a label of this length may have: a longer text may have more."""
    texts = range(length, 2 * length)
    return max(most_damages(text) for text in texts if text - length <= most_damages(text))
