"""`python -m tests.certificates.killed PEOPLE SEED`, for test_killed.

Runs under `config.services.throwaway`: a PostgreSQL of its own, which the supervisor there starts again when
it dies, as in `bin/run`.
"""

import os
import sys

import django


def main() -> None:
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.certificates.killed.settings"
    django.setup()
    from tests.certificates.killed import scenario

    if sys.argv[1] == "work":
        scenario.work(int(sys.argv[2]))
    else:
        scenario.play(int(sys.argv[1]), int(sys.argv[2]))


main()
