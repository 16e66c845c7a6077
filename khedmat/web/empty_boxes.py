"""What an empty or ill-formed box is told where its form has no words of its own: Django's Persian is a translation."""

from django import forms
from django.core.validators import validate_email
from django.utils.translation import gettext_lazy as _

REQUIRED = _("این خانه خالی است؛ آن را پر کنید.")
NO_ADDRESS = _("این نشانی رایانامه درست نیست؛ نمونه: name@example.ir")


def say_in_our_words() -> None:
    forms.Field.default_error_messages = {"required": REQUIRED}
    validate_email.message = NO_ADDRESS
