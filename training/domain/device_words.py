"""What the pages say on a device without network, in the language of the moment: scripts hold no words."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

NAME = {"name": "{name}"}  # sentences that pages say too


def words() -> dict[str, str]:
    """By the names the scripts know; what stands in braces is theirs to fill in."""
    return _about_saving() | _about_the_register() | _about_signing()


def _about_saving() -> dict[str, str]:
    return {
        "saved": _("All is saved at Grenstaal, {time}."),
        "waiting": _("On this device, not yet at Grenstaal: {what}."),
        "one_mark": ngettext("{number} mark", "{number} marks", 1),
        "marks": ngettext("{number} mark", "{number} marks", 2),
        "one_signature": ngettext("{number} signature", "{number} signatures", 1),
        "signatures": ngettext("{number} signature", "{number} signatures", 2),
        "both": _("{marks} and {signatures}"),
        "offline": _("No network. What you note is kept on this device."),
        "signed_out": _("Sign in again to send what is on this device: {what}. Nothing is lost."),
        "sign_in": _("Sign in"),
        "refused": _("Not written: {name}. {sentence}"),
        "refused_there": _("Lesson of {day}, {hours}. Noted without network, and not written: {number}."),
        "read_why": _("Read why"),
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
        "exception": pgettext("mark, button", "Other"),
        "exception_said": pgettext("mark, button", "Other: late, left early, another reason"),
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
        "announced": _("absence announced"),
        "on_device": _("on this device only"),
        "opens": _("The register opens at {time}."),
        "close_later": _("You close the register when the network is back."),
        "see_register": _("Take the register"),
    }


def _about_signing() -> dict[str, str]:
    return {
        "let_sign": _("Let people sign"),
        "signing_title": _("Sign for this lesson"),
        "signed": pgettext("mark", "signed"),
        "who_are_you": _("Sign: who are you?"),
        "everybody_signed": _("Everybody has signed"),
        "number_signed": _("Signed: {number}"),
        "back_to_trainer": _("Back to the trainer"),
        "has_signed": _("%(name)s has signed.") % NAME,
        "i_was_there": _("I was in the lesson of {day}, {hours}."),
        "sign_here": _("Sign here with your finger."),
        "field": _("Field for your signature. You can also type your name below."),
        "begin_again": pgettext("signature", "Begin again"),
        "or_type": _("Or type your name"),
        "your_name": _("First name and name"),
        "it_is_me": _("It is me, and I was there"),
        "sign": pgettext("button", "Sign"),
        "not_me": _("This is not me"),
        "sign_or_type": _("Sign in the field above, or type your name."),
        "own_name": _("Type your own name: %(name)s.") % NAME,
        "tick_the_box": _("Tick this box: it is you who signs."),
    }
