"""Published cards of the registry, for commands that otherwise need no database."""

import os
from collections.abc import Iterator

import django

from khedmat.cards.form import Document
from khedmat.cards.printing.paper import About

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "khedmat.site.settings")
django.setup()

from khedmat.cards.models import ServiceVersion  # noqa: E402
from khedmat.site.readiness import prepared_database  # noqa: E402

_LENGTH_OF_ID = 11


def published(numbers: list[str]) -> list[tuple[str, str, Document, About]]:
    """(what was asked, name of the file, form, what is known of it) of each number or ID that is published."""
    with prepared_database():
        return list(_published(numbers))


def _published(numbers: list[str]) -> Iterator[tuple[str, str, Document, About]]:
    versions = ServiceVersion.objects.published().for_page()
    for number in numbers:
        by = {"service__code": number} if len(number) == _LENGTH_OF_ID else {"service": int(number[:9])}
        version = versions.filter(**by).first()
        if version:
            about = About(version.service.code or None, (version.service.owner.name,))
            yield number, f"service-{version.service_id}", version.document, about
