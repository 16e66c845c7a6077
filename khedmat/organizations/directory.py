"""The agencies that ship with the program: found by name, by likeness and by the host of an address. No database."""

import json
import re
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from rapidfuzz import fuzz, process

from khedmat.core.persian import fold_line, key, squeeze

DATA = Path(__file__).parent / "data"
DEEPEST = 8  # labels of a host that are looked at, from its end
LONGEST = 300  # no agency has a longer name: prose in its box is compared with none
NEAR_NAME, NEAR_WORD = 84, 80  # likeness of a misspelt name, and of each word in it
_IDLE = frozenset(["و", "استان", "ایران", "کشور", "جمهوری", "اسلامی", "سهامی", "محترم"])
_ENDINGS = {"ها", "های", "ای", "ی"}
_TAIL = re.compile(r"\([^()]*\)|\s[-–—]\s.*$|[/،].*$")
_SUBORDINATES = re.compile(r"\s+و\s+(?:سازمان|اداره|ادارات|واحد|شرکت|دفاتر|معاونت|استان)\S*\s.*$")
_UNIT = re.compile(
    r"^(?:اداره کل|ادارات کل|اداره|سازمان|مدیریت|شرکت|معاونت) (.+?)(?: استان(?: .+)?| شهرستان(?: .+)?)?$"
    r"|^(.+?) (?:استان|شهرستان)(?: .+)?$"
)
_HEADS = ("سازمان", "وزارت", "شرکت", "اداره کل", "شرکت ملی", "")


class Agency(NamedTuple):
    """An executive agency. `province` is the national code of its place; only a provincial one has it."""

    code: str
    name: str
    kind: str
    parent: str | None
    domains: tuple[str, ...]
    aliases: tuple[str, ...]
    province: str | None
    scope: str


@cache
def agencies() -> tuple[Agency, ...]:
    """All of them, in the order of the file."""
    rows = json.loads((DATA / "agencies.json").read_text(encoding="utf-8"))
    return tuple(Agency(**row | {"domains": tuple(row["domains"]), "aliases": tuple(row["aliases"])}) for row in rows)


@cache
def provinces() -> dict[str, str]:
    """National code → Persian name."""
    rows = json.loads((DATA / "provinces.json").read_text(encoding="utf-8"))["provinces"]
    return {row["code"]: row["fa"] for row in rows}


def get(code: str) -> Agency | None:
    """The agency of a slug."""
    return _by_code().get(code)


@lru_cache(maxsize=4096)
def find(name: str) -> Agency | None:
    """The one agency that a written name means; None rather than a false friend."""
    for form in _forms(name):
        if found := _exact().get(squeeze(form)) or _loosely().get(_loose(form)) or _alike(form):
            return found
    return None


def similar(name: str, n: int = 5) -> list[tuple[Agency, float]]:
    """Agencies whose name or alias looks like this one, best first, likeness 0–1: for a person to choose from."""
    found = process.extract(key(name[:LONGEST]), _names(), scorer=fuzz.token_sort_ratio, limit=n * 3)
    best: dict[str, tuple[Agency, float]] = {}
    for _, likeness, place in found:
        agency = _owners()[place]
        best.setdefault(agency.code, (agency, likeness / 100))
    return list(best.values())[:n]


@lru_cache(maxsize=1024)
def candidates(name: str, n: int = 3) -> tuple[Agency, ...]:
    """`similar` without the figures, and only what is worth showing."""
    return tuple(agency for agency, likeness in similar(name, n) if likeness >= 0.7)


@lru_cache(maxsize=4096)
def national_of(name: str) -> Agency | None:
    """The national agency whose provincial or county unit the name says: «اداره کل بنادر و دریانوردی استان هرمزگان»."""
    for form in _forms(name):
        unit = _UNIT.match(form)
        if not unit:
            continue
        for head in _HEADS:
            found = find(f"{head} {unit[1] or unit[2]}".strip())
            if found and found.scope == "national":
                return found
    return None


@lru_cache(maxsize=4096)
def by_domain(host: str) -> Agency | None:
    """The agency that owns a host: the longest known ending, cut at dots."""
    labels = host.lower().strip(".").removeprefix("www.").split(".")[-DEEPEST:]
    for start in range(len(labels) - 1):
        if found := _domains().get(".".join(labels[start:])):
            return found
    return None


