"""Agencies found by name, by likeness and by the host of an address. No database: others than ship are given."""

import json
import re
from collections import defaultdict
from functools import cache, lru_cache
from itertools import filterfalse
from pathlib import Path

from rapidfuzz import fuzz, process

from khedmat.core.persian import fold_line, key, squeeze
from khedmat.core.word_lists import entries
from khedmat.organizations.looking import Agency, given, kept

DATA = Path(__file__).parent / "data"
DEEPEST = 8  # labels of a host that are looked at, from its end
LONGEST = 300  # no agency has a longer name: prose in its box is compared with none
NEAR_NAME, NEAR_WORD = 84, 80  # likeness of a misspelt name, and of each word in it
_IDLE = frozenset(["و", "استان", "ایران", "کشور", "جمهوری", "اسلامی", "سهامی", "محترم"])
_ENDINGS = {"ها", "های", "ای", "ی"}
_TAIL = re.compile(r"\([^()]*\)|\s[-–—]\s.*$")
_REST_OF_LIST = re.compile(r"[/،].*$")
_SUBORDINATES = re.compile(r"\s+و\s+(?:سازمان|اداره|ادارات|واحد|شرکت|دفاتر|معاونت|استان)\S*\s.*$")
_UNIT = re.compile(
    r"^(?:اداره کل|ادارات کل|اداره|سازمان|مدیریت|شرکت|معاونت) (.+?)(?: استان(?: .+)?| شهرستان(?: .+)?)?$"
    r"|^(.+?) (?:استان|شهرستان)(?: .+)?$"
)
_REPUBLIC = re.compile(r"\bج[ .]*ا[ .]*(?:ایران|ا)\b\.?")  # «ج.ا.ا», as most letterheads shorten it
_folded, _squeezed = lru_cache(maxsize=16384)(key), lru_cache(maxsize=16384)(squeeze)
_HEADS = ("سازمان", "وزارت", "شرکت", "اداره کل", "شرکت ملی", "")


@cache
def shipped() -> tuple[Agency, ...]:
    """Those of the file, in its order."""
    rows = json.loads((DATA / "agencies.json").read_text(encoding="utf-8"))
    return tuple(Agency(**row | {"domains": tuple(row["domains"]), "aliases": tuple(row["aliases"])}) for row in rows)


def agencies() -> tuple[Agency, ...]:
    """Those that names are looked up among: the shipped ones, unless `looking_in` gives others."""
    register = given()
    return register.agencies if register else shipped()


@cache
def provinces() -> dict[str, str]:
    """National code → Persian name."""
    rows = json.loads((DATA / "provinces.json").read_text(encoding="utf-8"))["provinces"]
    return {row["code"]: row["fa"] for row in rows}


def get(code: str) -> Agency | None:
    """The agency of a slug."""
    return _by_code().get(code)


@kept(maxsize=4096)
def find(name: str) -> Agency | None:
    """The one agency that a written name means; None rather than a false friend."""
    return next(filter(None, map(_meant, _forms(name))), None)


def _meant(form: str) -> Agency | None:
    return _exact().get(squeeze(form)) or _loosely().get(_loose(form)) or _alike(form)


def similar(name: str, n: int = 5) -> list[tuple[Agency, float]]:
    """Agencies whose name or alias looks like this one, best first, likeness 0–1: for a person to choose from."""
    found = process.extract(key(name[:LONGEST]), _names(), scorer=fuzz.token_sort_ratio, limit=n * 3)
    best: dict[str, tuple[Agency, float]] = {}
    for _, likeness, place in found:
        agency = _owners()[place]
        best.setdefault(agency.code, (agency, likeness / 100))
    return list(best.values())[:n]


@kept(maxsize=1024)
def candidates(name: str, n: int = 3) -> tuple[Agency, ...]:
    """`similar` without the figures, and only what is worth showing."""
    return tuple(agency for agency, likeness in similar(name, n) if likeness >= 0.7)


@kept(maxsize=4096)
def national_of(name: str) -> Agency | None:
    """The national agency whose provincial or county unit the name says: «اداره کل بنادر و دریانوردی استان هرمزگان»."""
    units = filter(None, map(_UNIT.match, _forms(name)))
    found = (_headed(head, unit[1] or unit[2]) for unit in units for head in _HEADS)
    return next(filter(_is_national, found), None)


def _headed(head: str, rest: str) -> Agency | None:
    return find(f"{head} {rest}".strip())


def _is_national(agency: Agency | None) -> bool:
    return agency is not None and agency.scope == "national"


def recognise(name: str) -> Agency | None:
    """The agency that a name means, or the national one whose unit it names."""
    return find(name) or national_of(name)


@kept(maxsize=4096)
def by_domain(host: str) -> Agency | None:
    """The agency that owns a host: the longest known ending, cut at dots."""
    labels = host.lower().strip(".").removeprefix("www.").split(".")[-DEEPEST:]
    endings = (".".join(labels[start:]) for start in range(len(labels) - 1))
    return next(filter(None, map(_domains().get, endings)), None)


