"""What a step for several cards is told beside the cards: nothing, one reason for all, or one day for all."""

from datetime import date
from typing import Any
from uuid import uuid4

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from khedmat.cards.appointing import NOT_THEN, may_be_on
from khedmat.cards.enums import BulkAct
from khedmat.web.desk.deciding import Appoint, Reason


class Bare(forms.Form):
    """The page it comes from: sent twice, it is one run."""

    token = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)


class WithReason(Bare):
    reason = Reason.base_fields["reason"]
    clean_reason = Reason.clean_reason


class WithDay(Bare):
    day = Appoint.base_fields["day"]

    def clean_day(self) -> date:
        day: date = self.cleaned_data["day"]
        if not may_be_on(day, timezone.localdate()):
            raise ValidationError(NOT_THEN)
        return day


FORMS: dict[str, type[Bare]] = {BulkAct.RETURN: WithReason, BulkAct.APPOINT: WithDay}


def form_of(act: str, data: Any) -> Bare:
    return FORMS.get(act, Bare)(data, label_suffix="")
