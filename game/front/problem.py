"""What a person is told when something cannot be done: a sentence, never a traceback."""


class Problem(Exception):  # noqa: N818 - a word people know
    """Something cannot be done: what, where, and what to do, in the language in use.

    `code` is the exit code of the command: 1 when something is wrong with what was given, 2 when the
    command cannot run at all.
    """

    def __init__(self, sentence: str, code: int = 2) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.code = code
