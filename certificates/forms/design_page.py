"""What the page of a draft shows of its form: each text with its troubles, and all of them at the top."""

from django.utils.functional import cached_property

from certificates.forms.templates import DesignForm, Entry, Named


class DesignPage:
    def __init__(self, form: DesignForm) -> None:
        self.form = form

    @cached_property
    def strings(self) -> list[Named]:
        return list(self.form.strings())

    @cached_property
    def signatories(self) -> list[Entry]:
        return self.form.signatory_rows()

    @cached_property
    def logos(self) -> list[Entry]:
        return self.form.logo_rows()

    @property
    def lacking(self) -> list[tuple[str, str]]:
        """Where on the page, and what keeps the draft from being published."""
        texts = [
            (text.field.auto_id, said) for one in self.strings for text in one.texts for said in text.troubles
        ]
        rows = [(row.prefix, said) for row in (*self.signatories, *self.logos) for said in row.troubles]
        looks = [(f"choose-{name}", said) for name in ("layout", "emblem") for said in self.form[name].errors]
        return [*looks, *texts, *self.programme, *rows]

    @cached_property
    def programme(self) -> list[tuple[str, str]]:
        field = self.form["programme"]
        return [(field.auto_id, said) for said in self.form.troubles_of_programme()]
