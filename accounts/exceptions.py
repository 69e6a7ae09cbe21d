"""What a verb of this floor may refuse, always with a sentence a person can read."""


class Refusal(Exception):
    """A verb says no. `str()` is a translated sentence in the language of the moment; nothing was written."""

    def __init__(self, sentence: str, *, code: str = "") -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.code = code

    def __str__(self) -> str:
        return str(self.sentence)
