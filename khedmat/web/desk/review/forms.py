"""What somebody types about a box of a card under review."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from khedmat.cards.editing.shapes import shape_at
from khedmat.cards.enums import Say
from khedmat.cards.form import Document
from khedmat.cards.reviewing import Words, can_suggest
from khedmat.core.persian import fold, fold_line
from khedmat.web.desk.fields import FIELDS
from khedmat.web.desk.review.permit_boxes import form_boxes

LONGEST = 20_000


class RemarkForm(forms.Form):
    """What somebody says of a box: its kind is the button that was pressed."""

    path = forms.ChoiceField(
        error_messages={"invalid_choice": _("این نام هیچ خانه‌ای از این صفحه نیست؛ از خانهٔ خود بفرستید.")}
    )
    kind = forms.ChoiceField(choices=Say)
    text = forms.CharField(required=False, max_length=LONGEST)
    proposed = forms.CharField(required=False, max_length=LONGEST)

    def __init__(self, data: Any, document: Document) -> None:
        super().__init__(data)
        of_card = [(f"card.{field.path}", field.title) for field in FIELDS]
        of_forms = [(box.path, box.shown.field.title) for box in form_boxes(document, ())]
        self.fields["path"].choices = [*of_card, *of_forms]

    def clean_text(self) -> str:
        return fold(self.cleaned_data["text"])

    @property
    def words(self) -> Words:
        said = self.cleaned_data
        proposed = _proposed(said["path"], said["proposed"]) if said["kind"] == Say.SUGGEST else None
        return Words(said["path"], said["kind"], said["text"], proposed)


def _proposed(path: str, text: str) -> Any:
    """A text, or the lines of a list; None where nothing was written."""
    if can_suggest(path) and shape_at(path).kind == "lines":
        return list(filter(None, map(fold_line, text.splitlines()))) or None
    return fold(text.replace("\r\n", "\n")).strip() or None
