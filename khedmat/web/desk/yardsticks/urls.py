"""The addresses of the yardsticks."""

from django.urls import path

from khedmat.web.desk.yardsticks import views

urlpatterns = [
    path("yardsticks/", views.yardsticks, name="yardsticks"),
    path("yardsticks/limits.<slug:kind>", views.table, name="limits-table"),
]
