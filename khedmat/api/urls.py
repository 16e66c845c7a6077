"""The addresses of the API; its page for people is among the pages."""

from django.urls import path

from khedmat.api.v1 import api

urlpatterns = [path("v1/", api.urls)]
