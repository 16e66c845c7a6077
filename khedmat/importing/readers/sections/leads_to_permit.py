"""Section 4: whether the service leads to a permit, as two boxes."""

from khedmat.importing.readers.choosing import as_block, choose
from khedmat.importing.readers.draft import Draft
from khedmat.importing.readers.evidence import Place
from khedmat.importing.readers.outline import Outline

_MEANING = {"yes": True, "no": False}


def read(outline: Outline, draft: Draft) -> None:
    """Both boxes ticked say neither."""
    answer = outline.best("leads_to_permit")
    if answer:
        choice = choose(as_block(answer), "yes_no").only
        draft.set("leads_to_permit", _MEANING.get(choice.one or ""), Place(answer))
        draft.doubt("leads_to_permit", choice._replace(text=answer.text))
