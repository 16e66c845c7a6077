"""Titles that look alike, of services that may be one. Pure."""

from collections.abc import Hashable, Mapping, Sequence
from typing import NamedTuple, TypeVar

from rapidfuzz import fuzz, process

NEAR = 85  # 0–100, whatever the order of the words
MOST = 5
# «صدور پروانه» and «تمدید پروانه» are two services, however alike they look; as title keys write them.
DEEDS = {
    "صدور",
    "تمدید",
    "اصلاح",
    "تغییر",
    "لغو",
    "ابطال",
    "احیا",
    "تعلیق",
    "انتقال",
    "ثبت",
    "حذف",
    "قطع",
    "وصل",
    "برقراری",
}
K = TypeVar("K", bound=Hashable)


class Titled(NamedTuple):
    """A title key of a service, and its ID where it has one."""

    title_key: str
    code: str = ""

    @property
    def sorted_words(self) -> str:
        return " ".join(sorted(self.title_key.split()))

    def may_be(self, other: "Titled") -> bool:
        """Two IDs are two services, and so are two deeds."""
        if self.code and other.code:
            return self.code == other.code
        return self._deeds == other._deeds

    @property
    def _deeds(self) -> set[str]:
        return DEEDS & set(self.title_key.split())


def nearest_among(titles: Mapping[K, Titled]) -> dict[K, K]:
    """title → the most alike of the others, where one is alike."""
    keys, all_titles = list(titles), list(titles.values())
    words = [title.sorted_words for title in all_titles]
    found: dict[K, K] = {}
    for place, title in enumerate(all_titles, start=1):
        for behind in _near(title, words[place:], all_titles[place:]):
            found.setdefault(keys[place - 1], keys[place + behind])
            found.setdefault(keys[place + behind], keys[place - 1])
    return found


def nearest_of(titles: Mapping[K, Titled], held: Mapping[K, Titled]) -> dict[K, K]:
    """title → the most alike of what is held, where one is alike."""
    keys, others = list(held), list(held.values())
    words = [one.sorted_words for one in others]
    near = ((key, _near(title, words, others)) for key, title in titles.items())
    return {key: keys[found[0]] for key, found in near if found}


def _near(title: Titled, words: Sequence[str], others: Sequence[Titled]) -> list[int]:
    """Places, the most alike first. The words are sorted once for all: eight times as fast as `token_sort_ratio`."""
    best = process.extract(title.sorted_words, words, scorer=fuzz.ratio, score_cutoff=NEAR, limit=MOST)
    return [place for _words, _score, place in best if title.may_be(others[place])] if title.title_key else []
