"""The addresses of the import desk; they stand below /desk/."""

from django.urls import path

from khedmat.web.importing.compare import compare
from khedmat.web.importing.source import source
from khedmat.web.importing.views import desk, plan

urlpatterns = [
    path("import/", desk, name="import"),
    path("import/<int:pk>/", plan, name="import-plan"),
    path("versions/<int:pk>/source/", source, name="desk-source"),
    path("versions/<int:pk>/compare/<int:upload>/<int:part>/", compare, name="desk-compare"),
]
