"""Options and the marks beside them: which option is ticked, decided a block at a time, never guessed."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

from khedmat.core.persian import fold_line, squeeze
from khedmat.importing.readers import marks
from khedmat.importing.readers.blocks import EMPTY, TICKED
from khedmat.importing.readers.labels import is_instruction
from khedmat.importing.readers.option_table import OPTIONS
from khedmat.importing.readers.squeezed import Squeezed

_MARK = re.compile(f"[{TICKED}{EMPTY}]")
_CHUNK = re.compile(f"[^{TICKED}{EMPTY}\n]+")
_SEPARATOR = re.compile(r"[,،/;؛+]|-|–|\bو\b|\bیا\b")
_OTHER_TEXT = re.compile(r"^[\s:.…\-–،)]*")
PRINTED_SHARE = (
    0.6  # of a group's options: so many, with no mark and nothing between them, are a printed list, not an answer
)


class Token(NamedTuple):
    """An option (`value`) or a mark (`ticked`) at a place of the text."""

    place: int
    end: int
    value: tuple[str, str] | None = None
    ticked: bool | None = None


@dataclass
class Reading:
    """What one or more texts say of some groups: `ticked[(group, value)]` is True, False (empty box) or None (no mark)."""

    ticked: dict[tuple[str, str], bool | None] = field(default_factory=dict)
    ambiguous: set[str] = field(default_factory=set)
    separated: set[str] = field(default_factory=set)
    other_text: dict[str, str] = field(default_factory=dict)

    def join(self, other: "Reading") -> None:
        """Adds what another text says; a tick is never taken back by an empty box elsewhere."""
        for name, tick in other.ticked.items():
            known = self.ticked.get(name)
            self.ticked[name] = True if True in (known, tick) else (tick if known is None else known)
        self.ambiguous |= other.ambiguous
        self.separated |= other.separated
        self.other_text |= {name: text for name, text in other.other_text.items() if name not in self.other_text}

    def of(self, group: str) -> dict[str, bool | None]:
        """value → tick of one group, in the order of the form."""
        return {value: self.ticked[group, value] for value in OPTIONS[group] if (group, value) in self.ticked}

    def decide(self, group: str) -> tuple[list[str], bool]:
        """(values, undecided). No value and not undecided: the form does not say."""
        found = self.of(group)
        if group in self.ambiguous:
            return [], True
        if any(tick is not None for tick in found.values()):
            return [value for value, tick in found.items() if tick], False
        if not found or len(found) == 1 or group in self.separated and len(found) < 8:
            return list(found), False
        return [], True


def read(texts: Iterable[str], groups: Sequence[str]) -> Reading:
    """Every text is one block: the side of its marks is decided in it alone."""
    whole = Reading()
    for text in texts:
        whole.join(_read_block(marks.normalise(text), groups))
    return whole


def _read_block(text: str, groups: Sequence[str]) -> Reading:
    tokens = _tokens(text, tuple(groups))
    reading = Reading({token.value: None for token in tokens if token.value})
    side = _side(tokens)
    for line in _by_line(text, tokens):
        _pair(line, side or _side(line), reading)
    _written(text, tokens, reading)
    _other_texts(text, tokens, reading)
    return reading


def _tokens(text: str, groups: tuple[str, ...]) -> list[Token]:
    squeezed, taken, found = Squeezed.of(text), [False] * len(text), []
    for phrase, value in _phrases(groups):
        start = squeezed.letters.find(phrase)
        while start >= 0:
            place, end = squeezed.places[start], squeezed.end_of(start + len(phrase))
            if not any(taken[place:end]) and _is_whole(text, place, end):
                taken[place:end] = [True] * (end - place)
                found.append(Token(place, end, value))
            start = squeezed.letters.find(phrase, start + 1)
    found += _damaged(text, taken, groups)
    found += [Token(mark.start(), mark.end(), ticked=mark.group() == TICKED) for mark in _MARK.finditer(text)]
    return sorted(found)


@lru_cache(maxsize=64)
def _phrases(groups: tuple[str, ...]) -> list[tuple[str, tuple[str, str]]]:
    pairs = {}
    for group in groups:
        for value, phrases in OPTIONS[group].items():
            for phrase in phrases:
                pairs.setdefault(squeeze(phrase), (group, value))
    return sorted(pairs.items(), key=lambda pair: -len(pair[0]))


def _is_whole(text: str, place: int, end: int) -> bool:
    """Not a part of a longer word; a mark's letter may be glued to it."""
    before, after = text[place - 1 : place], text[end : end + 1]
    return not (_same_script(before, text[place]) or _same_script(text[end - 1], after))


