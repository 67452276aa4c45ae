"""Works that are built in phases, and the ground that they take, as an audience sees them."""

from collections.abc import Iterator

from engine.content.model import Ground, ProjectCard
from engine.play.game import Game, count, trio
from engine.rules.sites import standing
from engine.telling import sites as words
from engine.telling.projects import changes_of, title
from engine.telling.reader import project_card
from engine.view.types import FeltView, GroundView, SiteMove, SitesView, SoftensView, WorksTold, WorksView
from engine.view.veil import Seen


def works(seen: Seen, id_: str, rounds_left: int) -> WorksView | None:
    """What makes a project a site, in a game with so many reveals to come; None of any other."""
    game, card = seen.game, project_card(seen.game, id_)
    if card is None or card.works is None:
        return None
    p = game.names.project(id_)
    phase, up = int(game.state.phase[p]), bool(game.state.site[p])
    first, end = int(game.board.phase_rows[p]), int(game.board.phase_rows[p + 1])
    each = words.each_now(game, seen.reader, id_)
    return WorksView(
        phases=card.phases,
        phase=phase,
        standing=up,
        left=card.phases - phase,
        each=each,
        each_said=words.each_said(each),
        felt=tuple(FeltView(*one) for one in words.hurt_by_name(game, seen.reader, id_)),
        next=tuple(count(trio(game.board.phase_costs[row])) for row in range(first + phase, end)),
        ground=card.works.ground,
        ground_said=words.ground_said(game, seen.reader, card),
        softened=tuple(title(game, seen.reader, other) for other in _softened(game, p)),
        said=words.where_it_is(card.phases, phase, up),
        too_late=card.phases - phase > rounds_left,
    )


def _softened(game: Game, works: int) -> Iterator[str]:
    """What is built that softens works."""
    for other in game.board.softens[:, works].nonzero()[0].tolist():
        if game.state.done[other]:
            yield game.names.projects[other]


def softens(seen: Seen, id_: str) -> SoftensView | None:
    """What a project softens; None of one that softens nothing."""
    card = project_card(seen.game, id_)
    if card is None or card.softens is None:
        return None
    return SoftensView(
        tuple(title(seen.game, seen.reader, other) for other in card.softens.works),
        not card.softens.works,
        words.each_round(seen.game, seen.reader, id_),
        words.softens_said(seen.game, seen.reader, id_),
    )


def ground(seen: Seen) -> SitesView | None:
    """The ground from above; None where a scenario has none."""
    game, written = seen.game, seen.game.scenario.sites
    if written is None or not len(game.board.phases):
        return None
    nuisance = words.nuisance(game, seen.reader)
    up, over = standing(game.state), game.table.phase == "bilan"
    return SitesView(
        title=seen.read(written.title),
        grounds=tuple(_part(seen, part) for part in written.grounds),
        standing=up,
        standing_said=words.standing_said(up),
        together=changes_of(game, seen.reader, written.together),
        together_said=words.together_said(game, seen.reader),
        nuisance=nuisance,
        nuisance_said=words.each_said(nuisance),
        told=tuple(_told(seen)) if over else (),
        cost=words.cost_of_all(game, seen.reader) if over else (),
    )


def _part(seen: Seen, part: Ground) -> GroundView:
    game, name = seen.game, seen.read(part.title)
    for card in _on(game, part.id):
        p = game.names.project(card.id)
        left, now = card.phases - int(game.state.phase[p]), bool(game.state.site[p])
        if not now and not game.state.done[p]:
            continue
        called = title(game, seen.reader, card.id)
        each = words.each_now(game, seen.reader, card.id) if now else ()
        to_go = left if now else 0
        return GroundView(
            part.id, name, "site" if now else "new", card.id, called, card.pictogram, to_go, each,
            words.on_ground(name, called, to_go),
        )  # fmt: skip
    return GroundView(part.id, name, "old", "", "", "", 0, (), name)


def _told(seen: Seen) -> Iterator[WorksTold]:
    """What became of the works whose hoarding went up, in the order in which it did."""
    game = seen.game
    up = [(rounds[0], id_) for id_ in game.names.projects if (rounds := words.rounds_up(game, id_))]
    for _, id_ in sorted(up, key=lambda one: one[0]):
        card = project_card(game, id_)
        assert card is not None
        rounds = words.rounds_up(game, id_)
        p = game.names.project(id_)
        left = card.phases - int(game.state.phase[p]) if game.state.site[p] else 0
        called = title(game, seen.reader, id_)
        yield WorksTold(
            id_, called, card.pictogram, words.ground_said(game, seen.reader, card), len(rounds), left,
            words.cost_in_all(game, seen.reader, id_),
            () if left else changes_of(game, seen.reader, card.changes),
            words.became(called, len(rounds), left),
        )  # fmt: skip


def _on(game: Game, ground: str) -> Iterator[ProjectCard]:
    """The works that take a part of the ground."""
    for card in game.scenario.projects:
        if card.works is not None and ground in card.works.ground:
            yield card


def moves(seen: Seen) -> Iterator[SiteMove]:
    """What the last reveal did to works."""
    return (SiteMove(*one) for one in words.moves(seen.game, seen.reader, len(seen.game.records)))
