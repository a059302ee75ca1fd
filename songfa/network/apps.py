from django.apps import AppConfig


class NetworkConfig(AppConfig):
    name = "songfa.network"
    label = "network"
