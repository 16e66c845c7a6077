"""The app of this package."""

from django.apps import AppConfig

from khedmat.web.empty_boxes import say_in_our_words
from khedmat.web.speaking import keep_words


class WebConfig(AppConfig):
    name = "khedmat.web"

    def ready(self) -> None:
        keep_words()
        say_in_our_words()
