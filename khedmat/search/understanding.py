"""What was typed as words: keys of another layout, sounds in Latin letters, spoken forms, slips, words that ran
together. Pure."""

import re
from collections.abc import Sequence

from khedmat.search.analysis import FILLERS, PLAIN, SPOKEN_FORMS, STOPS, asked_words, stem, without_ending
from khedmat.search.finglish import read
from khedmat.search.keyboard import is_latin, retyped, typed_back
from khedmat.search.lexicon import Lexicon
from khedmat.search.synonyms import is_said, said_often, said_sounds
from khedmat.search.verbs import forms

MOST_WORDS, MOST_PARTS, MOST_GUESSES = 24, 4, 3
LONG_ENDING = 4  # «بازگانی» is no «باز» with an ending
A_PART, A_SMALL_PART = 3, 2
A_WORD_BESIDE_PERSIAN = 4  # letters; what sounds like a shorter one is an abbreviation
LEAST_SAID = 0.5  # of the letters that the keys of another layout give
SHORTEST_SOUND = 4  # Latin letters; two shorter words sound like anything
_ADDRESS = re.compile(r"(?:https?://)?((?:[a-z0-9-]+\.)+(?:ir|com|org|net|gov))\b(?:/\S*)?", re.IGNORECASE)
_OF_ADDRESSES = frozenset(("www", "my", "ir", "com", "org", "net", "gov", "ac", "co"))
_NUMBERED = re.compile(r"(?<=[آ-ی])(?=\d)|(?<=\d)(?=[آ-ی])")  # «ماده۳۸»
SPOKEN = re.compile("(?<=..)و(?=[نم])")
_PLURAL = re.compile("(?<=...)ا(?:م|ت|ش|ی|شو|مو|تو|رو|مون|تون|شون)?$")


def understood(text: str, lexicon: Lexicon) -> list[str]:
    """The words typed; what its keys say in Persian where that says more, else the sound of Latin words."""
    text = _NUMBERED.sub(" ", _ADDRESS.sub(_named, text) if "." in text else text)
    typed = asked_words(text)[:MOST_WORDS]
    is_foreign = is_latin(text)
    meant = asked_words(retyped(text))[:MOST_WORDS] if is_foreign else []
    if meant and _said(meant, lexicon) > max(_said(typed, lexicon), len("".join(meant)) * LEAST_SAID):
        return meant
    shortest = 1 if is_foreign else A_WORD_BESIDE_PERSIAN
    return [word for one in typed for word in _read(one, lexicon, shortest)]


def _named(found: re.Match[str]) -> str:
    """Of an address the names alone: «ir» and «gov» stand in all of them."""
    return " ".join(part for part in re.split(r"[.-]", found[1].lower()) if part not in _OF_ADDRESSES)


def _read(word: str, lexicon: Lexicon, shortest: int) -> Sequence[str]:
    if not word.isalpha():
        return (word,)
    return _heard(word, lexicon, shortest) if word.isascii() else (_meant_back(word, lexicon),)


def _meant_back(word: str, lexicon: Lexicon) -> str:
    """A Latin word that is known, where the letters of its keys say nothing: «سسم» is SSL."""
    latin = typed_back(word) if len(word) >= A_PART else ""
    return latin if latin in lexicon.said and latin.isascii() and not is_known(word, lexicon) else word


def _said(typed: Sequence[str], lexicon: Lexicon) -> int:
    """How many letters stand in words that say something."""
    return sum(len(word) for word in typed if len(word) > 1 and (word in FILLERS or _is_meant(word, lexicon)))


def _is_meant(word: str, lexicon: Lexicon) -> bool:
    return word in lexicon or is_said(stem(word))


def _heard(word: str, lexicon: Lexicon, shortest: int) -> Sequence[str]:
    """The word that sounds so, or two, unless this one is known or that one too short to be sure of."""
    if _is_meant(word, lexicon):
        return (word,)
    meant = _sounding(word, lexicon)
    return (meant,) if len(meant) >= shortest else _heard_apart(word, lexicon)


def _heard_apart(word: str, lexicon: Lexicon) -> Sequence[str]:
    """The two of which the rarer is said the most."""
    places = range(SHORTEST_SOUND, len(word) - SHORTEST_SOUND + 1)
    tried = ((_sounding(word[:place], lexicon), _sounding(word[place:], lexicon)) for place in places)
    return max(filter(all, tried), key=_rarest, default=(word,))


