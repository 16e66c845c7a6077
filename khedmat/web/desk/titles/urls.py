"""The addresses of the lists of titles."""

from django.urls import path

from khedmat.web.desk.happenings import views as happenings
from khedmat.web.desk.titles import letter, views

urlpatterns = [
    path("titles/", views.title_lists, name="title-lists"),
    path("titles/begin/<slug:slug>/", views.begin, name="titles-begin"),
    path("titles/<int:pk>/", views.title_list, name="title-list"),
    path("titles/<int:pk>/add/", views.add, name="titles-add"),
    path("titles/<int:pk>/rows/<int:row>/", views.row, name="title-row"),
    path("titles/<int:pk>/confirm/", views.confirm, name="titles-confirm"),
    path("titles/<int:pk>/history/", happenings.title_list, name="titles-history"),
    path("titles/<int:pk>/letter/", letter.letter, name="titles-letter"),
]
