"""What the pages say on a device without network, in the language of the moment: scripts hold no words."""

from django.utils.translation import gettext as _
from django.utils.translation import pgettext


def words() -> dict[str, str]:
    """By the names the scripts know; {number}, {time}, {name} and {minutes} are theirs to fill in."""
    return _about_saving() | _about_the_register()


def _about_saving() -> dict[str, str]:
    return {
        "saved": _("All is saved at Grenstaal, {time}."),
        "waiting": _("Saved on this device. Waiting for the network: {number}."),
        "offline": _("No network. What you note is kept on this device."),
        "signed_out": _("Sign in again to send what is on this device: {number}. Nothing is lost."),
        "sign_in": _("Sign in"),
        "refused": _("Not written: {name}. {sentence}"),
        "not_yours": _("This register is no longer yours."),
        "read": _("I have read this"),
        "try_again": _("Try the network again"),
    }


def _about_the_register() -> dict[str, str]:
    return {
        "title": _("Register"),
        "today": _("Today"),
        "no_registers": _("No register is on this device."),
        "no_registers_why": _(
            "With network, sign in and open “Today”: "
            "the registers of today and tomorrow come onto the device."
        ),
        "this_one_is_not_here": _("This page needs the network."),
        "everybody": _("Everybody is present"),
        "everybody_counts": _("Everybody counts as present. Tap only who is not, or not all the time."),
        "people": _("People on the register"),
        "find": _("Find somebody"),
        "present": pgettext("mark", "present"),
        "absent": pgettext("mark", "absent"),
        "late": pgettext("mark", "Late"),
        "absent_because": pgettext("mark", "Absent"),
        "exception": pgettext("button", "Absent, late"),
        "change": pgettext("mark", "Change"),
        "present_all_the_time": _("Present all the time"),
        "minutes": _("{minutes} min"),
        "minutes_late": _("{minutes} min late"),
        "minutes_early": _("left {minutes} min early"),
        "late_in_minutes": _("Late, in minutes"),
        "early_in_minutes": _("Left early, in minutes"),
        "save_minutes": _("Save the minutes"),
        "wrong_minutes": _("Between 0 and {number} minutes together."),
        "leave": _("Leave as it is"),
        "undo": _("Undo"),
        "number_present": _("Present: {number}"),
        "number_absent": _("Absent: {number}"),
        "on_device": _("on this device only"),
        "opens": _("The register opens at {time}."),
        "close_later": _("You close the register when the network is back."),
        "see_register": _("Take the register"),
    }
