"""Easy-to-read texts (FALC): they exist, their sentences are short, their words are everybody's."""

import re
from collections.abc import Iterator

from engine.check.walk import Spot, spots
from engine.content.model import Scenario
from engine.content.reader import Loaded
from engine.diagnostics import Code, Diagnostic
from engine.language import tr

LONG_TEXT = 60
WORDS = 15
LETTERS = 14
# Read by the facilitator alone.
NOT_FOR_THE_ROOM = ("say", "do", "note", "skills")
_JARGON = re.compile(
    r"\b(gouvernance|dispositif|concert(?:er|ation)|transversal(?:e|ité)?|territori(?:al|ale|aux)|partenaria(?:t|l)"
    r"|acteurs locaux|pérenn(?:e|iser)|résilien(?:t|ce)|inclusi(?:f|ve)|synergie|antagonisme|prérogative"
    r"|mutualis(?:er|ation)|préconisation|attractivité|opérationnel(?:le)?|modalité|arbitrage|contractualiser"
    r"|problématique|susdit|afférent|consécutif|subséquent|gouvernement local|co-construction|levier"
    r"|governance|stakeholder|framework|mainstreaming|empowerment|resilience|subsidiarity|notwithstanding)s?\b",
    re.IGNORECASE,
)
_EVERYDAY = ("HLM", "SMS")
_SENTENCE = re.compile(r"[.!?…]+[\s»”\"]*")
_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_ACRONYM = re.compile(r"\b[A-ZÉÈÀ]{3,}\b")


def sentences(text: str) -> list[list[str]]:
    """The words of each sentence."""
    return [words for part in _SENTENCE.split(text) if (words := _WORD.findall(part))]


def look(loaded: Loaded, scenario: Scenario) -> Iterator[Diagnostic]:
    for spot in spots(scenario):
        if spot.key in NOT_FOR_THE_ROOM:
            continue
        if spot.text.plain is None and len(spot.text.fr) > LONG_TEXT:
            yield _advice(
                loaded, spot, "fr", "plain-missing", tr("ce texte n’a pas de version facile (plain)")
            )
        for register, text in (("plain", spot.text.plain), ("plain_en", spot.text.plain_en)):
            if text:
                yield from _judge(loaded, spot, register, text)


def _judge(loaded: Loaded, spot: Spot, register: str, text: str) -> Iterator[Diagnostic]:
    longest = max(sentences(text), key=len, default=[])
    if len(longest) > WORDS:
        message = tr("une phrase de {n} mots dans un texte facile", n=len(longest))
        hint = tr("Coupez-la : « {start} … »", start=" ".join(longest[:5]))
        yield _advice(
            loaded, spot, register, "plain-sentence", message, tr("{n} mots au plus", n=WORDS), hint
        )
    rare = {found[0] for found in _JARGON.finditer(text)}
    rare |= {word for word in _WORD.findall(text) if len(word) > LETTERS and "-" not in word}
    rare |= set(_ACRONYM.findall(text)) - set(_EVERYDAY)
    if rare:
        message = tr("des mots difficiles dans un texte facile : {words}", words=", ".join(sorted(rare)))
        yield _advice(loaded, spot, register, "plain-words", message)


def _advice(
    loaded: Loaded, spot: Spot, register: str, code: Code, message: str, expected: str = "", hint: str = ""
) -> Diagnostic:
    mark = spot.mark(loaded, register)
    return Diagnostic.at(mark, code, message, expected=expected, hint=hint, severity="advice")
