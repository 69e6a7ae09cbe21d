"""The roof as a Django app: its management commands, checks and words."""

from importlib import import_module

from django.apps import AppConfig


class RoofConfig(AppConfig):
    name = "config"
    label = "roof"

    def ready(self) -> None:
        import_module("config.celery")  # a task sent from a page must find our broker
