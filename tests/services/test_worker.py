"""What a worker holds before it forks is shared by its processes."""

import subprocess
import sys

SCRIPT = """
import gc, sys
from config import celery
import django
django.setup()
celery.worker_init.send(None)
print("weasyprint" in sys.modules, "cms.views.pages" in sys.modules, gc.get_freeze_count() > 10_000)
"""


def test_the_press_and_the_pages_are_loaded_and_frozen():
    found = subprocess.run([sys.executable, "-c", SCRIPT], capture_output=True, text=True, check=True)
    assert found.stdout.split() == ["True"] * 3
