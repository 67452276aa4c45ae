"""The secret choices: who has the computer, and where the holders' tokens go."""

from collections.abc import Mapping
from dataclasses import replace

from engine.content.model import KINDS
from engine.language import tr
from engine.play.actors import Actor
from engine.play.commands import Confirm, KeepWord, PassTo, Place, Reopen
from engine.play.events import Event
from engine.play.game import Game, count, kind_trio, minus, plus, trio
from engine.play.legal import Code, Legal
from engine.play.phase import Phase
from engine.play.rule import HOLDS, Done, Rule, changed, own
from engine.play.table import NOTHING, Trio
from engine.play.walking import beyond, not_there
from engine.rules.pacts import is_sealed


def _deciding(game: Game) -> tuple[str, ...]:
    """Holders who have not confirmed."""
    return tuple(who for who in game.held if who not in game.table.confirmed)


def _when(game: Game) -> Code | None:
    return None if game.held else "simulated"


def _not_deciding(game: Game, who: str) -> Code:
    """Why somebody is not among those who may decide now."""
    if who not in game.names.characters:
        return "unknown-character"
    return "simulated" if who not in game.held else "confirmed"


def _check_deciding(game: Game, legal: Legal, command: Confirm | KeepWord) -> Code | None:
    return None if command.who in legal.who else _not_deciding(game, command.who)


# ---- Passing the computer ---------------------------------------------------------------------------------


def _pass(game: Game) -> Legal | Code:
    """To choose in secret; in other phases that allow it, to read one's own sheet."""
    reading = game.table.phase != "choice"
    if not game.held:
        return "wrong-phase" if reading else "simulated"
    if game.begin.mode == "facilitated" and not game.begin.private_screen:
        return "mirrored"
    at = game.table.passed_to
    others = tuple(who for who in (game.held if reading else _deciding(game)) if who != at)
    if not others and at is None:
        return "confirmed"
    return Legal("pass-to", others, ids=("back",) if at else ())


def _check_pass(game: Game, legal: Legal, command: PassTo) -> Code | None:
    if command.who is None:
        return None if legal.ids else "already-passed"
    if command.who in legal.who:
        return None
    return "already-passed" if command.who == game.table.passed_to else _not_deciding(game, command.who)


def _giving_back(game: Game, legal: Legal, actor: Actor) -> Legal | None:
    """Who has the computer gives it back; to whom it goes is for whoever leads."""
    return replace(legal, who=()) if legal.ids and game.table.passed_to == actor.who else None


def _gives_back(game: Game, command: PassTo, actor: Actor) -> bool:
    return command.who is None and game.table.passed_to == actor.who


def _perform_pass(game: Game, command: PassTo) -> Done:
    return changed(game, passed_to=command.who), (Event("passed", who=command.who or ""),)


# ---- Tokens in secret -------------------------------------------------------------------------------------


def _place(game: Game) -> Legal | Code:
    not_now = _when(game)
    if not_now:
        return not_now
    who = _deciding(game)
    if not who:
        return "confirmed"
    placed = tuple(
        f"{w}/{project}/{kind}"
        for w in who
        for project, tokens in game.placed(w).items()
        for kind, number in zip(KINDS, tokens, strict=True)
        if number
    )
    limits = tuple((w, count(game.left(w))) for w in who)
    needs = game.needs
    holds = tuple(
        (f"{w}/{project}", count(tokens)) for w in who for project, tokens in game.placed(w).items()
    )
    reach = game.within_reach(who, [p for p, _ in needs])
    return Legal(
        "place", who, tuple(p for p, _ in needs), KINDS, placed, limits, needs=needs, holds=holds, reach=reach
    )


def _check_place(game: Game, legal: Legal, command: Place) -> Code | None:
    if command.who not in legal.who:
        return _not_deciding(game, command.who)
    if command.project not in legal.projects:
        return not_there(game, command.project)
    if command.by == -1:
        here = f"{command.who}/{command.project}/{command.token}"
        return None if here in legal.ids else "nothing-placed"
    kind = KINDS.index(command.token)
    placed = game.placed(command.who).get(command.project, NOTHING)
    if game.lack(command.project)[kind] <= placed[kind]:
        return "not-needed"
    too_far = beyond(game, command.who, command.project, plus(placed, kind_trio(command.token)))
    if too_far:
        return too_far
    return None if dict(legal.limits)[command.who][kind] > 0 else "no-tokens"


def _own_tokens(game: Game, legal: Legal, actor: Actor) -> Legal | None:
    mine = own(game, legal, actor)
    if mine is None:
        return None
    start = f"{actor.who}/"
    ids = tuple(id_ for id_ in mine.ids if id_.startswith(start))
    return replace(mine, ids=ids, holds=tuple(hold for hold in mine.holds if hold[0].startswith(start)))


