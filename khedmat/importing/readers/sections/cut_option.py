"""The end of a file that was cut inside the name of an option."""

from khedmat.core.persian import squeeze
from khedmat.importing.readers import marks
from khedmat.importing.readers.options.phrases import phrases

_SHORTEST = 3  # letters


def without_cut_option(text: str, groups: tuple[str, ...]) -> str:
    """Without its last option where only the beginning of it is left behind an empty box: it would hide the others."""
    whole, _, rest = text.rpartition(marks.EMPTY)
    return whole if marks.any_in(whole.lstrip()[:1]) and _is_beginning(squeeze(rest), groups) else text


def _is_beginning(letters: str, groups: tuple[str, ...]) -> bool:
    named = [phrase for phrase, _ in phrases(groups) if phrase.startswith(letters)]
    return len(letters) >= _SHORTEST and bool(named) and letters not in named
