"""The whole of Grenstaal behind `bin/run`: its servers, web, worker, signer and beat in the foreground."""

import argparse
import http.client
import os
import signal
import time
from pathlib import Path

from config import environment
from config.services import postgres, preflight, prepare, valkey
from config.services.child import Recipe, python
from config.services.console import Refusal, say, stop_with
from config.services.supervisor import StopAsked, Supervisor

USERS_STAGE = 2
SIGNER = {"GRENSTAAL_SIGNER": "1"}  # of the two processes that may read the keys; nobody inherits it
ANYWHERE = {"0.0.0.0": "127.0.0.1", "::": "::1"}


def main() -> None:
    options = read_options()
    began = time.monotonic()
    speak_for(options.host, options.port)
    try:
        look_around(options)
        with Supervisor() as supervisor:
            try:
                start_services(supervisor)
                if options.services:
                    say(f"PostgreSQL and Valkey run in {environment.EMBEDDED.sockets}. Ctrl-C stops them.")
                else:
                    start_users(supervisor, options)
                    announce(time.monotonic() - began)
                supervisor.watch()
            except StopAsked:
                say("Stopping: running work is finished first. Ctrl-C again stops at once.")
        say("Stopped. Nothing is left running, the data is kept.")
    except Refusal as refusal:
        stop_with(refusal)


def read_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="bin/run", description=__doc__)
    parser.add_argument("--port", type=a_port, default=8000, help="port of the website (8000)")
    parser.add_argument(
        "--host", default="127.0.0.1", help="address to listen on (127.0.0.1; 0.0.0.0 for all)"
    )
    parser.add_argument("--services", action="store_true", help="only PostgreSQL and Valkey, no website")
    return parser.parse_args()


def a_port(text: str) -> int:
    if text.isascii() and text.isdigit() and 0 < int(text) < 1 << 16:
        return int(text)
    raise argparse.ArgumentTypeError(f"a port is a number from 1 to 65535, not {text!r}")


def speak_for(host: str, port: int) -> None:
    """Tell the children the address people will use, unless the environment already does."""
    for name in SIGNER:
        os.environ.pop(name, None)
    os.environ.setdefault("SITE_URL", f"http://localhost:{port}")
    if environment.DEMO and host in ANYWHERE:
        os.environ.setdefault("ALLOWED_HOSTS", "*")


def look_around(options: argparse.Namespace) -> None:
    preflight.check_libraries()
    preflight.check_writable(environment.VAR_DIR)
    preflight.check_space(environment.EMBEDDED.root)
    preflight.lock(environment.VAR_DIR / "run.lock")
    if not options.services:
        preflight.check_port(options.host, options.port)


def start_services(supervisor: Supervisor) -> None:
    place = environment.EMBEDDED
    if environment.USES_EMBEDDED_DATABASE:
        postgres.prepare(place)
        supervisor.start(postgres.recipe(place))
        postgres.ensure_database(place)
    else:
        preflight.check_database()
    if environment.USES_EMBEDDED_VALKEY:
        valkey.prepare(place)
        supervisor.start(valkey.recipe(place))


def start_users(supervisor: Supervisor, options: argparse.Namespace) -> None:
    """The website first: the person at the browser waits for it, nobody waits for the worker."""
    if prepare.is_needed():
        supervisor.run_step(preparation())
    supervisor.start(web(options.host, options.port))
    supervisor.start(worker())
    supervisor.start(signer())
    supervisor.start(beat())


def preparation() -> Recipe:
    """As the signer: the demo school issues certificates."""
    argv = python("-m", "config.services.prepare")
    return Recipe("prepare", argv, env=SIGNER if environment.DEMO else {}, stage=USERS_STAGE)


def web(host: str, port: int) -> Recipe:
    return Recipe(
        name="web",
        argv=python("-m", "config.services.web", host, str(port)),
        stage=USERS_STAGE,
        is_ready=lambda: answers(ANYWHERE.get(host, host), port),
    )


def worker(name: str = "worker", env: dict[str, str] | None = None) -> Recipe:
    """Ctrl-C lets the running task end; when the supervisor is killed the task goes back to the broker."""
    return Recipe(
        name=name,
        argv=python(
            *("-W", "ignore:You're running the worker with superuser"),  # the demo may be root's
            *("-m", "config.services.worker", name),
        ),
        env=env or {},
        stage=USERS_STAGE,
        orphan_signal=signal.SIGQUIT,
        grace=60,
    )


def signer() -> Recipe:
    """The only worker that has the keys."""
    return worker("signer", env=SIGNER)


def beat() -> Recipe:
    schedule = environment.VAR_DIR / "celerybeat-schedule"
    return Recipe(name="beat", argv=python("-m", "config.clock", str(schedule)), stage=USERS_STAGE)


def answers(host: str, port: int) -> bool:
    """Any answer will do: a page that fails is not a server that is not there."""
    line = http.client.HTTPConnection(host, port, timeout=20)
    try:
        line.request("GET", "/", headers={"Host": f"localhost:{port}"})
        line.getresponse().read()
    except OSError:
        return False
    finally:
        line.close()
    return True


def announce(seconds: float) -> None:
    address = os.environ["SITE_URL"]
    say()
    say(f"Grenstaal is open after {seconds:.1f} s:  {address}")
    if environment.DEMO:
        say(f"The mails it sent are at:       {address}/demo/mail/")
        say()
        say(Path(prepare.ACCOUNTS_FILE).read_text().rstrip())
    say()
    say("Ctrl-C stops everything and keeps the data.")


if __name__ == "__main__":
    main()
