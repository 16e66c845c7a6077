"""Addresses of the entries of the registers, and of their data beside their pages."""

from django.urls import path

from khedmat.web.public import linked_entries as entries

DOCUMENT, SYSTEM, AUDIENCE = ({"name": name} for name in entries.KINDS)
urlpatterns = [
    path("id/document/<slug:slug>/", entries.thing, DOCUMENT, name="document-thing"),
    path("id/document/<slug:slug>", entries.thing, DOCUMENT, name="document-name"),
    path("id/system/<slug:slug>/", entries.thing, SYSTEM, name="system-thing"),
    path("id/system/<slug:slug>", entries.thing, SYSTEM, name="system-name"),
    path("id/audience/<slug:slug>/", entries.thing, AUDIENCE, name="audience-thing"),
    path("id/audience/<slug:slug>", entries.thing, AUDIENCE, name="audience-name"),
    path("id/element/<slug:slug>/", entries.element_thing, name="element-thing"),
    path("id/element/<slug:slug>", entries.element_thing, name="element-name"),
    path("documents/<slug:slug>/data.<slug:kind>", entries.data, DOCUMENT, name="document-data"),
    path("systems/<slug:slug>/data.<slug:kind>", entries.data, SYSTEM, name="system-data"),
    path("audiences/<slug:slug>/data.<slug:kind>", entries.data, AUDIENCE, name="audience-data"),
    path("elements/<slug:slug>/data.<slug:kind>", entries.element, name="element-data"),
]
