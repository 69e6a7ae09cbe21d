class Unfit(Exception):
    """These words do not stand on this page as it is: another has to be laid out. Never leaves the press."""
