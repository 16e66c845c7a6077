"""The addresses of provincial copies at the desk."""

from django.urls import path

from khedmat.web.desk.copies import beginning, boxes, comparing, deciding, views
from khedmat.web.desk.happenings import views as happenings

urlpatterns = [
    path("copies/", views.copies, name="copies"),
    path("copies/new/", beginning.new, name="copy-new"),
    path("copies/begin/", beginning.begin, name="copy-begin"),
    path("copies/<int:pk>/", views.copy, name="copy"),
    path("copies/<int:pk>/history/", happenings.copy, name="copy-history"),
    path("copies/<int:pk>/compare/", comparing.compare, name="copy-compare"),
    path("copies/<int:pk>/boxes/<str:name>/", boxes.box, name="copy-box"),
    path("copies/<int:pk>/<slug:name>/", deciding.decide, name="copy-decide"),
]
