"""`of` makes a `View` out of a game, secrets gone and words put on."""

from collections.abc import Sequence
from dataclasses import replace

from engine.play.game import Game
from engine.play.phases import PHASES
from engine.rules.board import CARTE_BLANCHE
from engine.telling import terms
from engine.telling.place import place
from engine.telling.reader import Reader
from engine.telling.vocabulary import sourced
from engine.view import (
    agenda,
    ballot,
    choosing,
    console,
    corners,
    groups,
    hearing,
    maps,
    own_card,
    people,
    places,
    projects,
    requests,
    reveals,
    rumours,
    secrets,
    sites,
    stage,
    timetable,
    votes,
)
from engine.view.neighbourhood import neighbourhood
from engine.view.types import Audience, BriefingPage, ChoiceView, JournalLine, TokenCount, View
from engine.view.veil import Seen, veil


def of(
    game: Game,
    audience: Audience,
    language: str = "fr",
    plain: bool = False,
    journal: Sequence[JournalLine] = (),
    read_only: bool = False,
    like: View | None = None,
) -> View:
    """Everything that an audience may see of a game, in a language, easy to read (FALC) or not.

    `journal` is for the console alone; `read_only` leaves nothing to do. `like` is a view of the same game in
    the same words by the same audience, but for `mirrored` and `elsewhere`: what those leave as it is is
    taken from it.
    """
    reader = Reader(language, plain, game.one)
    with reader.speaking():
        seen = veil(game, audience, reader, read_only)
        if like is None:
            return _view(seen, journal)
        return replace(
            like,
            audience=audience,
            choice=_choice(seen),
            legal=seen.legal,
            passed_to=_passed_to(seen),
            own=_of_phase(seen),
        )


def _view(seen: Seen, journal: Sequence[JournalLine]) -> View:
    game, begin = seen.game, seen.game.begin
    return View(
        audience=seen.audience,
        scenario_id=game.scenario.id,
        title=seen.read(game.scenario.title),
        pitch=seen.read(game.scenario.pitch),
        place=place(game.scenario, seen.reader),
        mode=begin.mode,
        duration=begin.duration,
        participants=begin.participants,
        tables=begin.tables,
        phase=stage.phase(seen),
        clock=stage.clock(seen),
        indicators=people.indicators(seen),
        characters=people.characters(seen, people.round_gains(seen)),
        projects=projects.projects(seen),
        promises=projects.promises(seen),
        answers=requests.answers(seen),
        situation=stage.situation(seen),
        forecasts=votes.forecasts(seen),
        forecasts_shown=bool(game.round and game.round.shown),
        choice=_choice(seen),
        reveal=reveals.reveal(seen),
        debate=votes.debate(seen),
        map=maps.map_view(seen),
        briefing=_briefing(seen),
        carte_blanche_used=game.table.room_project is not None,
        carte_blanche_new=_just_written(game),
        own_placing=(_own(game, "before"), _own(game, "after")),
        outcome=game.table.outcome.reason if game.table.outcome else None,
        ending=stage.ending(seen),
        results=stage.results(seen),
        legal=seen.legal,
        console=console.console(seen, journal),
        passed_to=_passed_to(seen),
        letters=stage.letters(seen),
        countdowns=stage.countdowns(seen),
        handed_over=stage.handed_over(seen),
        room_choice=choosing.room_choice(seen),
        pacts=secrets.pacts(seen),
        pacts_refused=secrets.refusals(seen),
        mandates=secrets.mandates(seen),
        hearing=hearing.hearing(seen),
        own_card=own_card.own_card(seen),
        may_hear=hearing.proposed(seen),
        unheard=projects.unheard(seen),
        given_words=requests.given_words(seen),
        rumour=rumours.rumour(seen),
        untold=rumours.untold(seen),
        terms=terms.told(game.scenario, seen.reader.language),
        refers=_refers(game),
        own=_of_phase(seen),
        neighbourhood=neighbourhood(game),
        agenda=agenda.agenda(seen),
        town=places.town(seen),
        timetable=timetable.week(seen),
        baton=timetable.baton(seen),
        groups=groups.all_groups(seen),
        sites=sites.ground(seen),
        corners=corners.room(seen),
        ballot=ballot.ballot(seen),
    )


def _just_written(game: Game) -> bool:
    """Whether the room's own project came to the table in this round."""
    own = game.table.room_project
    return own is not None and own.round == len(game.table.rounds) and CARTE_BLANCHE in game.open


def _refers(game: Game) -> str:
    """The panel of the briefing that is meant now: the debate's where it names one, else the situation's."""
    record = game.round
    if record is None or not game.in_round:
        return ""
    act = next((act for act in record.acts if act.id == record.picked), None)
    debate = next((card for card in game.scenario.debates if act is not None and card.id == act.card), None)
    situation = next(card for card in game.scenario.situations if card.id == record.situation)
    return (debate.briefing if debate is not None else None) or situation.briefing or ""


def _of_phase(seen: Seen) -> object:
    """What the phase alone shows, out of what may be known."""
    shows = PHASES[seen.game.table.phase].shows
    return shows(seen) if shows is not None else None


def _passed_to(seen: Seen) -> str | None:
    """Who has the computer, unless that is another screen's."""
    return None if seen.audience.elsewhere else seen.game.table.passed_to


def _choice(seen: Seen) -> ChoiceView | None:
    """Who has confirmed, for all; a holder's own tokens for that holder."""
    game = seen.game
    if game.table.phase != "choice":
        return None
    mine = None
    if seen.mine is not None:
        mine = tuple((p, TokenCount(*seen.mine.get(p, (0, 0, 0)))) for p in game.open)
    return ChoiceView(
        confirmed=game.table.confirmed,
        waiting=tuple(who for who in game.held if who not in game.table.confirmed),
        passed_to=_passed_to(seen),
        private_screen=not seen.audience.mirrored
        and (game.begin.private_screen or game.begin.mode != "facilitated"),
        mine=mine,
        left=TokenCount(*seen.left) if seen.left is not None else None,
    )


def _briefing(seen: Seen) -> tuple[BriefingPage, ...]:
    """The panels; what is said beside them is the console's."""
    return tuple(
        BriefingPage(
            seen.read(panel.title),
            seen.read(panel.text),
            seen.read(panel.note) if seen.console else "",
            sourced(*(seen.read(text) for text in (panel.source, panel.dated) if text is not None)),
        )
        for panel in seen.game.scenario.briefing
    )


def _own(game: Game, when: str) -> tuple[int, ...]:
    """How many placed themselves at each step from je to nous, all tables together."""
    lines = [line.counts for line in game.table.own_placings if line.when == when]
    return tuple(sum(column) for column in zip(*lines, strict=True)) if lines else (0,) * 7
