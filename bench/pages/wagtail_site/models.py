"""One kind of page."""

from django.db import models
from wagtail.models import Page


class ServicePage(Page):
    """Title and description of a service."""

    description = models.TextField()
