"""The addresses of the import desk; they stand below /desk/."""

from django.urls import path

from khedmat.web.importing.batches.beside import beside
from khedmat.web.importing.batches.report import report
from khedmat.web.importing.batches.views import batch, batches, write
from khedmat.web.importing.compare import compare
from khedmat.web.importing.pictures import picture
from khedmat.web.importing.source import source
from khedmat.web.importing.views import desk, plan

urlpatterns = [
    path("import/", desk, name="import"),
    path("import/<int:pk>/", plan, name="import-plan"),
    path("import/batches/", batches, name="batches"),
    path("import/batches/<int:pk>/", batch, name="batch"),
    path("import/batches/<int:pk>/write/", write, name="batch-write"),
    path("import/batches/<int:pk>/report/", report, name="batch-report"),
    path("import/batches/<int:pk>/beside/<int:row>/", beside, name="batch-beside"),
    path("versions/<int:pk>/source/", source, name="desk-source"),
    path("versions/<int:pk>/source/page/<int:page>.png", picture, name="desk-source-page"),
    path("versions/<int:pk>/compare/<int:upload>/<int:part>/", compare, name="desk-compare"),
]
