"""The addresses of attachments at the desk."""

from django.urls import path

from khedmat.web.desk.attachments import views

urlpatterns = [
    path("versions/<int:pk>/attach/", views.to_version, name="desk-attach"),
    path("titles/<int:pk>/attach/", views.to_titles, name="titles-attach"),
    path("attachments/<int:pk>/", views.download, name="attachment"),
    path("attachments/<int:pk>/take-away/", views.take_away, name="attachment-end"),
]
