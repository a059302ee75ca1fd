"""Lawyers on duty: sessions, quick entry of one person after another, the register and its table."""

from django.urls import path

from songfa.web.desk.duty_help.boxes import duty_boxes
from songfa.web.desk.duty_help.entry import duty_session
from songfa.web.desk.duty_help.register import duty_export, duty_register
from songfa.web.desk.duty_help.row import duty_act, duty_row
from songfa.web.desk.duty_help.sessions import duty_session_new, duty_sessions

urls = [
    path("help/", duty_register, name="duty_register"),
    path("help/register.xlsx", duty_export, name="duty_export"),
    path("help/sessions/", duty_sessions, name="duty_sessions"),
    path("help/sessions/new/", duty_session_new, name="duty_session_new"),
    path("help/sessions/<uuid:session>/", duty_session, name="duty_session"),
    path("help/<uuid:asked>/forms/<slug:kind>/", duty_boxes, name="duty_boxes"),
    path("help/<uuid:asked>/", duty_row, name="duty_row"),
    path("help/<uuid:asked>/<slug:verb>/", duty_act, name="duty_act"),
]