def _perform_place(game: Game, command: Place) -> Done:
    mine = dict(game.placed(command.who))
    one = kind_trio(command.token)
    before = mine.pop(command.project, NOTHING)
    after = plus(before, one) if command.by == 1 else minus(before, one)
    if any(after):
        mine[command.project] = after
    return _placing(game, command.who, mine), (Event("placed", who=command.who),)


def _placing(game: Game, who: str, mine: Mapping[str, Trio]) -> Game:
    """The game with a holder's tokens; those put on the private screen are for no other eyes."""
    unseen = tuple(other for other in game.table.unseen if other != who)
    if game.table.passed_to == who:
        unseen = (*unseen, who)
    return changed(game, placing={**game.table.placing, who: dict(mine)}, unseen=unseen)


def _confirm(game: Game) -> Legal | Code:
    not_now = _when(game)
    if not_now:
        return not_now
    return Legal("confirm", _deciding(game)) if _deciding(game) else "confirmed"


def _perform_confirm(game: Game, command: Confirm) -> Done:
    """What is confirmed is what the one who confirms could see."""
    return _confirmed(_placing(game, command.who, game.placed(command.who)), command)


def _confirmed(game: Game, command: Confirm | KeepWord) -> Done:
    """A confirmed choice also gives the computer back."""
    passed = game.table.passed_to
    game = changed(
        game,
        confirmed=(*game.table.confirmed, command.who),
        passed_to=None if passed == command.who else passed,
    )
    return game, (Event("confirmed", who=command.who),)


def _keep_word(game: Game) -> Legal | Code:
    legal = _confirm(game)
    return replace(legal, kind="keep-word") if isinstance(legal, Legal) else legal


def as_said(game: Game, who: str) -> dict[str, Trio]:
    """What a holder promised aloud, then what a pact adds to it, as far as the tokens go: by project."""
    i, state = game.names.character(who), game.state
    given = {p: trio(state.promised[i, game.names.project(p)]) for p in game.open}
    if is_sealed(state, i):
        project = game.names.projects[state.pact_project[i]]
        others = plus(*(tokens for p, tokens in given.items() if p != project))
        left, said = minus(game.tokens(who), others), given[project]
        time, means, backing = (
            max(a, min(b, n)) for a, b, n in zip(said, state.pact[i].tolist(), left, strict=True)
        )
        given[project] = (time, means, backing)
    return {p: tokens for p, tokens in given.items() if any(tokens)}


def _perform_keep_word(game: Game, command: KeepWord) -> Done:
    game = _placing(game, command.who, as_said(game, command.who))
    return _confirmed(changed(game, keeping=(*game.table.keeping, command.who)), command)


def _reopen(game: Game) -> Legal | Code:
    not_now = _when(game)
    if not_now:
        return not_now
    return Legal("reopen", game.table.confirmed) if game.table.confirmed else "not-confirmed"


def _check_reopen(game: Game, legal: Legal, command: Reopen) -> Code | None:
    if command.who in legal.who:
        return None
    code = _not_deciding(game, command.who)
    return "not-confirmed" if code == "confirmed" else code


def _perform_reopen(game: Game, command: Reopen) -> Done:
    """What had been decided stays its holder's secret: a choice taken up again starts empty."""
    confirmed = tuple(who for who in game.table.confirmed if who != command.who)
    keeping = tuple(who for who in game.table.keeping if who != command.who)
    game = changed(_placing(game, command.who, {}), confirmed=confirmed, keeping=keeping)
    return game, (Event("reopened", who=command.who),)


RULES = {
    "pass-to": Rule(_pass, _perform_pass, _check_pass, HOLDS, _giving_back, _gives_back),
    "place": Rule(_place, _perform_place, _check_place, HOLDS, _own_tokens, secret=True),
    "confirm": Rule(_confirm, _perform_confirm, _check_deciding, HOLDS, secret=True),
    "keep-word": Rule(_keep_word, _perform_keep_word, _check_deciding, HOLDS, secret=True),
    "reopen": Rule(_reopen, _perform_reopen, _check_reopen, HOLDS, secret=True),
}


def _missing(game: Game) -> Code | None:
    return "choices-missing" if any(who not in game.table.confirmed for who in game.held) else None


PHASE = Phase(
    "choice",
    title=lambda _step: tr("Choix secrets"),
    opens=lambda _game: tr("Passer aux choix secrets"),
    commands=frozenset({"show-forecasts", "pass-to", "place", "confirm", "keep-word", "reopen"}),
    stays=_missing,
)
