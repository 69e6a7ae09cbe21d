"""What is loaded once, before a server forks: its processes share this memory instead of each loading it."""

import gc
from importlib import import_module

from django.conf import settings
from django.urls import get_resolver
from django.utils.translation import gettext, override


def load(*modules: str) -> None:
    """These modules, the addresses and the words of each language; then the collector is told to leave all
    that alone, so that its pages stay shared. Opens no connection: two processes may not use the same.
    """
    for module in modules:
        import_module(module)
    for code, _name in settings.LANGUAGES:
        with override(code):
            gettext("")
            get_resolver().reverse_dict  # noqa: B018 - asking makes it
    gc.collect()
    gc.freeze()
