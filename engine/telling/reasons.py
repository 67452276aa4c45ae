"""Why somebody did something: in their own voice, and what decided, in words. What a yes owes to the bid
behind a request is said in the engine's words by everybody."""

from collections.abc import Callable
from typing import Final

from engine.language import tr
from engine.play.game import Game
from engine.play.table import Reason
from engine.telling.helping import group_helped
from engine.telling.listening import place_listened_in
from engine.telling.people import named, short
from engine.telling.projects import toward
from engine.telling.reader import Reader, character_card


def said(game: Game, reader: Reader, reason: Reason) -> str:
    """One sentence of the character: of those that its card has for the reason, the next in turn; the
    engine's own where it has none, or none that is easy to read for who reads so, and where what cards say
    of a project that lacks something does not fit going to listen, or to help."""
    fields = {"round": str(reason.since)}
    if reason.other:
        fields["name"] = short(game, reason.other)
    if reason.where:
        fields["where"] = toward(game, reader, reason.where)
    place = place_listened_in(game.scenario.places, reason.where)
    if place is not None and reason.reason in _TO_LISTEN:
        return _TO_LISTEN[reason.reason](reader.read(place.at))
    helped = group_helped(game.scenario, reason.where)
    if helped is not None and reason.reason in _TO_HELP:
        return (_TO_ASK if helped.member == reason.who else _TO_HELP)[reason.reason]()
    if reason.reason == "elsewhere" and game.corners:
        return tr("Je ne siège pas là-bas.")
    says = character_card(game, reason.who).says
    sentences = getattr(says, reason.reason, ())
    text = sentences[reason.times % len(sentences)] if sentences else None
    own = "" if text is None or (reader.easy and text.plain is None) else reader.read(text)
    yours = reason.other == reader.you != "" and reason.reason in _TO_YOU
    if not own or (yours and "{name}" in own):  # nobody is spoken to by their name
        return (_TO_YOU if yours else _NEUTRAL)[reason.reason](fields)
    return reader.filled(own, fields)


_NEUTRAL: Final[dict[str, Callable[[dict[str, str]], str]]] = {
    "dearer": lambda f: tr("Je donne d’abord {where}.", **f),
    "distrust": lambda f: tr("Je ne compte pas assez sur {name}.", **f),
    "gate": lambda _: tr("Ce tour, c’était perdu d’avance."),
    "keeping": lambda _: tr("Je préfère garder ce que j’ai."),
    "loss": lambda _: tr("Ce chantier me ferait perdre."),
    "full": lambda _: tr("Tout est déjà promis, ici."),
    "unfit": lambda _: tr("Je n’ai rien de ce qui manque ici."),
    "wavered": lambda _: tr("J’ai hésité jusqu’au bout."),
    "betrayed": lambda f: tr("{name} n’a pas tenu parole au tour {round}. Alors non.", **f),
    "guarantee": lambda f: tr("D’abord {name}, ensuite moi.", **f),
    "waits": lambda f: tr("{name} a promis au tour {round}. J’attends encore.", **f),
    "wronged": lambda f: tr("Je comptais sur {name}.", **f),
    "word": lambda _: tr("J’avais donné ma parole."),
    "interest": lambda f: tr("Je donne {where} : j’en ai besoin.", **f),
    "commons": lambda _: tr("Tout le monde en profite."),
    "asked": lambda f: tr("{name} me l’a demandé.", **f),
    "friend": lambda f: tr("{name} y donne, alors moi aussi.", **f),
    "offered": lambda f: tr("{name} donne {where}. Alors je donne aussi.", **f),
    "next": lambda f: tr("{name} donnera pour moi au tour prochain. C’est dit.", **f),
    "helped": lambda f: tr("{name} a donné pour moi au dernier tour. C’est mon tour.", **f),
    "owed": lambda f: tr("J’avais promis à {name}. Je me rattrape.", **f),
    "needed": lambda _: tr("Personne d’autre ne le peut. J’y vais."),
    "apart": lambda f: tr("J’avais promis à part, à {name}.", **f),
    "tipped": lambda _: tr("J’ai hésité, puis j’ai donné."),
    "elsewhere": lambda _: tr("Je n’y suis pas, ce tour-ci."),
}


_TO_LISTEN: Final[dict[str, Callable[[str], str]]] = {
    "full": lambda _: tr("D’autres ont déjà promis d’y aller."),
    "unfit": lambda _: tr("Je n’ai pas de temps pour y aller."),
    "loss": lambda _: tr("Y aller ne me sert pas."),
    "dearer": lambda at: tr("Je vais d’abord écouter {at}.", at=at),
    "commons": lambda _: tr("J’y vais sans rien proposer."),
    "interest": lambda _: tr("J’y vais sans rien proposer."),
}
"""Of going to listen somewhere, which needs two people and no works."""
_TO_HELP: Final[dict[str, Callable[[], str]]] = {
    "full": lambda: tr("Quelqu’un a déjà promis d’y aller."),
    "unfit": lambda: tr("Je n’ai pas de temps pour y aller."),
    "loss": lambda: tr("Y aller ne me sert pas."),
}
"""Of going to help a group, which needs one person and no works."""
_TO_ASK: Final[dict[str, Callable[[], str]]] = {
    "full": lambda: tr("Nous avons déjà demandé."),
    "unfit": lambda: tr("Je n’ai pas d’appui pour le demander."),
    "loss": lambda: tr("Demander de l’aide ne me sert pas."),
}
"""Of asking for it, of whoever belongs to the group."""


