from accounts.models.commune import Commune
from accounts.models.difference import Difference
from accounts.models.letter_text import LetterText
from accounts.models.message import Message
from accounts.models.organisation import Membership, Organisation
from accounts.models.person import Person
from accounts.models.stopped_letter import StoppedLetter
from accounts.models.user import User

__all__ = [
    "Commune",
    "Difference",
    "LetterText",
    "Membership",
    "Message",
    "Organisation",
    "Person",
    "StoppedLetter",
    "User",
]
