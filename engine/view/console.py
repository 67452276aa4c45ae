"""What the facilitator alone sees: what to say and do, what is hidden, words collected, the journal."""

from collections.abc import Sequence

from engine.language import tr
from engine.lazy import Lazy
from engine.play.game import Game
from engine.play.own_card import STEP
from engine.rules.acts import doubtful
from engine.rules.board import CARTE_BLANCHE
from engine.telling.pacts import mandate as mandate_words
from engine.telling.people import belief as belief_words
from engine.telling.phases import phase_word
from engine.telling.projects import title
from engine.telling.vocabulary import tag_word
from engine.view import secrets
from engine.view.types import ConsoleView, JournalLine, NoteView
from engine.view.veil import Seen


def console(seen: Seen, journal: Sequence[JournalLine]) -> ConsoleView | None:
    """The console's own part of a view; None for any other audience."""
    if not seen.console:
        return None
    game = seen.game
    card = game.scenario.notes.get(game.table.phase)
    return ConsoleView(
        say=(
            *_moments(seen),
            *_at_tables(game),
            *(tuple(seen.read(text) for text in card.say) if card else ()),
        ),
        do=tuple(seen.read(text) for text in card.do) if card else (),
        hidden=(*_private(seen), *_hidden(seen)),
        notes=_notes(seen),
        journal=journal,
        doubtful=_doubtful(game),
        ticks=tuple(game.round.ticks.items()) if game.round else (),
        observers=tuple(game.round.observers.items()) if game.round else (),
    )


def _moments(seen: Seen) -> tuple[str, ...]:
    """What to say of a moment that all see: the last round, a project of the room's own."""
    game = seen.game
    if game.table.phase == "situation" and len(game.table.rounds) == game.schedule.rounds:
        return (tr("C’est le dernier tour. Ce qui n’est pas fini à la fin est perdu."),)
    if game.table.step == STEP:
        return (tr("Lisez la carte blanche à voix haute. Une personne, d’une autre table, peut l’amender."),)
    if game.table.phase == "negotiation" and CARTE_BLANCHE in game.open:
        own = title(game, seen.reader, CARTE_BLANCHE)
        return (tr("La salle a écrit son propre chantier : « {name} ». Qui s’y engage ?", name=own),)
    return ()


def _at_tables(game: Game) -> tuple[str, ...]:
    """How a table speaks and decides, said as each negotiation opens; nothing where nobody shares a
    character."""
    if game.table.phase != "negotiation" or not any(game.table_of(who) for who in game.held):
        return ()
    speaks = tr("À chaque table, changez de porte-parole.")
    if len(game.table.rounds) == 1:
        speaks = tr(
            "À chaque table, choisissez qui porte la parole. Ce sera quelqu’un d’autre à chaque tour."
        )
    return (
        speaks,
        tr(
            "Pour choisir : trente secondes en silence et par écrit, puis la majorité. À égalité, on tient "
            "parole."
        ),
    )


def _private(seen: Seen) -> tuple[str, ...]:
    """What two promised each other, and what somebody was asked not to tell, where nothing laid it open."""
    game = seen.game
    sealed = [p for p in secrets.pacts(seen) if p.terms and p.kept is None]
    lines = [tr("{pact} : {terms}.", pact=pact.between, terms=pact.terms) for pact in sealed]
    for who in seen.secrets:
        asked = secrets.mandate(seen, who)
        if asked is not None and asked.done is None:
            lines.append(mandate_words(game, seen.reader, who, asked.text))
    return tuple(lines)


def _hidden(seen: Seen) -> tuple[str, ...]:
    """Presuppositions that still stand, in words."""
    names, game = seen.game.names.characters, seen.game
    return tuple(
        belief_words(game, seen.reader, who, belief.about, seen.read(belief.that))
        for who, member in seen.secrets.items()
        for belief in member.believes
        if belief.about in names and game.state.believes[names.index(who), names.index(belief.about)]
    )


def _notes(seen: Seen) -> Sequence[NoteView]:
    """Words said, each put together when it is read: a long session has hundreds."""
    notes = [note for note in seen.game.table.notes if not note.withdrawn]

    def made(i: int) -> NoteView:
        n = notes[i]
        with seen.reader.speaking():
            tag, phase = tag_word(n.tag), phase_word(n.phase)
        return NoteView(n.id, n.text, n.tag, tag, n.speaker, n.round, phase, n.at, n.due)

    return Lazy(len(notes), made)


def _doubtful(game: Game) -> tuple[str, ...]:
    """The round's promises, the most doubtful first."""
    if game.table.phase not in ("negotiation", "forecast"):
        return ()
    ids = {(r.who, r.project): r.id for r in game.playing.promises}
    names = game.names
    found = (
        ids.get((names.characters[d.who], names.projects[d.project]))
        for d in doubtful(game.board, game.state)
    )
    return tuple(id_ for id_ in found if id_ is not None)
