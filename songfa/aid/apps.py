from django.apps import AppConfig


class AidConfig(AppConfig):
    name = "songfa.aid"
    label = "aid"