@lru_cache(maxsize=1024)
def province_of_host(host: str) -> str | None:
    """The province that a host speaks for: its owner's, or that of a label such as «yazd» before a national domain."""
    owner = by_domain(host)
    if owner and owner.province:
        return provinces()[owner.province]
    codes = [code for label in host.lower().split(".")[:-2] if (code := _host_labels().get(label.replace("-", "")))]
    return provinces()[codes[0]] if codes else None


@lru_cache(maxsize=1024)
def is_shared(host: str) -> bool:
    """Whether the host is a platform of many agencies, such as the national permit portal."""
    return any(host == shared or host.endswith("." + shared) for shared in _shared())


def lineage(agency: Agency) -> tuple[Agency, ...]:
    """The agency, its parent, the parent's parent and so on."""
    line = [agency]
    while line[-1].parent and (above := get(line[-1].parent)) and above not in line:
        line.append(above)
    return tuple(line)


def are_kin(one: Agency, other: Agency) -> bool:
    """Whether one stands above the other or both are the same."""
    return one in lineage(other) or other in lineage(one)


@cache
def _by_code() -> dict[str, Agency]:
    return {agency.code: agency for agency in agencies()}


@cache
def _domains() -> dict[str, Agency]:
    return {domain: agency for agency in agencies() for domain in agency.domains}


@cache
def _host_labels() -> dict[str, str]:
    """How hosts spell provinces: the English name in one word, and the usual other spellings."""
    lines = (DATA / "province_labels.txt").read_text(encoding="utf-8").splitlines()
    rows = [line.split() for line in lines if line.strip() and not line.startswith("#")]
    return {label: code for code, *labels in rows for label in labels}


@cache
def _shared() -> tuple[str, ...]:
    lines = (DATA / "shared_hosts.txt").read_text(encoding="utf-8").splitlines()
    return tuple(line.strip() for line in lines if line.strip() and not line.startswith("#"))


@cache
def _pairs() -> tuple[tuple[str, Agency], ...]:
    return tuple((name, agency) for agency in agencies() for name in (agency.name, *agency.aliases))


@cache
def _names() -> tuple[str, ...]:
    return tuple(key(name) for name, _ in _pairs())


@cache
def _owners() -> tuple[Agency, ...]:
    return tuple(agency for _, agency in _pairs())


@cache
def _exact() -> dict[str, Agency]:
    return {squeeze(name): agency for name, agency in reversed(_pairs())}


@cache
def _loosely() -> dict[str, Agency]:
    """Names without idle words; a name that two agencies then share is nobody's."""
    found: dict[str, Agency | None] = {}
    for name, agency in _pairs():
        loose = _loose(name)
        found[loose] = agency if found.get(loose, agency) == agency else None
    return {loose: agency for loose, agency in found.items() if agency}


@lru_cache(maxsize=4096)
def _words(name: str) -> tuple[str, ...]:
    """The words that tell two names apart; «ایران» alone is kept in «بیمه ایران», where nothing else would be left."""
    words = tuple(word for word in key(name).split() if word not in _ENDINGS)
    telling = tuple(word for word in words if word not in _IDLE)
    return telling if len(telling) >= 2 else words


def _loose(name: str) -> str:
    return "".join(_words(name))


def _forms(name: str) -> list[str]:
    """The name as written, then without brackets and tails, then without «و سازمان‌های تابعه»."""
    whole = fold_line(name[: LONGEST + 1])
    if len(whole) > LONGEST:
        return []
    bare = _TAIL.sub("", whole).strip()
    return [form for form in dict.fromkeys((whole, bare, _SUBORDINATES.sub("", bare))) if form]


def _alike(name: str) -> Agency | None:
    words = _words(name)
    if len(words) < 2:
        return None
    near = process.extract(key(name), _names(), scorer=fuzz.ratio, limit=8, score_cutoff=NEAR_NAME)
    found = {_owners()[place] for _, _, place in near if _same_words(words, _words(_names()[place]))}
    return found.pop() if len(found) == 1 else None


def _same_words(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Word for word near: one whole word that differs makes another agency, however long the rest is."""
    return len(one) == len(other) and all(_same_word(a, b) for a, b in zip(one, other, strict=True))


def _same_word(one: str, other: str) -> bool:
    """«گلستان» and «لرستان» differ in one letter: the words of provinces must be equal."""
    if one == other or min(len(one), len(other)) < 4 or {one, other} & _place_words():
        return one == other
    return fuzz.ratio(one, other) >= NEAR_WORD


@cache
def _place_words() -> frozenset[str]:
    return frozenset(word for name in provinces().values() for word in key(name).split())
