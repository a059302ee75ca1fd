from django.apps import AppConfig


class OutreachConfig(AppConfig):
    name = "songfa.outreach"
    label = "outreach"
