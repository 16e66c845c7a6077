"""The app of this package."""

from django.apps import AppConfig


class ApiConfig(AppConfig):
    name = "khedmat.api"
