"""The people of the demo school. Every name is invented; every address ends in example.org."""

from datetime import date
from functools import cache

from django.contrib.auth.hashers import make_password

from accounts.domain import people, roles
from accounts.enums import Language, Role
from accounts.models import Commune, Organisation, Person, User

PASSWORD = "grenstaal-demo"
UNACCENTED = str.maketrans("éèêëàâîïôöûüç", "eeeeaaiioouuc")

# given name, family name, language, role, organisation key
STAFF = [
    ("Sophie", "Delacroix", "fr", Role.ADMINISTRATOR, "operator"),
    ("Hélène", "Vandamme", "fr", Role.COORDINATOR, "operator"),
    ("Bram", "Dewulf", "nl", Role.EDITOR, "operator"),
    ("Lieselot", "Vermeersch", "nl", Role.TRAINER, "taalwerk"),
    ("Matthieu", "Carpentier", "fr", Role.TRAINER, "atelier"),
    ("Katrien", "Debaene", "nl", Role.TRAINER, "atelier"),
    ("Karim", "Benali", "fr", Role.PRESCRIBER, "prescriber"),
    ("Els", "Maertens", "nl", Role.AGENCY_MEMBER, "polder"),
    ("Wout", "Deceuninck", "nl", Role.AGENCY_MEMBER, "zilt"),
    ("Tine", "Ryckewaert", "nl", Role.AGENCY_MEMBER, "steiger"),
]

# given name, family name, birth date, INSEE commune, France Travail identifier or why there is none
LEARNERS = """
Yasmine|Haddad|1994-03-12|59183|1234567A
Thomas|Leroy|1988-07-30|59183|2345678B
Aïcha|Traoré|1990-11-02|59155|3456789C
Kevin|Dubois|1997-05-19|59340|45678901234
Maria|Ferreira|1979-09-08|59183|5678901E
Julien|Vandenbroucke|1992-02-28|59309|6789012F
Fatou|Diallo|1999-12-24|59183|FORGOTTEN
Nicolas|Marchand|1985-06-17|62193|7890123G
Inès|Belkacem|2001-01-05|59273|8901234H
Ludovic|Caron|1975-04-21|59067|90123456789
Oksana|Melnyk|1991-08-14|59183|0123456J
Jean-Baptiste|Deschodt|1983-10-03|59272|1122334K
Samira|Ouali|1996-06-29|59183|2233445L
Grégory|Wallyn|1989-03-03|59340|3344556M
Élodie|Lefebvre|1993-12-11|59016|4455667N
Mamadou|Sow|1998-09-27|59183|NOT_REGISTERED
Céline|Baert|1981-05-06|59309|55667788990
Antoine|Fournier|1995-01-23|62193|6677889P
Nadège|Lemaire|1987-11-18|59155|7788990Q
Hugo|Pruvost|2000-07-07|59183|8899001R
Rachid|Amrani|1984-02-09|59183|9900112S
Delphine|Vasseur|1990-10-30|59273|1011121T
Bilal|Cherif|1997-03-25|59340|1213141U
Sandrine|Noël|1978-08-02|59183|1415161V
Moussa|Keïta|1994-05-15|59183|1617181W
Laura|Ghesquière|1999-04-10|59162|1819202X
Pierre|Decool|1986-12-01|59309|2021222Y
Amel|Mansouri|1992-07-21|59183|2223242Z
Florian|Delattre|1996-11-09|62193|24252627282
Zoé|Monteyne|2002-02-14|59067|2627282A
Abdel|Rahmani|1982-06-05|59183|2829303B
Virginie|Coudeville|1988-09-13|59155|3031323C
Stéphane|Peene|1976-01-31|59272|3233343D
Leïla|Saïdi|1995-10-20|59183|3435363E
Romain|Bultez|1993-04-04|59340|3637383F
Fanny|Dehaene|1998-08-08|59273|3839404G
Ousmane|Ba|1991-03-17|59183|4041424H
Christelle|Plaetevoet|1980-12-27|59016|4243444J
Dylan|Verhaeghe|2001-05-30|59309|4445464K
Sonia|Martins|1987-07-11|59183|4647484L
""".strip()


def build_staff(organisations: dict[str, Organisation]) -> dict[str, User]:
    """Accounts with their roles, by given name. Idempotent."""
    staff = {}
    for given, family, language, role, organisation in STAFF:
        user = account(given, family, language)
        roles.grant(user=user, organisation=organisations[organisation], role=role, by=None, manager=True)
        staff[given] = user
    return staff


def build_learners() -> list[Person]:
    """Learners with an account and a file, in the order of the list. Idempotent."""
    return [learner(*line.split("|")) for line in LEARNERS.splitlines()]


def enter_twice(learners: list[Person]) -> Person:
    """Somebody was entered once more at the desk, with the names turned round and no account. Idempotent."""
    known = next(one for one in learners if one.family_name == "Caron")
    names = {"given_name": known.family_name, "family_name": known.given_name}
    facts = {"commune": known.commune, "phone": "+33639980123"}
    return Person.objects.get_or_create(birth_date=known.birth_date, **names, defaults=facts)[0]


def learner(given: str, family: str, born: str, insee: str, identifier: str) -> Person:
    user = account(given, family, Language.FRENCH)
    reason = identifier if identifier.isalpha() or "_" in identifier else ""
    person, _ = Person.objects.get_or_create(
        user=user,
        defaults={
            "given_name": given,
            "family_name": family,
            "birth_date": date.fromisoformat(born),
            "commune": Commune.objects.get(code=insee),
            "france_travail_identifier": "" if reason else identifier,
            "france_travail_missing": reason,
        },
    )
    return person


def account(given: str, family: str, language: str) -> User:
    """An account whose address is confirmed; all share the demo's password, hashed once."""
    user = people.open_account(
        email=address(given, family), first_name=given, last_name=family, language=language, confirmed=True
    )
    user.password = hashed_password()
    user.save(update_fields=["password"])
    return user


def address(given: str, family: str) -> str:
    return f"{given}.{family}@example.org".lower().translate(UNACCENTED).replace(" ", "")


@cache
def hashed_password() -> str:
    return make_password(PASSWORD)
