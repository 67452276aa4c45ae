"""Projects and promises, in words."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from engine.language import tr, typo
from engine.play.legal import TokenCount
from engine.play.table import NOTHING, PromiseRecord
from engine.telling import effects
from engine.telling.gauges import indicator_title
from engine.telling.people import named, short
from engine.telling.reader import About, Reader, project_card, room_project, scenario_of
from engine.telling.vocabulary import Change, kind_word, rung_means, rung_word

OWN_PICTOGRAM: Final = "idea"
"""The room's own project has no card to name one."""


@dataclass(frozen=True, slots=True)
class ProjectWords:
    """What a project's card says: `short` is where a promise goes ("à la santé"), `cost` what it needs before
    anything changed it; `during` what each round of work changes; `effects` are those besides the gauges;
    `rung` how far people take part, and `rung_means` what that means. Which presuppositions it lifts is no
    word of the card: see `lift`."""

    id: str
    title: str
    short: str
    text: str
    pictogram: str
    cost: TokenCount
    changes: tuple[Change, ...]
    during: tuple[Change, ...]
    effects: tuple[str, ...]
    rung: str
    rung_means: str


def words(about: About, reader: Reader, project: str) -> ProjectWords:
    """A project's card in words, or the room's own project as it wrote it."""
    card, own = project_card(about, project), room_project(about)
    return ProjectWords(
        id=project,
        title=title(about, reader, project),
        short=toward(about, reader, project),
        text=reader.read(card.text) if card else _own_text(about, reader),
        pictogram=card.pictogram if card else OWN_PICTOGRAM,
        cost=TokenCount(*card.cost) if card else TokenCount(*(own.cost if own else NOTHING)),
        changes=changes(about, reader, project),
        during=changes_of(about, reader, card.during if card else {}),
        effects=effects.told(about, reader, card.effects) if card else (),
        rung=rung_word(card.rung if card else "initiative"),
        rung_means=rung_means(card.rung if card else "initiative"),
    )


def _own_text(about: About, reader: Reader) -> str:
    own = room_project(about)
    by = tr("Le chantier que vous avez écrit.") if reader.you else tr("Le chantier que la salle a écrit.")
    if own is None or own.amended is None:
        return by
    return f"{by} " + tr("Amendé par {name}.", name=short(about, own.amended.who))


def title(about: About, reader: Reader, project: str) -> str:
    """A project's title; the room's own has the name that the room gave it."""
    card, own = project_card(about, project), room_project(about)
    if card is not None:
        return reader.read(card.title)
    return typo(own.name) if own else tr("Carte blanche")


def toward(about: About, reader: Reader, project: str) -> str:
    """Where a promise goes: "à la santé"; to the room's own project by the name that the room gave it."""
    card, own = project_card(about, project), room_project(about)
    if card is not None:
        return reader.read(card.short)
    return tr("au chantier « {name} »", name=typo(own.name)) if own else tr("à la carte blanche")


def changes(about: About, reader: Reader, project: str) -> tuple[Change, ...]:
    """What a project changes when complete, in the order of the gauges."""
    card, own = project_card(about, project), room_project(about)
    return changes_of(about, reader, card.changes if card else own.changes if own else {})


def changes_of(about: About, reader: Reader, moves: Mapping[str, int]) -> tuple[Change, ...]:
    """Moves of gauges, in their order; those that do not move left out."""
    return tuple(
        Change(key, indicator_title(about, reader, key), moves[key])
        for key in scenario_of(about).indicators
        if moves.get(key)
    )


def lift(about: About, reader: Reader, who: str, other: str) -> str:
    """That a project, once complete, makes a presupposition fall."""
    names = {"who": named(about, reader, who), "other": named(about, reader, other)}
    return tr("un présupposé tombe : {who} sur {other}", **names)


def promise(about: About, reader: Reader, record: PromiseRecord) -> str:
    """Where a promise goes and on what condition: "aux droits, si Youssef y donne du temps"."""
    where = toward(about, reader, record.project)
    if record.if_who is None or record.if_kind is None:
        return where
    kind = kind_word(record.if_kind)
    if record.if_who == reader.you:
        return tr("{toward}, si vous y donnez {kind}", toward=where, kind=kind)
    return tr("{toward}, si {name} y donne {kind}", toward=where, name=short(about, record.if_who), kind=kind)
