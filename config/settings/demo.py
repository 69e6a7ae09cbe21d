"""The demo school on one machine: everything embedded, mails readable in the browser."""

from config.settings.base import *  # noqa: F403
