from accounts.models.commune import Commune
from accounts.models.message import Message
from accounts.models.organisation import Membership, Organisation
from accounts.models.person import Person
from accounts.models.user import User

__all__ = ["Commune", "Membership", "Message", "Organisation", "Person", "User"]
