from django.apps import AppConfig


class AccessConfig(AppConfig):
    name = "songfa.access"
    label = "access"
