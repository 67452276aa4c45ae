"""What a character says when it answers, gives, keeps or breaks its word: sentences by reason.

The rules say which reason decided (`engine.rules.reasons`); here are the words that designers may write.
"""

from typing import Any, Final

from pydantic import Field

from engine.content.model.base import Frozen, Text

Sentences = tuple[Text, ...]


def _reason(description: str, example: str) -> Any:
    return Field(default=(), description=description, examples=[[example]])


class Says(Frozen):
    """One sentence or more for each reason, at the first person; several are said in turn."""

    dearer: Sentences = _reason(
        "Autre chose compte plus, et {where} dit où : « aux caves ».", "Je donne d’abord {where}."
    )
    distrust: Sentences = _reason(
        "On ne compte pas assez sur quelqu’un, {name}.", "Je n’étais pas sûre de {name}."
    )
    gate: Sentences = _reason(
        "Le bien commun ne monterait pas : aucun gain ne compterait.", "Ce tour était perdu d’avance."
    )
    keeping: Sentences = _reason("On préfère garder ce qu’on a.", "J’ai assez donné. Je garde le reste.")
    loss: Sentences = _reason("Ce chantier ferait perdre quelque chose.", "Ce chantier me coûte trop.")
    full: Sentences = _reason(
        "Tout ce que le chantier demande est déjà promis.", "Vous êtes déjà assez là-dessus."
    )
    unfit: Sentences = _reason(
        "On n’a aucun jeton de la sorte qui manque.", "Je n’ai pas ce qu’il faut pour cela."
    )
    wavered: Sentences = _reason(
        "Rien n’a vraiment pesé : on a hésité jusqu’au bout.", "J’ai hésité jusqu’au bout."
    )
    betrayed: Sentences = _reason(
        "Quelqu’un, {name}, a manqué à sa parole au tour {round}.",
        "{name} m’a fait faux bond au tour {round}. Non.",
    )
    guarantee: Sentences = _reason("On donne si {name} donne aussi.", "D’abord {name}, ensuite moi.")
    waits: Sentences = _reason(
        "On rappelle ce que {name} a promis au tour {round} et n’a pas donné.",
        "{name} m’a promis un coup de main au tour {round}. J’attends encore.",
    )
    wronged: Sentences = _reason(
        "On comptait sur {name}, qui n’a pas tenu parole.", "Je comptais sur {name}."
    )
    word: Sentences = _reason("On tient parole, d’abord parce qu’on l’a donnée.", "J’avais dit oui.")
    interest: Sentences = _reason(
        "Ce chantier sert ce à quoi on tient, et {where} dit où.", "Je donne {where} : j’en ai besoin."
    )
    commons: Sentences = _reason("C’est bon pour tout le monde.", "Tout le monde en profite.")
    asked: Sentences = _reason("Quelqu’un, {name}, l’a demandé.", "{name} me l’a demandé.")
    friend: Sentences = _reason(
        "Quelqu’un sur qui on compte, {name}, y donne aussi.", "{name} y est, alors j’y suis."
    )


REASONS: Final = tuple(Says.model_fields)
"""Every reason, by the word that designers write."""
FILLED: Final = {
    "dearer": ("where",), "distrust": ("name",), "betrayed": ("name", "round"), "guarantee": ("name",),
    "waits": ("name", "round"), "wronged": ("name",),
    "interest": ("where",), "asked": ("name",), "friend": ("name",),
}  # fmt: skip
"""The words in braces that a reason has something to put in: who, where ("aux caves"), which round."""
