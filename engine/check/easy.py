"""Easy-to-read texts (FALC): they exist, their sentences are short, their words are everybody's."""

import re
from collections.abc import Container, Iterator

from pydantic import BaseModel

from engine.check.walk import Spot, Written, spots
from engine.content.model import Scenario
from engine.content.reader import Loaded
from engine.diagnostics import Code, Diagnostic
from engine.language import tr

LONG_TEXT = 60
WORDS = 15
LETTERS = 14
# Read by the facilitator alone.
NOT_FOR_THE_ROOM = ("say", "do", "note", "skills")
QUOTED = ("source", "dated")
"""A law's name and a figure's date stand as they are: an easier wording would be another source."""
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
    return judged(loaded, scenario)


def judged(
    loaded: Written, content: BaseModel, aside: Container[str] = NOT_FOR_THE_ROOM, words: int = WORDS
) -> Iterator[Diagnostic]:
    """Advice on the texts that a room reads of some content; keys of `aside` are not for it."""
    for spot in spots(content):
        if spot.key in aside or spot.key in QUOTED:
            continue
        if spot.text.plain is None and len(spot.text.fr) > LONG_TEXT:
            yield _advice(
                loaded, spot, "fr", "plain-missing", tr("ce texte n’a pas de version facile (plain)")
            )
        for register, text in (("plain", spot.text.plain), ("plain_en", spot.text.plain_en)):
            if text:
                yield from _judge(loaded, spot, register, text, words)


def _judge(loaded: Written, spot: Spot, register: str, text: str, most: int) -> Iterator[Diagnostic]:
    longest = max(sentences(text), key=len, default=[])
    if len(longest) > most:
        message = tr("une phrase de {n} mots dans un texte facile", n=len(longest))
        hint = tr("Coupez-la : « {start} … »", start=" ".join(longest[:5]))
        yield _advice(loaded, spot, register, "plain-sentence", message, tr("{n} mots au plus", n=most), hint)
    rare = {found[0] for found in _JARGON.finditer(text)}
    rare |= {word for word in _WORD.findall(text) if len(word) > LETTERS and "-" not in word}
    rare |= set(_ACRONYM.findall(text)) - set(_EVERYDAY)
    if rare:
        message = tr("des mots difficiles dans un texte facile : {words}", words=", ".join(sorted(rare)))
        yield _advice(loaded, spot, register, "plain-words", message)


def _advice(
    loaded: Written, spot: Spot, register: str, code: Code, message: str, expected: str = "", hint: str = ""
) -> Diagnostic:
    mark = spot.mark(loaded, register)
    return Diagnostic.at(mark, code, message, expected=expected, hint=hint, severity="advice")
