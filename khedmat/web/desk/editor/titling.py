"""The title of a card: chosen from the confirmed list of its agency, and changed by a new confirmation only."""

from django.utils.translation import gettext as _

from khedmat.cards.models import ServiceVersion
from khedmat.cards.titles.declared import as_declared, declared_of
from khedmat.core.persian import squeeze
from khedmat.web.desk.editor.showing import Option
from khedmat.web.desk.editor.taking import Taken

LEAF = "card.title"


def titles_for(version: ServiceVersion) -> list[Option]:
    """What may be chosen, with the title that the draft bears; nothing where the agency has no confirmed list."""
    declared, own = _declared(version), version.title
    shown = [Option(one, one, squeeze(one) == squeeze(own)) for one in declared]
    if not shown or not own or any(one.is_on for one in shown):
        return shown
    said = _("%(title)s (در فهرست تأییدشده نیست)") % {"title": own}
    return [Option(own, said, is_on=True), *shown]


def refuse_undeclared(taken: Taken, version: ServiceVersion) -> Taken:
    """One question, and only of a title that changes; the other boxes are kept whatever becomes of it."""
    typed = taken.said.get(LEAF) or ""
    if squeeze(typed) == squeeze(version.title) or not typed:
        return taken
    declared = _declared(version)
    title = as_declared(typed, declared) if declared else typed
    if title is not None:
        return taken._replace(said=taken.said | {LEAF: title})
    rest = {leaf: value for leaf, value in taken.said.items() if leaf != LEAF}
    return taken._replace(said=rest, errors=taken.errors | {LEAF: _undeclared(typed, version)})


def _declared(version: ServiceVersion) -> list[str]:
    owner = version.service.owner
    return declared_of([owner]).get(owner.pk, [])


def _undeclared(typed: str, version: ServiceVersion) -> str:
    words = _(
        "عنوان «%(title)s» در فهرست تأییدشدهٔ «%(owner)s» نیست و عنوان همان ماند که بود. عنوان تازه با ویرایش تازهٔ "
        "فهرست در صفحهٔ «عنوان خدمت‌ها» و تأیید بالاترین مقام دستگاه می‌آید."
    )
    return words % {"title": typed, "owner": version.service.owner.name}
