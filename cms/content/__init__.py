"""The first words of the site, in French and in Dutch: what `build_site` writes once; editors own them afterwards.

Each module says FR and NL: the fields of the page in that language. Legal texts are marked for verification.
"""
