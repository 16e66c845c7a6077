"""What narrows the list of feedback, and the answer to one."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from khedmat.cards.enums import FEEDBACK_OPEN, FeedbackStage
from khedmat.cards.feedback.actions import MOVES
from khedmat.cards.models import Feedback
from khedmat.cards.models.feedback import LONGEST_FEEDBACK, FeedbackQuerySet

OPEN, ALL = "", "all"


class FeedbackFilter(forms.Form):
    """It lives in the address. An unknown value narrows nothing."""

    stage = forms.ChoiceField(
        label=_("وضع"),
        required=False,
        choices=[(OPEN, _("در انتظار پاسخ یا اصلاح")), *FeedbackStage.choices, (ALL, _("همه"))],
    )
    service = forms.IntegerField(required=False, min_value=1, max_value=2**31, widget=forms.HiddenInput)

    def __init__(self, data: Any) -> None:
        super().__init__(data, label_suffix="")
        self.is_valid()

    def apply(self, rows: FeedbackQuerySet) -> FeedbackQuerySet:
        said = self.cleaned_data
        if service := said.get("service"):
            rows = rows.filter(service=service)
        stage = said.get("stage", OPEN)
        if stage == ALL:
            return rows
        return rows.filter(stage__in=[stage] if stage else FEEDBACK_OPEN)


class AnswerForm(forms.Form):
    """One of the steps that a remark can still take, with words for everybody."""

    to = forms.ChoiceField(label=_("پاسخ شما"), widget=forms.RadioSelect)
    text = forms.CharField(
        label=_("متن پاسخ؛ همه آن را می‌بینند"), max_length=LONGEST_FEEDBACK, widget=forms.Textarea({"rows": 4})
    )

    def __init__(self, data: Any, feedback: Feedback) -> None:
        super().__init__(data, label_suffix="")
        ways = MOVES.get(feedback.stage, ())
        self.fields["to"].choices = [(stage, FeedbackStage(stage).label) for stage in ways]