_TO_YOU: Final[dict[str, Callable[[dict[str, str]], str]]] = {
    "distrust": lambda _: tr("Je ne compte pas assez sur vous."),
    "betrayed": lambda f: tr("Vous n’avez pas tenu parole au tour {round}. Alors non.", **f),
    "guarantee": lambda _: tr("D’abord vous, ensuite moi."),
    "waits": lambda f: tr("Vous avez promis au tour {round}. J’attends encore.", **f),
    "wronged": lambda _: tr("Je comptais sur vous."),
    "asked": lambda _: tr("Vous me l’avez demandé."),
    "friend": lambda _: tr("Vous y donnez, alors moi aussi."),
    "offered": lambda f: tr("Vous donnez {where}. Alors je donne aussi.", **f),
    "next": lambda _: tr("Vous donnerez pour moi au tour prochain. C’est dit."),
    "helped": lambda _: tr("Vous avez donné pour moi au dernier tour. C’est mon tour."),
    "owed": lambda _: tr("Je vous avais fait une promesse. Je me rattrape."),
    "apart": lambda _: tr("Je vous l’avais promis, à part."),
}


def decided(game: Game, reader: Reader, reason: Reason) -> str:
    """What weighed most, of somebody, as a fact."""
    fields = {"round": str(reason.since)}
    if reason.other:
        fields["name"] = named(game, reader, reason.other)
    if reason.where:
        fields["where"] = toward(game, reader, reason.where)
    if reason.since and reason.other == reader.you:
        return tr("Ce qui a pesé : votre promesse {where}, non tenue au tour {round}.", **fields)
    place = place_listened_in(game.scenario.places, reason.where)
    if place is not None and reason.reason in _DECIDED_OF_LISTENING:
        return _DECIDED_OF_LISTENING[reason.reason](reader.read(place.at))
    helped = group_helped(game.scenario, reason.where)
    if helped is not None and reason.reason in ("loss", "interest"):
        return _decided_of_help(reason.reason, helped.member == reason.who)
    return _DECIDED[reason.reason](fields)


_DECIDED_OF_LISTENING: Final[dict[str, Callable[[str], str]]] = {
    "loss": lambda _: tr("Ce qui a pesé : y aller ne lui servait pas."),
    "dearer": lambda at: tr("Ce qui a pesé : aller écouter {at} comptait plus.", at=at),
    "interest": lambda _: tr("Ce qui a pesé : ce qui peut en venir."),
}


def _decided_of_help(reason: str, asks: bool) -> str:
    """Of going to help, or of asking for it, which are no works."""
    if reason == "interest":
        return tr("Ce qui a pesé : ce que cette aide lui apporte.")
    if asks:
        return tr("Ce qui a pesé : demander de l’aide ne lui servait pas.")
    return tr("Ce qui a pesé : y aller ne lui servait pas.")


def _broken(fields: dict[str, str]) -> str:
    return tr("Ce qui a pesé : la promesse de {name} {where}, non tenue au tour {round}.", **fields)


_DECIDED: Final[dict[str, Callable[[dict[str, str]], str]]] = {
    "dearer": lambda f: tr("Ce qui a pesé : donner {where} comptait plus.", **f),
    "distrust": lambda f: tr("Ce qui a pesé : trop peu de confiance en {name}.", **f),
    "gate": lambda _: tr("Ce qui a pesé : le bien commun ne semblait pas pouvoir monter."),
    "keeping": lambda _: tr("Ce qui a pesé : l’envie de garder ses jetons."),
    "loss": lambda _: tr("Ce qui a pesé : ce que le chantier lui coûterait."),
    "full": lambda _: tr("Ce qui a pesé : tout y était déjà promis."),
    "unfit": lambda _: tr("Ce qui a pesé : aucun de ses jetons n’y servait."),
    "wavered": lambda _: tr("Ce qui a pesé : presque rien, les deux choix se valaient."),
    "betrayed": _broken,
    "guarantee": lambda f: tr("Ce qui a pesé : la condition posée à {name}.", **f),
    "waits": _broken,
    "wronged": _broken,
    "word": lambda _: tr("Ce qui a pesé : la parole donnée."),
    "interest": lambda _: tr("Ce qui a pesé : ce que le chantier lui apporte."),
    "commons": lambda _: tr("Ce qui a pesé : le bien commun."),
    "asked": lambda f: tr("Ce qui a pesé : la demande, et la confiance en {name}.", **f),
    "friend": lambda f: tr("Ce qui a pesé : compter aussi sur {name}.", **f),
    "offered": lambda f: tr("Ce qui a pesé : ce qui est offert en échange {where}.", **f),
    "next": lambda _: tr("Ce qui a pesé : une parole pour le tour prochain."),
    "helped": lambda f: tr("Ce qui a pesé : l’aide venue de {name} au dernier tour.", **f),
    "owed": lambda f: tr("Ce qui a pesé : une promesse passée à {name}, non tenue.", **f),
    "needed": lambda _: tr("Ce qui a pesé : personne d’autre n’a ce qui manque."),
    "apart": lambda f: tr("Ce qui a pesé : une promesse faite à part, à {name}.", **f),
    "tipped": lambda _: tr("Ce qui a pesé : presque rien, les deux choix se valaient."),
    "elsewhere": lambda _: tr("Ce qui a pesé : sa place est ailleurs."),
}