def _same_script(one: str, other: str) -> bool:
    return one.isalpha() and other.isalpha() and one.isascii() == other.isascii()


def _damaged(text: str, taken: list[bool], groups: tuple[str, ...]) -> list[Token]:
    """Options that a scan damaged: a piece between marks that is nearly one of the phrases."""
    if not marks.any_in(text):
        return []
    found = []
    for chunk in _CHUNK.finditer(text):
        letters = squeeze(chunk.group().split(":")[0])
        if any(taken[chunk.start() : chunk.end()]) or not letters:
            continue
        if letters == "م" and "period" in groups:
            found.append(Token(chunk.start(), chunk.end(), ("period", "month")))
        elif len(letters) >= 4 and (value := _nearest(letters, groups)):
            found.append(Token(chunk.start(), chunk.end(), value))
    return found


def _nearest(letters: str, groups: tuple[str, ...]) -> tuple[str, str] | None:
    best = None
    for phrase, value in _phrases(groups):
        most = max(1, len(phrase) // 5)
        away = Levenshtein.distance(letters, phrase, score_cutoff=most)
        if away <= most and (best is None or away < best[0]):
            best = (away, value)
    return best[1] if best else None


def _by_line(text: str, tokens: list[Token]) -> list[list[Token]]:
    """A mark may also stand on a line of its own, above or below its option: then all lines are one."""
    lines: dict[int, list[Token]] = {}
    for token in tokens:
        lines.setdefault(text.count("\n", 0, token.place), []).append(token)
    together = any(len({token.value is None for token in line}) == 2 for line in lines.values())
    return list(lines.values()) if together else [tokens]


def _side(tokens: list[Token]) -> str | None:
    """Where the marks of these tokens stand: before or after their options; None when that cannot be told."""
    while tokens and tokens[0].value and tokens[0].value[0] == "printed":
        tokens = tokens[1:]  # «مراجعه به دستگاه:» heads its options and has no box of its own
    kinds = [token.value is None for token in tokens]
    if True not in kinds or False not in kinds:
        return None
    first, last = kinds[0], kinds[-1]
    return {(True, False): "before", (False, True): "after"}.get((first, last))


def _pair(tokens: list[Token], side: str | None, reading: Reading) -> None:
    options = [token for token in tokens if token.value]
    line_marks = [token for token in tokens if token.value is None]
    if not options or not line_marks:
        return
    if len(options) == len(line_marks) == 1:
        _set(reading, options[0], line_marks[0])
    elif len({mark.ticked for mark in line_marks}) == 1 and (
        not line_marks[0].ticked or len(line_marks) == len(options)
    ):
        for option in options:
            _set(reading, option, line_marks[0])
    elif side is None:
        reading.ambiguous |= {option.value[0] for option in options if option.value}
    else:
        _pair_by_side(tokens if side == "before" else tokens[::-1], reading)


def _pair_by_side(tokens: list[Token], reading: Reading) -> None:
    """A mark belongs to the option that follows it (in the direction given); an option without one stays unmarked."""
    mark = None
    for token in tokens:
        if token.value is None:
            mark = token
        elif mark is not None:
            _set(reading, token, mark)
            mark = None


def _set(reading: Reading, option: Token, mark: Token) -> None:
    if option.value and not reading.ticked.get(option.value):
        reading.ticked[option.value] = mark.ticked


def _written(text: str, tokens: list[Token], reading: Reading) -> None:
    """Groups whose options are joined by commas, dashes or «و»: somebody wrote them."""
    options = [token for token in tokens if token.value]
    for group in {option.value[0] for option in options if option.value}:
        own = [option for option in options if option.value and option.value[0] == group]
        between = [text[one.end : other.place] for one, other in zip(own, own[1:], strict=False)]
        if between and all(_SEPARATOR.search(piece) and "\n" not in piece for piece in between):
            reading.separated.add(group)


def _other_texts(text: str, tokens: list[Token], reading: Reading) -> None:
    for number, token in enumerate(tokens):
        if not token.value or token.value[1] not in {"other", "contract", "counter_office_like", "event", "time"}:
            continue
        ends = [later.place for later in tokens[number + 1 :]] + [len(text)]
        said = _OTHER_TEXT.sub("", text[token.end : ends[0]].split("\n")[0])
        said = fold_line(re.sub(r"\(\s*\)", "", said)).strip(" .:…-–،")
        if said and any(map(str.isalnum, said)) and not is_instruction(said):
            reading.other_text[".".join(token.value)] = said.removesuffix("(").strip()
