"""A label without a colon, or the first words of a sentence? What follows it tells."""

import re

from khedmat.core.persian import fold
from khedmat.importing.readers.labels import dictionary as known
from khedmat.importing.readers.option_words import names_only

_WIDE = re.compile(r"\s{3,}|\t")
_DIGIT = re.compile(r"\s*[\d۰-۹٠-٩]")
_PROSE = re.compile(r"\s+(?:را|که|و|ها|های|می|شده|است|باید|نیز|خود|مذکور|فوق|مورد)\b|\s+(?:در|به|با|از)\s*:")
_PREPOSITION = re.compile(r"\s(?!به منظور|در راستای|با هدف)(?:در|از|به|با|بر|پس|توسط|را)\b")
_VERBS = (
    "است|اند|شد|شده|شود|شوند|کند|کنند|کنید|نماید|نمایند|نمایید|دارد|دارند|دارید|گردد|گردند|باشد|باشند"
    "|گیرد|دهد|دهید|یابد|نیست|هستند"
)
_VERB_AT_END = re.compile(rf"\b(?:ن?می[\s\u200c]?\w+|ن?(?:{_VERBS}))[\s.؛!]*$")
_READS_ON = re.compile(rf"{_PROSE.pattern}|\s+(?:در|از|به|با|بر|تا|پس|توسط)\b")
_QUESTION = re.compile(r"\s+(?:چند|چقدر|چه|کدام|چیست|چگونه)\b[^؟?]*[؟?]")
_SUFFIX = re.compile(r"(?:ی|ها|ات|ان|هایی|های|ای|گان|ش|م|ه|ت)(?:[\s\W]|$)")
_CHOICES = ("service_type", "nature", "level", "life_events", "start_trigger")  # labels named as their options
LONG_WORD = 9  # letters; such a word heads a short value also without a colon
SHORT_VALUE = 4  # words


def may_stand_without_colon(label: str, rest: str) -> bool:
    """Alone on its line, or before what can be its value."""
    rest = fold(rest)
    if _is_answered_by_options(label, rest):
        return True
    return (
        label not in known.NEVER_ALONE
        and label != known.FREE
        and (not rest.strip() or not _ends_sentence(rest) and _may_be_followed(label, rest))
    )


def _is_answered_by_options(label: str, rest: str) -> bool:
    """«ماهیت حاکمیتی»."""
    return known.FIELDS[label] in _CHOICES and names_only(known.FIELDS[label], rest)


def reads_on(rest: str) -> bool:
    """The words behind go on with a sentence: «قوانین مربوط در سایت …» is not the label «قوانین مربوطه»."""
    plain = fold(rest)
    return bool(_READS_ON.match(plain) or _QUESTION.match(plain))


def _ends_sentence(rest: str) -> bool:
    """«هزینه خدمت بر اساس تعرفه دریافت می شود»: a preposition one space behind and a verb at the end; or a question."""
    return bool(_QUESTION.match(rest) or _PREPOSITION.match(rest) and _VERB_AT_END.search(rest))


def _may_be_followed(label: str, rest: str) -> bool:
    if label in known.NUMBERED or len(label) < known.SHORTEST:
        return label in known.BEFORE_NUMBERS and bool(_DIGIT.match(rest))
    return label not in known.ONLY_WITH_COLON and _may_begin(label, rest)


def _may_begin(label: str, rest: str) -> bool:
    return _may_be_glued(label, rest) if rest[0].isalpha() else _may_head(label, rest)


def _may_be_glued(label: str, rest: str) -> bool:
    """The letters behind are a word of their own and no ending of this one."""
    return len(label) >= 7 and not _SUFFIX.match(rest)


def _may_head(label: str, rest: str) -> bool:
    if label in known.EVERYDAY:
        return _may_head_value(label, rest)
    return label not in known.NO_BEGINNING and not _PROSE.match(rest) and _is_apart(label, rest)


def _may_head_value(label: str, rest: str) -> bool:
    """An everyday word needs a gap behind it, or must be long before a value of few words."""
    return bool(_WIDE.match(rest)) or len(label) >= LONG_WORD and len(rest.split()) <= SHORT_VALUE


def _is_apart(label: str, rest: str) -> bool:
    """What is kept nowhere may not swallow the beginning of a value: it needs a gap."""
    return label not in known.OTHERS or bool(_WIDE.match(rest))
