"""A thousand certificates, three workers killed and the database once: none twice, none lost, no lie."""

import json
import subprocess
import sys
from random import SystemRandom

import pytest

from config.environment import BASE_DIR

PEOPLE = 1000
PATIENCE = 900  # seconds


@pytest.mark.timeout(PATIENCE + 60)
def test_whatever_is_killed_everybody_has_one_certificate():
    seed = SystemRandom().randrange(10**6)
    scenario = ["tests.certificates.killed", str(PEOPLE), str(seed)]
    ran = subprocess.run(
        [sys.executable, "-m", "config.services.throwaway", "-m", *scenario],
        cwd=BASE_DIR,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    assert ran.returncode == 0, f"seed {seed}: {ran.stdout[-2000:]}{ran.stderr[-4000:]}"
    told = json.loads(ran.stdout.strip().splitlines()[-1])
    assert len(told["accidents"]) == 4, told
    assert told["lies"] == [], f"seed {seed}: {told}"
    assert told["looks"] > 10
    for what in (
        "certificates",
        "people",
        "whole_files",
        "documents",
        "places",
        "issued",
        "letters",
        "shown",
    ):
        assert told[what] == PEOPLE, f"seed {seed}: {what} of {told}"
    assert told["numbers"]
    assert told["findings"] == []
