"""The fields of a person's file in a form: for whoever enrols, for the office, for who refers somebody."""

IDENTITY = ["given_name", "family_name", "birth_date"]
HOME = ["place", "commune", "france_travail_missing", "france_travail_identifier", "phone"]
FILE = [*IDENTITY, *HOME, "language"]
