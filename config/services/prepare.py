"""Brings the database, the catalogues and the static files up to this code. `bin/run` runs it as one step.

One process for all of it: Django starts once. What was prepared last is noted on a table of the database
itself, so that a start with nothing new skips this, and a restored or emptied database does not.
"""

import hashlib
import io
import os
from pathlib import Path

from config import environment
from config.services import preflight, tables
from config.services.catalogues import compile_catalogues
from config.services.console import Refusal, say, stop_with
from config.services.database import open_database

CODE_FOLDERS = (
    "accounts",
    "certificates",
    "cms",
    "config",
    "documents",
    "training",
    "locale",
    "static",
    "templates",
)
ACCOUNTS_FILE = environment.VAR_DIR / "demo-accounts.txt"


def main() -> None:
    try:
        preflight.check_database()
    except Refusal as refusal:
        stop_with(refusal)
    bring_up_to_date()


def bring_up_to_date() -> None:
    fingerprint = code_fingerprint()
    compile_catalogues()
    lay_first_tables()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    import django

    django.setup()
    from django.core.management import call_command

    say("bringing the tables up to date")
    call_command("migrate", interactive=False, verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    call_command("load_reference", verbosity=0)
    if environment.DEMO:
        say("opening the demo school (the first time takes up to a minute)")
        accounts = io.StringIO()
        call_command("load_demo", print_accounts=True, verbosity=0, stdout=accounts)
        ACCOUNTS_FILE.write_text(accounts.getvalue())
    else:
        call_command("open_site")
    with open_database() as connection:
        connection.execute(f"COMMENT ON TABLE django_migrations IS 'prepared for {fingerprint}'")


def lay_first_tables() -> None:
    """Only in a database of our own: on a server of somebody's, every migration is seen to run."""
    with open_database() as connection:
        if environment.USES_EMBEDDED_DATABASE and tables.are_missing(connection):
            tables.lay(connection)


def is_needed() -> bool:
    """Whether the code, or the database, is not the one that was prepared last."""
    if not (environment.VAR_DIR / "static").exists() or (environment.DEMO and not ACCOUNTS_FILE.exists()):
        return True
    with open_database() as connection:
        row = connection.execute("SELECT obj_description(to_regclass('django_migrations'))").fetchone()
    return row[0] != f"prepared for {code_fingerprint()}"


def code_fingerprint() -> str:
    """Changes when any file of ours does: names, sizes and times, a few milliseconds for the whole tree."""
    digest = hashlib.sha256()
    for path in sorted(code_files()):
        facts = path.stat()
        digest.update(
            f"{path.relative_to(environment.BASE_DIR)} {facts.st_size} {facts.st_mtime_ns}\n".encode()
        )
    return digest.hexdigest()


def code_files() -> list[Path]:
    files = [environment.BASE_DIR / "requirements.txt"]
    for name in CODE_FOLDERS:
        for folder, _, names in os.walk(environment.BASE_DIR / name):
            files += [Path(folder) / file for file in names if not file.endswith((".pyc", ".mo"))]
    return files


if __name__ == "__main__":
    main()
