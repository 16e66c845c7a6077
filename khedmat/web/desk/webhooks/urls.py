"""The addresses of webhooks at the desk."""

from django.urls import path

from khedmat.web.desk.webhooks import views

urlpatterns = [
    path("webhooks/", views.webhooks, name="webhooks"),
    path("webhooks/new/", views.new, name="webhook-new"),
    path("webhooks/<int:pk>/", views.webhook, name="webhook"),
    path("webhooks/<int:pk>/secret/", views.secret, name="webhook-secret"),
    path("webhooks/<int:pk>/messages/<int:delivery>/send/", views.resend, name="webhook-resend"),
    path("webhooks/<int:pk>/<slug:name>/", views.move, name="webhook-move"),
]
