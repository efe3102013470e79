"""What the inspection says when it does not let a file in."""

from django.core.exceptions import ValidationError


class NotAccepted(ValidationError):
    """A file is not let in; the sentence says why and what to do. A form shows it next to its field."""

    def __init__(self, sentence: str, code: str) -> None:
        super().__init__(sentence, code=code)
        self.sentence = sentence
