"""The people of a group matter: lists of them, what each got, who joins and leaves, letters to all."""

from django.urls import path

from songfa.web.desk.files.group import amounts, letters, lists, money, people
from songfa.web.desk.files.group.frame import told

__all__ = ["told", "urls"]

BASE = "files/<uuid:file>/recipients/"
urls = [
    path(BASE, money.recipients, name="file_recipients"),
    path(f"{BASE}against/", people.adverse, name="file_adverse"),
    path(f"{BASE}list/", lists.upload, name="file_list_upload"),
    path(f"{BASE}template.xlsx", lists.template, name="file_list_template"),
    path(f"{BASE}list/<uuid:list>/", lists.read, name="file_list"),
    path(f"{BASE}list/<uuid:list>/bad.xlsx", lists.bad_rows, name="file_list_bad"),
    path(f"{BASE}amounts/", amounts.upload, name="file_amounts"),
    path(f"{BASE}amounts/sheet.xlsx", amounts.sheet, name="file_amounts_sheet"),
    path(f"{BASE}amounts/<uuid:sheet>/", amounts.read, name="file_amounts_read"),
    path(f"{BASE}amounts/<uuid:sheet>/bad.xlsx", amounts.bad_rows, name="file_amounts_bad"),
    path(f"{BASE}add/", people.join, name="file_recipient_add"),
    path(f"{BASE}<uuid:recipient>/leave/", people.leave, name="file_recipient_leave"),
    path(f"{BASE}letters/", letters.issue, name="file_letters"),
    path(f"{BASE}letters/<uuid:batch>/", letters.batch, name="file_batch"),
    path(f"{BASE}letters/<uuid:batch>/all.pdf", letters.batch_pdf, name="file_batch_pdf"),
]
