"""The app of this package."""

from django.apps import AppConfig

from khedmat.web.speaking import keep_words


class WebConfig(AppConfig):
    name = "khedmat.web"

    def ready(self) -> None:
        keep_words()
