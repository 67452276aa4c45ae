"""Texts that are hard to read aloud: endless sentences, and signs that no voice can say."""

import re
from collections.abc import Iterator

from pydantic import BaseModel

from engine.check.easy import QUOTED, sentences
from engine.check.walk import Written, spots
from engine.content.model import Scenario
from engine.content.reader import Loaded
from engine.diagnostics import Diagnostic
from engine.language import tr

WORDS = 32
_UNSAYABLE = re.compile(r"\w+[·•]\w+|\w+\(\w+\)|\bet/ou\b|\band/or\b|\betc\b\.?|\([^)]{40,}\)|\w/\w|&")


def look(loaded: Loaded, scenario: Scenario) -> Iterator[Diagnostic]:
    return judged(loaded, scenario)


def judged(loaded: Written, content: BaseModel) -> Iterator[Diagnostic]:
    """Advice on the texts of some content; sources and dates are never read aloud."""
    for spot in spots(content):
        if spot.key in QUOTED:
            continue
        for register, text in (("fr", spot.text.fr), ("en", spot.text.en)):
            if not text:
                continue
            longest = max(sentences(text), key=len, default=[])
            if len(longest) > WORDS:
                message = tr("une phrase de {n} mots, dure à lire à voix haute", n=len(longest))
                hint = tr("Coupez-la : « {start} … »", start=" ".join(longest[:5]))
                expected = tr("{n} mots au plus", n=WORDS)
                yield Diagnostic.at(
                    spot.mark(loaded, register),
                    "aloud-sentence",
                    message,
                    expected=expected,
                    hint=hint,
                    severity="advice",
                )
            if found := _UNSAYABLE.search(text):
                message = tr("« {sign} » ne se dit pas à voix haute", sign=found[0])
                mark = spot.mark(loaded, register)
                yield Diagnostic.at(mark, "aloud-sign", message, severity="advice")
