from django.apps import AppConfig


class AuditConfig(AppConfig):
    name = "songfa.audit"
    label = "audit"
