"""What the press and the archive may answer instead of a document."""


class PressRefusal(Exception):
    """These facts cannot be printed as they are: a person must mend them.

    `sentence` says what and where. It is translated when it is read: `str()` under another active
    language gives the other language.
    """

    def __init__(self, sentence) -> None:
        super().__init__(sentence)
        self.sentence = sentence

    def __str__(self) -> str:
        return str(self.sentence)


class SealRefusal(PressRefusal):
    """The key of the seal may not be used here, or is not at hand: nothing is printed, nothing is written."""


class TokenFault(Exception):
    """Why the key of the seal cannot be used: one English sentence for the operator."""


class PressFault(Exception):
    """The press itself is out of order (a library, a font, a template): for the operator, in English."""


class DocumentAltered(Exception):
    """The stored file is no longer the one that was printed, or is gone."""
