"""Commands for the session: whether one may be given now, and what is shown once it has been."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar, Final

from engine.language import tr
from engine.play.commands import Advance, Command, Finish, PassTo, Place, ShowForecasts, Undo
from engine.telling.vocabulary import listed
from engine.view.types import CONSOLE, ROOM, View
from game.front import strips
from game.front.alone import me, silent, undecided
from game.front.drafts import Form
from game.front.effects import Carry, Effect, Give, Hurry, Ring
from game.front.front import Front
from game.front.intents import Dark, Do, GoOn
from game.front.news import Accepted, Followed, Refusal
from game.front.pane import Which
from game.front.sight import Around, Sight
from game.front.state import SENTENCE
from game.front.told import still as still_told
from game.front.unsent import uncounted, unvoted
from game.front.updates.step import Step, Update, still
from game.kit import textfield

_WINDOWS: Final[tuple[Which, Which]] = ("room", "console")


@dataclass(frozen=True, slots=True)
class Left(Form):
    """The counts, the words of strips and the ballots that somebody was told are not recorded."""

    counts: tuple[tuple[str, tuple[int, ...] | str], ...] = ()
    lasts: ClassVar[bool] = False


def do(front: Front, intent: Do, which: Which, around: Around) -> Step:
    """Give the session a command, unless something here speaks against it: then it is said."""
    command = intent.command
    if around.session is None:
        return still(front)
    if front.pane(which).looking:
        return still(front.told(_past(), around.now, error=True))
    if front.locked:
        return front.told(front.locked, around.now), (Hurry(),)
    sight = Sight(front, around)
    if isinstance(command, PassTo) and command.who and sight.mirrored():
        from engine.play.refusals import refuse  # the rules: the first screen does not wait for them

        return still(front.told(refuse("mirrored").sentence, around.now, error=True))
    if isinstance(command, Advance | ShowForecasts | Finish):
        left, said = _left(sight, front)
        if left and front.ui.form(Left).counts != left:  # said once, then it is meant
            return still(front.keeping(Left(counts=left)).told(said, around.now, error=True))
    return front, (Give(intent, which),)


def accepted(front: Front, news: Accepted, which: Which, around: Around) -> Step:
    """The command has been carried out: forget what led to it, and show what came of it."""
    asked, command = news.asked, news.asked.command
    fields = {
        name: textfield.emptied(field) if name in asked.clear else field
        for name, field in front.ui.fields.items()
    }
    front = replace(front, ui=replace(front.ui, fields=fields, toast="", saved=True))
    front, elsewhere = _followed(front, command, around)
    front = front.keeping(*asked.then)
    if asked.focus and front.pane(which).focus:
        front = front.focused(which, asked.focus)
    effects: list[Effect] = [] if elsewhere or isinstance(command, Place) else [Ring("tick")]
    if asked.after is not None:
        effects.append(Carry(asked.after, which))
    return front, tuple(effects)


def followed(front: Front, news: Followed, which: Which, around: Around) -> Step:
    """The same for a command that a demonstration gave."""
    return still(_followed(front, news.command, around)[0])


def _followed(front: Front, command: Command, around: Around) -> tuple[Front, bool]:
    """Where a command has led, and whether another screen came of it."""
    place = Sight(front, around).place()
    elsewhere = place != front.place or isinstance(command, Undo)
    front = replace(front, place=place)
    if not elsewhere:
        return front, False
    if isinstance(command, Undo):
        there = still_told(front.ui.drafts, Sight(front, around).look(ROOM))
        front = replace(front, ui=replace(front.ui, drafts=there))
    windows = front.windows.home()
    if around.session is not None and around.session.mode == "training":
        windows = replace(windows, room=replace(windows.room, panel=""))  # it covers what comes next
    front = replace(front, windows=windows).lasting()
    return (front.focused("room", SENTENCE, keyed=True) if "sentence" in place else front), True


def refused(front: Front, news: Refusal, which: Which, around: Around) -> Step:
    """Say why; where the file cannot be written, offer other places to whoever leads."""
    if not news.unsaved:
        front = replace(front, ui=replace(front.ui, saved=True))
        return still(front.told(news.sentence, around.now, error=True))
    leading = Sight(front, around).leading()
    front = replace(front, ui=replace(front.ui, saved=False, elsewhere=news.places, toast=""))
    return still(front.having(leading, front.pane(leading).pushed("elsewhere", news.sentence)))


def go_on(front: Front, intent: GoOn, which: Which, around: Around) -> Step:
    """On by the way of what is open over this window, or of the private screen in it; else by the room's.
    Whatever is done in the dark brings the light back first. Where there is no way, the reason is said.
    """
    if front.windows.dark:
        return front, (Carry(Dark(False), which),)
    sight = Sight(front, around)
    where = sight.leads(which)
    way = sight.way(where)
    if way is None:
        return _no_way(front, where, sight)
    return front, (Carry(way.intent, where),) if way.enabled else ()


def _no_way(front: Front, which: Which, sight: Sight) -> Step:
    view = sight.look(ROOM)
    why = _awaited(view, front, which, sight)
    if why:
        return still(front.told(why, sight.around.now))
    if view is None or view.phase.kind == "bilan":
        return still(front)
    return front, (Carry(Do(Advance()), which),)  # refused, with its reason


def _past() -> str:
    return tr("Vous regardez un moment passé : revenez au présent pour agir.")


def _left(sight: Sight, front: Front) -> tuple[tuple[tuple[str, tuple[int, ...] | str], ...], str]:
    """The counts, and the words of strips, that are not recorded, the strips that are read nowhere, or that
    nobody answered for, and the ballots that are not handed in; and the sentence that says so."""
    view = sight.look(CONSOLE)
    counts, words, unheard = uncounted(view, front.ui), strips.unsent(view, front.ui), strips.unheard(view)
    votes = unvoted(view, front.ui)
    said = _uncounted() if counts else _unwritten() if words else _unheard(view, unheard)
    return (*counts, *words, *unheard, *votes), said or _unvoted(view, votes)


def _unvoted(view: View | None, left: Sequence[tuple[str, str]]) -> str:
    """Whose ballot is begun or put right and not handed in, and who has none."""
    if view is None or not left:
        return ""

    def named(what: str) -> str:
        return listed([view.character(who).short for who, why in left if why == what])

    said: list[str] = []
    if named("mark"):
        said.append(tr("Saisi, pas remis : {who}.", who=named("mark")))
    if named("ballot"):
        said.append(tr("Sans bulletin : {who}. Continuer vaut abstention.", who=named("ballot")))
    else:
        said.append(tr("Continuer garde le bulletin d’avant."))
    return " ".join(said)


def _unheard(view: View | None, left: Sequence[tuple[str, str]]) -> str:
    """Which strips are read nowhere; where all are, which corners have not answered."""
    if view is None or view.corners is None or not left:
        return ""
    unread = [corner for corner, question in left if not question]
    told = unread or [corner for corner, _ in left]
    titles = listed([corner.title for corner in view.corners.corners if corner.id in told])
    if unread:
        return tr("Pas encore lu : {corners}. Continuer les laisse sans lecture.", corners=titles)
    return tr("Pas encore de réponse : {corners}. Continuer compte « en partie ».", corners=titles)


def _unwritten() -> str:
    return tr("Une bande n’est pas enregistrée : Entrée l’enregistre, continuer la laisse.")


def _uncounted() -> str:
    return tr("Un compte n'est pas enregistré : Entrée l'enregistre, continuer le laisse.")


def _awaited(view: View | None, front: Front, which: Which, sight: Sight) -> str:
    """What has to come first where there is no way on; "" where nobody can say."""
    if view is None:
        return ""
    if view.passed_to:
        return tr("C'est à {name}, devant l'ordinateur.", name=view.character(view.passed_to).name)
    if view.phase.kind == "choose" and me(view) is not None:
        return tr("Choisissez d’abord une des réponses.")
    if undecided(view) and view.phase.kind == "ballot":
        return tr("Donnez une mention à chaque idée, puis remettez votre bulletin.")
    if undecided(view):
        return tr("Posez vos jetons, puis confirmez votre choix.")
    if view.phase.kind == "bilan":
        return tr("C’est la dernière page.") if sight.ui_for(which).bilan is not None else ""
    if silent(view, front.ui):
        return tr("Engagez-vous, demandez, ou dites que vous passez : la négociation se clôt ensuite.")
    return ""


def hindrances(front: Front, around: Around) -> frozenset[str]:
    """Whatever hinders somebody from going on now, in the words that say so."""
    sight = Sight(front, around)
    found = {_past()} if any(front.pane(which).looking for which in _WINDOWS) else set()
    left, said = _left(sight, front)
    if left:
        found.add(said)
    for which in _WINDOWS:
        where = sight.leads(which)
        if sight.way(where) is None:
            found.add(_awaited(sight.look(ROOM), front, where, sight))
    return frozenset(found - {""})


UPDATES: Mapping[type, Update] = {
    Do: do,
    GoOn: go_on,
    Accepted: accepted,
    Followed: followed,
    Refusal: refused,
}
