"""One saving of a page: what was typed is written box by box, buttons and fixes included."""

import json
from datetime import datetime
from typing import Any, NamedTuple

from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext as _

from khedmat.accounts.models import User
from khedmat.cards.actions import Asked, Saved, edit_draft
from khedmat.cards.editing import Clash
from khedmat.cards.form import Document
from khedmat.cards.models import ServiceVersion
from khedmat.cards.reviewing import take_suggestion
from khedmat.web.counting import counted
from khedmat.web.desk.editor.fixing import pressed
from khedmat.web.desk.editor.sections import Section
from khedmat.web.desk.editor.taking import Taken, take, told_again, typed_once
from khedmat.web.desk.editor.titling import refuse_undeclared


class Outcome(NamedTuple):
    """How a saving went: the draft as it is now, boxes that others changed too, sentences of what was not written."""

    saved: Saved
    taken: Taken

    @property
    def version(self) -> ServiceVersion:
        return self.saved.version

    @property
    def clashes(self) -> list[Clash]:
        return self.saved.clashes


def save(version: ServiceVersion, section: Section, post: QueryDict, *, by: User, at: datetime) -> Outcome:
    """ValidationError when nothing could be written at all: the page came in half, or the version is no draft."""
    if not post.get("end"):
        raise ValidationError(
            _("صفحه تا پایان به ما نرسید (خط قطع شد؟)؛ چیزی ذخیره نشد. دوباره ذخیره کنید."), code="cut"
        )
    taken = _settled(section, post, version.document) if "settle" in post else take(section, post, version.document)
    taken = refuse_undeclared(taken, version)
    agreed = [*post.getlist("accept"), *post.get("compared", "").split()]
    asked = Asked(taken.said, decided=post.getlist("decide"), accepted=agreed)
    saved = edit_draft(version, asked, seen=_revision(post), by=by, at=at)
    if "fix" in post:
        saved = _fixed(saved, post["fix"], by=by, at=at)
    if "take" in post:
        saved = _taken_over(saved, post["take"], by=by, at=at)
    return Outcome(saved, taken)


def _taken_over(saved: Saved, path: str, *, by: User, at: datetime) -> Saved:
    """The draft with the text that was suggested for a box; one that is gone changes nothing."""
    written = take_suggestion(saved.version, path, seen=saved.version.revision, by=by, at=at)
    return written._replace(clashes=saved.clashes) if written else saved


def _revision(post: QueryDict) -> int:
    """The revision that the page showed; a page that does not say it saw nothing."""
    return counted(post.get("revision", "")) or 0


def _settled(section: Section, post: QueryDict, before: Document) -> Taken:
    """The answer to the conflict page: of the boxes that two people changed, those where mine shall stand.

    What the page before it could not keep (`unkept`) comes along and is told again.
    """
    try:
        mine: dict[str, Any] = dict(json.loads(post["mine"]))
        raws: dict[str, Any] = dict(json.loads(post.get("unkept", "{}")))
        kept = {path for name, paths in post.lists() if name.startswith("keep") for path in paths}
        said = {path: typed_once(section, path, value) for path, value in mine.items() if path in kept}
        return Taken(said, told_again(section, raws, before), raws)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise ValidationError(_("صفحهٔ انتخاب کامل نرسید؛ بازگردید و دوباره ذخیره کنید."), code="cut") from error


def _fixed(saved: Saved, button: str, *, by: User, at: datetime) -> Saved:
    """The draft after a fix; one whose finding is gone changes nothing."""
    asked, version = pressed(button, saved.findings, saved.document), saved.version
    if asked is None:
        return saved
    return edit_draft(version, asked, seen=version.revision, by=by, at=at)._replace(clashes=saved.clashes)
