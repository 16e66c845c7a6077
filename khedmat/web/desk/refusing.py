"""A refusal on the page to which a button leads back."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest


def tell(request: HttpRequest, refusal: ValidationError) -> None:
    """Each unmet condition is a message of its own."""
    for sentence in refusal.messages:
        messages.error(request, sentence)
