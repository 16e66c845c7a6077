"""Names of services and agencies that cannot be names: a person is asked."""

import re

from khedmat.core.persian import squeeze
from khedmat.importing.readers.draft import Draft

_AGENCIES = ("executive_agency", "parent_agency")
_NO_NAME = re.compile(r"https?://|www\.|@|\d{5}|\b(?:می[\s\u200c]?\w+|است|شود|گردد|باشد|نمایید|کنید)[\s.؛!]*$")
_MOST_WORDS = 18


def warn_of_no_names(draft: Draft) -> None:
    """An address, a number or a sentence for an agency; the agency for the title."""
    agencies = {path: draft.values.get(path, "") for path in _AGENCIES}
    for path in filter(lambda path: _is_no_name(agencies[path]), _AGENCIES):
        draft.warn("wrong_kind", path, agencies[path])
    title = draft.values.get("title")
    if title and squeeze(title) in map(squeeze, agencies.values()):
        draft.warn("wrong_kind", "title", title)


def _is_no_name(text: str) -> bool:
    return bool(_NO_NAME.search(text)) or len(text.split()) > _MOST_WORDS
