"""Throws the demo's data away and loads the demo school again. Beside a running `bin/run`, or on its own."""

import shutil

from config import environment
from config.services import postgres, preflight, prepare
from config.services.console import Refusal, say, stop_with
from config.services.run import preparation, start_services
from config.services.supervisor import StopAsked, Supervisor

FOLDERS_OF_THE_DEMO = ("media", "documents", "mail")


def main() -> None:
    try:
        refuse_elsewhere()
        with Supervisor() as supervisor:
            if not postgres.answers(environment.EMBEDDED):
                preflight.lock(environment.VAR_DIR / "run.lock")
                start_services(supervisor)
            empty_database()
            empty_folders()
            supervisor.run_step(preparation())
        say("The demo school is as on its first day.")
    except StopAsked:
        stop_with(Refusal("stopped halfway. Type bin/reset-demo again"))
    except Refusal as refusal:
        stop_with(refusal)


def refuse_elsewhere() -> None:
    if not (environment.DEMO and environment.USES_EMBEDDED_DATABASE):
        raise Refusal("this is not the demo on its embedded database, nothing was touched")


def empty_database() -> None:
    with postgres.connect(environment.EMBEDDED, postgres.DATABASE) as connection:
        connection.execute("DROP SCHEMA public CASCADE")
        connection.execute("CREATE SCHEMA public")


def empty_folders() -> None:
    for name in FOLDERS_OF_THE_DEMO:
        shutil.rmtree(environment.VAR_DIR / name, ignore_errors=True)
    prepare.ACCOUNTS_FILE.unlink(missing_ok=True)


if __name__ == "__main__":
    main()
