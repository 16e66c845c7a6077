"""The addresses of steps for several cards."""

from django.urls import path

from khedmat.web.desk.bulk import views

urlpatterns = [path("bulk/", views.bulk, name="bulk"), path("bulk/<int:pk>/", views.run, name="bulk-run")]