def _rarest(parts: Sequence[str]) -> int:
    return min(said_often().get(one, 0) for one in parts)


def _sounding(word: str, lexicon: Lexicon) -> str:
    return read(word, lexicon.sounds, said_sounds(), often=said_often())


def merged(typed: Sequence[str], lexicon: Lexicon) -> list[str]:
    """Halves of one known word that were written apart come together."""
    found: list[str] = []
    for word in typed:
        if found and _is_one(found[-1], word, lexicon):
            found[-1] += word
        else:
            found.append(word)
    return found


def _is_one(begin: str, end: str, lexicon: Lexicon) -> bool:
    """«نون‌وایی» is one as it is spoken."""
    if end in FILLERS or (begin in lexicon.said and end in lexicon.said):
        return False
    return begin + end in SPOKEN_FORMS or not lexicon.said.isdisjoint((begin + end, without_ending(begin + end)))


def guesses(word: str, lexicon: Lexicon) -> Sequence[Sequence[str]]:
    """What a word may have been, the likest first: itself where it is known, the same as it is written, two that ran
    together, or known ones near it."""
    if is_known(word, lexicon) or not word.isalpha():
        return ((word,), *_alike(word, lexicon))
    sure = _written(word, lexicon) or lexicon.parted(word)
    return (sure,) if sure else _likest(word, lexicon) or ((word,),)


def _alike(word: str, lexicon: Lexicon) -> Sequence[Sequence[str]]:
    """Of a word that is known by its stem alone."""
    if word in lexicon.said or _is_everyday(word) or not word.isalpha():
        return ()
    cut = stem(word)
    return tuple((one,) for one in lexicon.nearest(word)[:1] if stem(one) != cut)


def _likest(word: str, lexicon: Lexicon) -> Sequence[Sequence[str]]:
    """One slip away, with its ending or without; then several that ran together; two slips away only then."""
    bare = without_ending(word)
    near = lexicon.nearest(word) or lexicon.nearest(bare)
    apart = () if near else _parted(word, lexicon)
    far = () if near or apart else lexicon.less_near(word) or lexicon.less_near(bare)
    return (apart,) if apart else tuple((one,) for one in (near or far)[:MOST_GUESSES])


def _written(word: str, lexicon: Lexicon) -> Sequence[str]:
    """«خیابون» as it is written: «خیابان»; «معلما» is «معلم», «خیابونا» both."""
    spoken = SPOKEN.sub("ا", word)
    forms_of = (spoken, _PLURAL.sub("", word), _PLURAL.sub("", spoken))
    return next(((one,) for one in forms_of if one != word and is_known(one, lexicon)), ())


def _parted(word: str, lexicon: Lexicon) -> Sequence[str]:
    """As few as there may be."""
    tried = (_parts(word, lexicon, number) for number in range(2, MOST_PARTS + 1))
    return next(filter(None, tried), ())


def _parts(word: str, lexicon: Lexicon, number: int) -> tuple[str, ...]:
    """So many known words, at the longest first one; small ones and forms of verbs among them."""
    if number == 1:
        return (word,) if _is_part(word, lexicon) else ()
    for place in range(len(word) - A_SMALL_PART, A_SMALL_PART - 1, -1):
        rest = _parts(word[place:], lexicon, number - 1) if _is_part(word[:place], lexicon) else ()
        if rest:
            return (word[:place], *rest)
    return ()


def _is_part(word: str, lexicon: Lexicon) -> bool:
    if len(word) < A_PART:
        return word in STOPS
    return word in FILLERS or word in forms() or not lexicon.said.isdisjoint((word, without_ending(word)))


def is_known(word: str, lexicon: Lexicon) -> bool:
    """A word of a title, a small one, a form of a verb, or an ending away from what texts and people say; longer
    endings may be slips."""
    return word in lexicon.words or _is_everyday(word) or _is_near_known(word, lexicon)


def _is_near_known(word: str, lexicon: Lexicon) -> bool:
    cut = stem(word)
    return len(word) - len(cut) < LONG_ENDING and (word in lexicon or is_said(cut))


def _is_everyday(word: str) -> bool:
    return word in FILLERS or word in forms() or word in PLAIN or without_ending(word) in PLAIN
