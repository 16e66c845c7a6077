"""The app of this package."""

from django.apps import AppConfig


class ImportingConfig(AppConfig):
    name = "khedmat.importing"
