"""Which fields a person's file has in a form: for whoever enrols, for the office and for who refers somebody."""

IDENTITY = ["given_name", "family_name", "birth_date"]
HOME = ["place", "commune", "france_travail_missing", "france_travail_identifier", "phone"]
FILE = [*IDENTITY, *HOME, "language"]
