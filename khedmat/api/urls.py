"""The addresses of the API; its page for people is among the pages."""

from django.urls import URLPattern, include, path

from khedmat.api.manners import nowhere, spoken
from khedmat.api.v1 import api

found, library, name = api.urls
answered = [URLPattern(one.pattern, spoken(one.callback), name=one.name) for one in found]
urlpatterns = [path("v1/", include((answered, library), name)), path("v1/<path:rest>", nowhere)]
