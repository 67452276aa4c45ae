"""An agenda in words: how much there is time for, who chairs, what is put off."""

from engine.language import ntr, tr
from engine.play.commands import PutOff, Volunteer
from engine.play.game import Game
from engine.play.table import RoundRecord
from engine.telling.people import short
from engine.telling.projects import title
from engine.telling.reader import Reader
from engine.telling.vocabulary import listed


def time_for(there: int, treats: int) -> str:
    """How much lies on the table, and how much of it there is time for."""
    return tr(
        "{there} sur la table, le temps d’en traiter {treats}.",
        there=ntr("{n} sujet", "{n} sujets", there),
        treats=treats,
    )


def to_put_off(number: int) -> str:
    """How many have still to be put off; "" for none."""
    return ntr("Il en reste {n} à reporter.", "Il en reste {n} à reporter.", number) if number else ""


def standing(game: Game, reader: Reader, record: RoundRecord) -> str:
    """Who volunteers for the chair."""
    if not record.volunteers:
        return tr("Personne ne se propose : le sort désignera parmi tous.")
    others = [short(game, who) for who in record.volunteers if who != reader.you]
    names = listed(others)
    if reader.you not in record.volunteers:
        return ntr("Se propose : {names}.", "Se proposent : {names}.", len(others), names=names)
    return (
        tr("Vous vous proposez, comme {names}.", names=names)
        if names
        else tr("Personne d’autre que vous ne se propose.")
    )


def chaired(game: Game, reader: Reader, record: RoundRecord) -> str:
    """Who was drawn; "" before."""
    if not record.chaired:
        return ""
    if record.chaired == reader.you:
        return tr("Le sort vous désigne : vous présidez.")
    return tr("Le sort désigne {name}.", name=short(game, record.chaired))


def what_waits(game: Game, reader: Reader, record: RoundRecord) -> str:
    """What whoever chairs puts off; "" for nothing yet."""
    if not record.put_off:
        return ""
    what = _what(game, reader, record)
    if record.chaired == reader.you:
        return tr("Vous reportez {what}.", what=what)
    return tr("{name} reporte {what}.", name=short(game, record.chaired), what=what)


def _what(game: Game, reader: Reader, record: RoundRecord) -> str:
    return listed([tr("« {title} »", title=title(game, reader, id_)) for id_ in record.put_off])


def told(game: Game, reader: Reader, record: RoundRecord) -> str:
    """Who chaired and what they put off, in one line; "" where nobody did."""
    if not record.put_off:
        return chaired(game, reader, record)
    if record.chaired == reader.you:
        return tr("Le sort vous désigne, et vous reportez {what}.", what=_what(game, reader, record))
    name = short(game, record.chaired)
    return tr("Le sort désigne {name}, qui reporte {what}.", name=name, what=_what(game, reader, record))


def volunteered(game: Game, reader: Reader, command: Volunteer) -> str:
    """That somebody volunteers, or does not any more."""
    if command.who == reader.you:
        return tr("Vous vous proposez") if command.stands else tr("Vous ne vous proposez plus")
    name = short(game, command.who)
    return (
        tr("{name} se propose", name=name) if command.stands else tr("{name} ne se propose plus", name=name)
    )


def put_off(game: Game, reader: Reader, command: PutOff) -> str:
    """That a project is put off, or comes back."""
    what = title(game, reader, command.project)
    return tr("Reporté : « {title} »", title=what) if command.off else tr("Remis : « {title} »", title=what)
