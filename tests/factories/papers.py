"""Stored files and lists of permits."""

import hashlib

import factory

from khedmat.files.models import StoredFile
from tests.factories.cards import NOW


class StoredFileFactory(factory.django.DjangoModelFactory):
    """The row alone: no content on disk."""

    name = factory.Sequence("form-{}.html".format)
    sha256 = factory.LazyAttribute(lambda file: hashlib.sha256(file.name.encode()).hexdigest())
    media_type = "text/html"
    size = 10
    content = factory.LazyAttribute(lambda file: f"{file.sha256[:2]}/{file.sha256[2:]}")
    created_at = NOW

    class Meta:
        model = StoredFile
