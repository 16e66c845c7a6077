"""What the database refuses, said in the words of the constraint that refused."""

from contextlib import ContextDecorator
from types import TracebackType

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import IntegrityError


def sentence_of(error: IntegrityError) -> str | None:
    """The Persian message of the constraint that was broken; None when it is no constraint of ours."""
    broken = getattr(getattr(error.__cause__, "diag", None), "constraint_name", None)
    constraints = (rule for model in apps.get_models() for rule in model._meta.constraints)
    return next((str(rule.violation_error_message) for rule in constraints if rule.name == broken), None)


class refusing_in_words(ContextDecorator):  # noqa: N801 — read as a decorator
    """Stands outside the transaction: inside, the broken transaction would be used on."""

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: type | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if isinstance(error, IntegrityError) and (sentence := sentence_of(error)):
            raise ValidationError(sentence, code="constraint") from error