@kept(maxsize=1024)
def province_of_host(host: str) -> str | None:
    """The province that a host speaks for: its owner's, or that of a label such as «yazd» before a national domain."""
    owner = by_domain(host)
    code = owner.province if owner else None
    return provinces().get(code or _spelt_in(host))


def _spelt_in(host: str) -> str:
    """The code of the province that the first telling label of a host spells."""
    labels = host.lower().replace("-", "").split(".")[:-2]
    return next(filter(None, map(_host_labels().get, labels)), "")


@lru_cache(maxsize=1024)
def is_shared(host: str) -> bool:
    """Whether the host is a platform of many agencies, such as the national permit portal."""
    return any(f".{host}".endswith(f".{shared}") for shared in _shared())


def lineage(agency: Agency) -> tuple[Agency, ...]:
    """The agency, its parent, the parent's parent and so on."""
    line = [agency]
    while (above := get(line[-1].parent or "")) and above not in line:
        line.append(above)
    return tuple(line)


def are_kin(one: Agency, other: Agency) -> bool:
    """Whether one stands above the other or both are the same."""
    return one in lineage(other) or other in lineage(one)


@kept(maxsize=8)
def _by_code() -> dict[str, Agency]:
    return {agency.code: agency for agency in agencies()}


@kept(maxsize=8)
def _domains() -> dict[str, Agency]:
    return {domain: agency for agency in agencies() for domain in agency.domains}


@cache
def _host_labels() -> dict[str, str]:
    """How hosts spell provinces: the English name in one word, and the usual other spellings."""
    rows = map(str.split, entries(DATA / "province_labels.txt"))
    return {label: code for code, *labels in rows for label in labels}


@cache
def _shared() -> tuple[str, ...]:
    return tuple(map(str.strip, entries(DATA / "shared_hosts.txt")))


@kept(maxsize=8)
def _pairs() -> tuple[tuple[str, Agency], ...]:
    return tuple((name, agency) for agency in agencies() for name in (agency.name, *agency.aliases))


@kept(maxsize=8)
def _names() -> tuple[str, ...]:
    return tuple(_folded(name) for name, _ in _pairs())


@kept(maxsize=8)
def _owners() -> tuple[Agency, ...]:
    return tuple(agency for _, agency in _pairs())


@kept(maxsize=8)
def _exact() -> dict[str, Agency]:
    return {_squeezed(name): agency for name, agency in reversed(_pairs())}


@kept(maxsize=8)
def _loosely() -> dict[str, Agency]:
    """Names without idle words; a name that two agencies then share is nobody's."""
    found: dict[str, set[Agency]] = defaultdict(set)
    for name, agency in _pairs():
        found[_loose(name)].add(agency)
    return {loose: owners.pop() for loose, owners in found.items() if len(owners) == 1}


@lru_cache(maxsize=4096)
def _words(name: str) -> tuple[str, ...]:
    """The words that tell two names apart; «ایران» alone is kept in «بیمه ایران», where nothing else would be left."""
    words = tuple(filterfalse(_ENDINGS.__contains__, key(name).split()))
    telling = tuple(filterfalse(_IDLE.__contains__, words))
    return telling if len(telling) >= 2 else words


def _loose(name: str) -> str:
    return "".join(_words(name))


def _forms(name: str) -> list[str]:
    """The name as written, without brackets and tails, to its first comma, without «و سازمان‌های تابعه»."""
    whole = _REPUBLIC.sub("جمهوری اسلامی ایران", fold_line(name[: LONGEST + 1]))
    if len(whole) > LONGEST:
        return []
    bare = " ".join(_TAIL.sub("", whole).split())
    short = _REST_OF_LIST.sub("", bare).strip()
    return list(filter(None, dict.fromkeys((whole, bare, short, _SUBORDINATES.sub("", short)))))


def _alike(name: str) -> Agency | None:
    """The one agency with a name near this one; two of them are none, and one word is too little to tell."""
    near = _near(name) if len(_words(name)) > 1 else set()
    return near.pop() if len(near) == 1 else None


def _near(name: str) -> set[Agency]:
    found = process.extract(key(name), _names(), scorer=fuzz.ratio, limit=8, score_cutoff=NEAR_NAME)
    return {_owners()[place] for near, _, place in found if _same_words(_words(name), _words(near))}


def _same_words(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Word for word near: one whole word that differs makes another agency, however long the rest is."""
    return len(one) == len(other) and all(map(_same_word, one, other))


def _same_word(one: str, other: str) -> bool:
    """«گلستان» and «لرستان» differ in one letter: the words of provinces must be equal."""
    may_be_misspelt = all((min(len(one), len(other)) > 3, _place_words().isdisjoint((one, other))))
    return one == other or all((may_be_misspelt, fuzz.ratio(one, other) >= NEAR_WORD))


@cache
def _place_words() -> frozenset[str]:
    return frozenset(word for name in provinces().values() for word in key(name).split())
