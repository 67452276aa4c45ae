"""A ballot, in words: ways of counting, ideas and what they cost, who thinks what, what was counted."""

from engine.content.model import ProjectCard
from engine.fixed import to_float
from engine.language import ntr, tr
from engine.play.game import Game
from engine.telling.gauges import indicator_title
from engine.telling.reader import About, Reader
from engine.telling.vocabulary import Change, changes, grade_words


def method_title(method: str) -> str:
    """A way of counting."""
    return {
        "approval": tr("Le plus de voix"),
        "majority-judgement": tr("Jugement majoritaire"),
        "equal-shares": tr("Parts égales"),
    }[method]


def method_told(method: str, easy: bool = False) -> str:
    """How it counts, in a sentence or two."""
    return (_EASY if easy else _TOLD)[method]()


_TOLD = {
    "approval": lambda: tr(
        "L’idée que le plus de voix trouvent bonne passe la première, puis la suivante, tant qu’il reste de "
        "l’argent."
    ),
    "majority-judgement": lambda: tr(
        "Chaque voix donne une mention à chaque idée ; passe la première celle dont la mention du milieu est "
        "la meilleure, tant qu’il reste de l’argent."
    ),
    "equal-shares": lambda: tr(
        "Chaque voix a la même part de l’argent ; une idée passe quand celles qui la trouvent bonne peuvent "
        "la payer ensemble. Le reste va au plus de voix."
    ),
}
_EASY = {
    "approval": lambda: tr(
        "L’idée avec le plus de voix gagne. Puis la suivante. On continue jusqu’à la fin de l’argent."
    ),
    "majority-judgement": lambda: tr(
        "Chaque personne donne une note à chaque idée. On regarde la note du milieu. La meilleure note du "
        "milieu gagne."
    ),
    "equal-shares": lambda: tr(
        "Chaque voix reçoit la même part d’argent. Les voix paient ensemble les idées qu’elles aiment. "
        "Quand elles ont payé, elles n’ont plus d’argent."
    ),
}


def money(thousands: int) -> str:
    """An amount of so many thousands of euros."""
    return tr("{n} 000 €", n=thousands) if thousands else tr("0 €")


def voices(n: int) -> str:
    return ntr("{n} voix", "{n} voix", n)


def grade(place: int) -> str:
    """A grade, by its place, the best first."""
    return grade_words()[place]


def voted_changes(about: About, reader: Reader, card: ProjectCard) -> tuple[Change, ...]:
    """What an idea changes once it is funded."""
    moved = card.voted.changes if card.voted is not None else {}
    return tuple(Change(key, indicator_title(about, reader, key), by) for key, by in moved.items() if by)


def funded_told(about: About, reader: Reader, card: ProjectCard) -> str:
    """That, in a line; "" for nothing."""
    moves = voted_changes(about, reader, card)
    return tr("Financée : {what}", what=changes(moves)) if moves else ""


def elected(game: Game, who: str, number: int) -> float:
    """What the ideas funded at the reveal of a round brought somebody, or cost, as it counted."""
    if not 0 < number <= len(game.records) or not len(game.records[number - 1].elected):
        return 0.0
    record, i = game.records[number - 1], game.names.character(who)
    if record.rose[0]:
        return round(to_float(int(record.elected[i])), 1)
    lost = [int(game.board.voted_each[i, p]) for p in record.funded.nonzero()[0]]
    return float(sum(min(0, points) for points in lost))


def counted(spent: int, ideas: int, served: int, publics: int) -> str:
    """What a count came to: "5 idées, 4 publics sur 6, 95 000 €"."""
    return tr(
        "{ideas}, {served} sur {publics}, {money}",
        ideas=ntr("{n} idée", "{n} idées", ideas),
        served=ntr("{n} public", "{n} publics", served),
        publics=publics,
        money=money(spent),
    )


def adopted(method: str, drawn: bool) -> str:
    """How the room decided, in a sentence."""
    title = method_title(method)
    if drawn:
        return tr("Tiré au sort : {method}.", method=title)
    return tr("La salle a choisi : {method}.", method=title)
