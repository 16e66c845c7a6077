"""The app of this package."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "khedmat.web"
