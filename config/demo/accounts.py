"""Who can sign in to the demo, and what to try as whom."""

from config.demo.people import PASSWORD, address

WHO = [
    ("Sonia", "Martins", "jobseeker, enrolled nowhere yet: enrol online"),
    ("Yasmine", "Haddad", "learner with a certificate and a place in the next course"),
    ("Grégory", "Wallyn", "learner in the running course: hours, levels, timetable"),
    ("Lieselot", "Vermeersch", "trainer (Dutch): today's register"),
    ("Hélène", "Vandamme", "coordinator: back office, certificates"),
    ("Bram", "Dewulf", "editor (Dutch): pages of the site"),
    ("Sophie", "Delacroix", "administrator"),
    ("Karim", "Benali", "prescriber"),
    ("Els", "Maertens", "temp agency (Dutch): checks certificates"),
]


def table() -> str:
    rows = [f"  {address(given, family):<36} {what}" for given, family, what in WHO]
    return "\n".join([f"Demo accounts (password for all: {PASSWORD})", *rows])
