"""The addresses of counts at the desk."""

from django.urls import path

from khedmat.web.desk.counts import views

urlpatterns = [
    path("counts/", views.counts, name="desk-counts"),
    path("services/<int:pk>/counts/", views.service_counts, name="desk-counts-of"),
]
