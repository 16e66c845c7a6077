"""Where each address leads; pages and the API keep their own."""

from django.urls import include, path

urlpatterns = [path("api/", include("khedmat.api.urls")), path("", include("khedmat.web.urls"))]
