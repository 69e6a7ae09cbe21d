"""gettext without guesses: a new sentence comes without a translation rather than with a similar one's."""

from django.core.management.commands import makemessages


class Command(makemessages.Command):
    msgmerge_options = [*makemessages.Command.msgmerge_options, "--no-fuzzy-matching"]
    xgettext_options = [*makemessages.Command.xgettext_options, "--package-name=Grenstaal"]
