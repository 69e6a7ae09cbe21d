"""What the first start does with the scripts and styles: each gets the name of its contents, and what they
import is found.
"""

import json

import pytest
from django.core.management import call_command


@pytest.mark.parametrize("storage", ["NamedFiles", "SqueezedFiles"])
def test_every_file_is_collected_and_finds_what_it_imports(storage, settings, tmp_path):
    settings.STATIC_ROOT = tmp_path
    backend = {"BACKEND": f"config.static_files.{storage}"}
    settings.STORAGES = settings.STORAGES | {"staticfiles": backend}
    call_command("collectstatic", interactive=False, verbosity=0)
    named = json.loads((tmp_path / "staticfiles.json").read_text())["paths"]
    ours = {"js/enhance.js", "certificates/compact.js", "certificates/offline/page.js", "css/tokens.css"}
    assert ours <= named.keys()
    assert all((tmp_path / name).exists() for name in named.values())
