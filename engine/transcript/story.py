"""The room's story, step by step, in words."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

from engine.language import current, ntr, signed, stopped, tr, typo, using
from engine.play.commands import Command
from engine.play.phases import PHASES
from engine.play.phases.situation import HANDOVER
from engine.play.rumours import RUMOUR
from engine.play.table import NoteRecord
from engine.session.session import Session
from engine.telling.phases import phase_word
from engine.telling.vocabulary import (
    became_word,
    date,
    listed,
    tag_word,
    tokens,
)
from engine.transcript import ballot, corners, groups, sites, table
from engine.transcript.revealed import known, mandates, quoted, reveal
from engine.view import of
from engine.view.types import (
    ROOM,
    Counts,
    ExerciseView,
    MoveView,
    Reason,
    RoomChoice,
    View,
)


def lines(steps: Iterable[tuple[Command, View]], language: str | None = None) -> Iterator[str]:
    """The story of a session out of its commands and what the room saw after each; a phase in which nothing
    was said or done has no heading."""
    held: list[str] = []
    for line in _lines(steps, language):
        if line.startswith("## "):
            held = ["", line]
        elif not line:
            held.append(line)
        else:
            yield from held
            yield line
            held = []


def _lines(steps: Iterable[tuple[Command, View]], language: str | None) -> Iterator[str]:
    before: View | None = None
    for command, view in steps:
        with using(language or current()):
            told = list(_step(command, before, view))
        yield from told
        before = view


def replay(path: Path, language: str | None = None) -> Iterator[str]:
    """The story of a session's file, what was gone back on left out; JournalError where it cannot be opened.

    A damaged file is told up to the damage, then the sentence that says so.
    """
    session = Session.read(path)
    wanted = language or current()
    standing = session.standing() - session.lost
    yield from lines(
        (
            (command, of(session.history[n], ROOM, wanted))
            for n, command in enumerate(session.commands)
            if n in standing
        ),
        wanted,
    )
    yield from _said(session, wanted)
    if session.damage:
        yield ""
        yield session.damage


def _said(session: Session, language: str) -> list[str]:
    """The words collected, those taken back left out."""
    notes = [note for note in session.game.table.notes if not note.withdrawn]
    if not notes:
        return []
    with using(language):
        told = ["", f"## {tr('Paroles recueillies')}", ""]
        for note in notes:
            said = tr("{tag} : « {text} »", tag=tag_word(note.tag), text=typo(note.text))
            told.append(f"- {said}" + (f" ({typo(note.speaker)})" if note.speaker else ""))
            told += _followed(note)
    return told


def _followed(note: NoteRecord) -> Iterator[str]:
    """Until when somebody committed themself, and what became of it."""
    if note.due:
        yield "  " + tr("pour quand : {due}", due=typo(note.due))
    if note.followed:
        word, day = became_word(note.followed.became), date(note.followed.at)
        line = "  " + tr("Promis, tenu ? Le {day} : {word}.", day=day, word=word)
        yield f"{line} {quoted(typo(note.followed.happened))}" if note.followed.happened else line


def _step(command: Command, before: View | None, view: View) -> Iterator[str]:
    if before is None:
        yield from _opening(view)
        return
    here = (view.phase.round, view.phase.kind)
    yield from _votes_closed(before, view)
    if here != (before.phase.round, before.phase.kind) and before.phase.kind == "negotiation":
        yield from table.promises(view, before, those={c.id for c in view.characters if not c.held})
    if before.phase.kind == "agenda" and here != (before.phase.round, before.phase.kind) and view.agenda:
        yield view.agenda.waits
    if before.phase.kind == "hearing" and view.phase.kind == "negotiation":
        yield from _back(view, before)
    elif here != (before.phase.round, before.phase.kind):
        yield from _phase(view)
    elif view.phase.step != before.phase.step:
        rumour = view.phase.step == RUMOUR
        told = {
            "situation": _rumour if rumour else _event,
            "hearing": _heard,
            "agenda": _chaired,
            "strips": corners.strips,
            "negotiation": table.own_card if view.own_card else table.own_open,
        }.get(view.phase.kind, _debate_step)
        yield from told(view)
    else:
        yield from _said_or_picked(command, before, view)


def _chaired(view: View) -> Iterator[str]:
    """Who volunteered, and who is in the chair; what they put off is told as the agenda is closed."""
    if view.agenda:
        yield view.agenda.standing
        yield view.agenda.drawn


def _said_or_picked(command: Command, before: View, view: View) -> Iterator[str]:
    """What a command within a step did; nothing where it did nothing, as one that is refused today."""
    if command.kind in ("promise", "withdraw", "announce") and view.promises != before.promises:
        yield from table.withdrawn(view, before)
        yield from table.promises(view, before)
    elif command.kind == "walk" and view.town:
        yield f"  {view.town.sentence}"
    elif command.kind in ("entrust", "prefer") and view.baton:
        yield f"  {view.baton.said}"
    elif command.kind in ("invite", "sit", "write", "carry"):
        yield from corners.done(command, before, view)
    elif command.kind in ("adopt", "mark"):
        yield from ballot.done(command, before, view)
    elif command.kind == "choose" and view.room_choice:
        yield from (line for line in _chosen(view.room_choice))
    elif command.kind == "pact" and view.pacts != before.pacts:
        yield f"  {view.pacts[-1].between}."
    elif command.kind == "carte-blanche" and view.projects != before.projects:
        yield from table.own_open(view)
    elif command.kind == "amend" and view.own_card and view.own_card != before.own_card:
        yield from table.amended(view.own_card)
    elif command.kind == "verify" and view.rumour and view.rumour != before.rumour:
        yield view.rumour.checking
    elif command.kind in ("ask", "take") and len(view.answers) > len(before.answers):
        yield f"  {_answered(view)}"
        asked = view.answers[-1].asked
        yield from table.promises(view, before, those={c.id for c in view.characters if c.id != asked})
    elif command.kind == "sort" and view.debate and view.debate.exercise:
        yield from _sorted(view, view.debate.exercise)
    elif command.kind == "tally" and view.mode == "training" and view.debate and view.debate.first:
        yield tr("COOP : {counts}", counts=_counts(view.debate.first))
    elif command.kind == "pick-act" and view.debate != before.debate and view.debate and view.debate.picked:
        yield f"  {view.debate.picked.sentence}"


def _sorted(view: View, now: ExerciseView) -> Iterator[str]:
    """Three sentences told apart, and two readings of the act."""
    words = dict(now.words)
    for said in now.sentences:
        line = tr("{text} C’est {claim}.", text=said.text, claim=said.word)
        if said.sorted is not None and said.sorted != said.claim:
            line += " " + tr("(répondu : {claim})", claim=words[said.sorted])
        yield f"- {line}"
    for who, text in now.readings:
        yield "  " + tr("{name} : « {says} »", name=view.character(who).short, says=text)


def _answered(view: View) -> str:
    """The last request with what stands behind it, and its answer, why told as the one who answered does."""
    answer = view.answers[-1]
    return f"{answer.sentence} {quoted(answer.says)}" if answer.says else answer.sentence


def _chosen(choice: RoomChoice) -> Iterator[str]:
    """How the room chose, and what."""
    for option in choice.options:
        if option.chosen:
            yield tr("La salle choisit, {how} : « {title} »", how=choice.said, title=option.title)
        elif option.tied:
            yield tr("Égalité : « {title} »", title=option.title)


def _opening(view: View) -> Iterator[str]:
    yield f"# {view.title}"
    yield ""
    yield view.pitch
    yield ""
    for character in view.characters:
        have = tokens(character.tokens)
        yield f"- {character.name}, {character.role} ({have})"


def _title(view: View) -> str:
    if view.phase.round and view.phase.kind in dict(view.phase.steps):
        where = tr("Tour {n} sur {total}", n=view.phase.round, total=view.phase.rounds)
        act = f" · {view.phase.act}" if view.phase.act else ""
        return f"## {where}{act} · {phase_word(view.phase.kind)}"
    return f"## {phase_word(view.phase.kind)}"


def _phase(view: View) -> Iterator[str]:
    yield ""
    yield _title(view)
    yield ""
    yield from _TOLD.get(view.phase.kind, _told)(view)


def _back(view: View, before: View) -> Iterator[str]:
    """A negotiation goes on after somebody was heard: its projects and promises have been told."""
    yield ""
    yield _title(view)
    yield ""
    yield from table.promises(view, before)


def _heard(view: View) -> Iterator[str]:
    """What the room makes of what it has heard."""
    if view.hearing is not None:
        if view.hearing.counts.received:
            yield tr("A répondu : {counts}", counts=_counts(view.hearing.counts))
        yield " ".join(part for part in (view.hearing.said, view.hearing.why) if part)


def _told(view: View) -> Iterable[str]:
    """What a phase says of itself."""
    told = PHASES[view.phase.kind].told
    return told(view) if told is not None else ()


def _briefing(view: View) -> Iterator[str]:
    for title, text, *_ in view.briefing:
        yield f"- {title} — {text}"


def _situation(view: View) -> Iterator[str]:
    for letter in view.letters:
        if letter.says:
            known = letter.verdict or letter.clock
            title = stopped(known) if known else tr("Vous vous souvenez ?")
            yield f"{title} {letter.says} ({' · '.join(letter.effects)})"
    yield from (one.said for one in view.handed_over)
    if view.phase.step != HANDOVER:
        yield from _event(view)


def _rumour(view: View) -> Iterator[str]:
    """What is said around the situation."""
    if view.rumour is not None:
        yield f"{tr('On dit que…')} {view.rumour.says}"


def _event(view: View) -> Iterator[str]:
    if view.situation is None:
        return
    told = (stopped(view.situation.title), view.situation.because, view.situation.text)
    yield " ".join(part for part in told if part)
    yield tr("{name} : « {says} »", name=view.situation.voice_name, says=view.situation.voice_says)
    yield view.situation.question
    if view.situation.effects:
        yield f"({' · '.join(view.situation.effects)})"


def _forecasts(view: View) -> Iterator[str]:
    for forecast in view.forecasts:
        yield f"- {table.promise_line(view, forecast)}"


def _choice(_view: View) -> Iterator[str]:
    yield tr("Chacun choisit en secret.")


def _votes_closed(before: View, view: View) -> Iterator[str]:
    """Forecasts are told when they are shown: with the reveal, or before the choice. What the room made of a
    rumour is told when it goes on."""
    rumour = before.rumour
    if rumour and before.phase.step == RUMOUR and view.phase.step != RUMOUR and rumour.counts.received:
        yield tr("C’est vrai : {counts}", counts=_counts(rumour.counts))
    if not view.forecasts_shown or before.forecasts_shown or not view.forecasts:
        return
    yield ""
    yield tr("Pronostics :")
    for forecast in view.forecasts:
        yield f"- {table.promise_line(view, forecast)} → {_counts(forecast.counts, forecast=True)}"


def _counts(counts: Counts, forecast: bool = False) -> str:
    if counts.yes is None:
        return ntr("{n} réponse", "{n} réponses", counts.received)
    fields = {"yes": counts.yes, "no": counts.no, "unsure": counts.unsure}
    said = (
        tr("{yes} tiendra, {no} ne tiendra pas, {unsure} ne sait pas", **fields)
        if forecast
        else tr("{yes} oui, {no} non, {unsure} ne sait pas", **fields)
    )
    return f"{said} ({counts.word})" if counts.word else said


def _debate_step(view: View) -> Iterator[str]:
    debate, step = view.debate, view.phase.step
    if debate is None or debate.picked is None:
        return
    if step in ("vote", "sentence"):
        act = debate.picked
        if act.of_situation:
            yield act.sentence
            yield tr("Et à propos de la situation : {question}", question=act.question)
        else:
            yield f"{act.sentence} {act.question}"
    elif step == "talk" and debate.first:
        yield tr("COOP : {counts}", counts=_counts(debate.first))
        yield tr("« {title} »", title=debate.picked.statement)
    elif step == "revote" and debate.statement:
        yield tr("D’accord avec la phrase : {counts}", counts=_counts(debate.statement))
    elif step == "map":
        if debate.second and view.mode != "training":
            yield tr("COOP : {counts}", counts=_counts(debate.second))
        if debate.sentence:
            yield debate.sentence
        yield from map_told(view)


def map_told(view: View) -> Iterator[str]:
    """Who moved on the map, and why."""
    for move in view.map.moves if view.map else ():
        way = move.after.word
        if move.before.label != move.after.label:
            way = f"{move.before.word} → {move.after.word}"
        yield "  " + " · ".join([f"{move.headline} ({way})", *_why(move)])
    if view.map:
        yield "  " + tr("Confiance mutuelle : {n}", n=view.map.mutual_trust)


def _why(move: MoveView) -> Iterator[str]:
    """Two reasons that explain a move, and a greater one that went against it."""
    toward, despite = move.toward[:2], move.despite[:1]
    yield from (_reason(reason) for reason in toward)
    if not toward and move.moved:
        yield tr("de petites choses s’ajoutent")
    if despite and (not toward or abs(despite[0].by) > abs(toward[0].by)):
        yield tr("malgré ceci : {reason}", reason=_reason(despite[0]))


def _reason(reason: Reason) -> str:
    axis = tr("synergie") if reason.of == "synergy" else tr("antagonisme")
    return f"{axis} {signed(reason.by, 1)} {reason.text}"


def _bilan(view: View) -> Iterator[str]:
    gauges = [f"{i.title} {i.start} → {i.value}" for i in view.indicators]
    yield listed(gauges) + "."
    if view.ending:
        yield f"{stopped(view.ending.title)} {view.ending.text}"
    for who, reached, gain, goal in view.results or ():
        shown = signed(gain, 1).lstrip("+"), signed(goal, 1).lstrip("+")
        word = tr("objectif atteint") if reached else tr("objectif manqué")
        yield "- " + tr(
            "{name} : {what}", name=view.character(who).name, what=f"{shown[0]} / {shown[1]}, {word}"
        )
    yield from mandates(view)
    yield from (known(one) for one in view.untold)
    yield from _needs(view)
    yield from _week(view)
    yield from groups.over(view)
    yield from sites.over(view)
    yield from corners.over(view)
    yield from ballot.over(view)


def _week(view: View) -> Iterator[str]:
    """What stands in the week in the end, and what does not any more."""
    week = view.timetable
    if week is None:
        return
    there = dict.fromkeys(hour.title for hour in week.hours if hour.title)
    names = listed([quoted(title) for title in there])
    yield tr("{week} : {names}.", week=week.title, names=names) if there else stopped(week.title)
    for gone in week.gone:
        yield "- " + tr("Tour {n} : {text}", n=gone.round, text=gone.said)


def _needs(view: View) -> Iterator[str]:
    """What became of what was heard in the town, and what lay there to the end."""
    for need in view.town.needs if view.town else ():
        words = {"text": need.overheard, "title": need.title, "said": need.said, "word": need.word}
        if need.round:
            yield tr("« {text} » {said} « {title} » : {word}.", **words)
        else:
            yield tr("Jamais entendu {at} : « {text} » C’était « {title} ». {said}", at=need.at, **words)


_TOLD: Final[Mapping[str, Callable[[View], Iterable[str]]]] = {
    "briefing": _briefing,
    "situation": _situation,
    "negotiation": table.negotiation,
    "forecast": _forecasts,
    "strips": corners.strips,
    "method": ballot.method,
    "ballot": ballot.catalogue,
    "choice": _choice,
    "reveal": reveal,
    "debate": _debate_step,
    "bilan": _bilan,
}
"""The lines of phases whose words are made of what several screens show."""
