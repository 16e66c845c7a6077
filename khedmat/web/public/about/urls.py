"""About the registry and about these pages."""

from django.urls import path

from khedmat.web.public.about import statements, statistics

urlpatterns = [
    path("statistics/", statistics.page, name="statistics"),
    path("statistics.csv", statistics.table, name="statistics-table"),
    path("accessibility/", statements.accessibility, name="accessibility"),
    path("privacy/", statements.privacy, name="privacy"),
]
