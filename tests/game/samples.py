"""Views to look at: moments of recorded sessions, as they were or bent as far as texts and numbers can get.

    samples.view("negotiation"), samples.view("choice", case="worst", audience=holder)

They are read in the language in use (`engine.language.use`). `usual` is the moment as it was seen, `worst`
and `few` are bent: see tests/game/bending.py.
"""

from dataclasses import replace
from functools import cache
from typing import Literal

from engine import language
from engine.content.model import PhaseKind
from engine.view.types import (
    CONSOLE,
    ROOM,
    AnswerView,
    Audience,
    Change,
    CharacterView,
    ChoiceView,
    ClockView,
    Counts,
    GivenWord,
    Legal,
    OwnCard,
    RumourView,
    TokenCount,
    View,
)
from tests.game.bending import Case, bent
from tests.moments import Moment, moments

__all__ = [
    "CONSOLE",
    "ROOM",
    "Case",
    "bargained",
    "characters",
    "debate",
    "posture_map",
    "reveal",
    "t",
    "view",
]
SLUG = "au-lendemain-de-la-crue"
ELSEWHERE = {"hearing": "le-rez-de-chaussee"}
"""Phases that the other scenario alone has."""
NOW = 1_790_000_000.0
ROUND = 2
"""The round looked at: there are promises of every kind, a project of the room's own, words collected."""


def t(fr: str, en: str) -> str:
    """French or English, whichever is in use."""
    return language.typo(fr) if language.current() == "fr" else en


def view(
    kind: PhaseKind, step: str = "", case: Case = "usual", audience: Audience = ROOM, round: int = ROUND
) -> View:
    """What an audience sees in a phase, or one step of it ("" for the last one)."""
    return _view(kind, step, case, audience, round, language.current())


@cache
def _view(kind: PhaseKind, step: str, case: Case, audience: Audience, round: int, spoken: str) -> View:
    seen = _moment(kind, step, audience.character, round).view(audience, spoken)
    if seen.choice and seen.choice.mine:
        seen = replace(seen, choice=_one_in_hand(seen.choice))
    left = 48 if kind == "hearing" else 336
    clock = ClockView(NOW - 60, NOW + left, None, NOW - 1800, NOW + 3100, 0.0)
    seen = replace(seen, carte_blanche_new=False)  # the moment of its coming is over
    return bent(replace(seen, clock=clock), case)


def bargained(seen: View) -> View:
    """A negotiation in which somebody refused what was asked with an offer, and wants something else; a word
    was given for this round."""
    held = [who for who in seen.characters if who.held]
    asker, asked = (
        held[0],
        next((who for who in reversed(seen.characters) if not who.held), seen.characters[-1]),
    )
    first, last = max(seen.projects, key=lambda one: len(one.short)).short, seen.projects[-1].short
    wanted = t("1 temps", "1 time") + f" {first}"
    names = {"one": asker.short, "two": asked.short, "first": first, "last": last, "wanted": wanted}

    def said(fr: str, en: str) -> str:
        return t(fr, en).format(**names)

    answer = AnswerView(
        asker.id, asked.id, seen.projects[0].id, TokenCount(), "",
        says=said("Nous sommes trop peu nombreux pour porter cela sans personne d'autre, je l'ai dit.",
                  "There are too few of us to carry that without anybody else, I have said so."),
        request=said("{one} demande à {two} de donner {first}, contre 1 temps et 1 moyen {last} "
                     "(« cela sert à tout le monde ») :",
                     "{one} asks {two} to give {first}, in return for 1 time and 1 means {last} "
                     "(“it serves everybody”):"),
        reply=said("Tout le monde n'y gagne pas tant. Pas pour rien. Oui contre {wanted}.",
                   "Everybody does not gain that much from it. Not for nothing. "
                   "Yes in return for {wanted}."),
        counter=wanted,
    )  # fmt: skip
    word = said("La parole de {one} à {two} : promettre {first} ou {last}, ce tour-ci.",
                "The word of {one} to {two}: a promise {first} or {last}, this round.")  # fmt: skip
    askers = tuple(who.id for who in held)
    others = tuple(who.id for who in seen.characters if not who.held) or (asked.id,)
    projects, limits = tuple(p.id for p in seen.projects), tuple((who, TokenCount(2, 2, 2)) for who in askers)
    legal = tuple(entry for entry in seen.legal if entry.kind not in ("take", "ask"))
    ask = Legal("ask", askers, projects, ids=others, limits=limits, most=1)
    take = Legal("take", (asker.id,), ids=(f"{asker.id}/{asked.id}/{answer.project}",))
    given = (GivenWord(asker.id, asked.id, False, word),)
    return replace(seen, answers=(*seen.answers[-1:], answer), legal=(*legal, ask, take), given_words=given)


def word_broken(seen: View) -> View:
    """A reveal that tells of a word given in the round before, and not kept."""
    one, two = seen.characters[0], seen.characters[1]
    said = t(f"{one.short} n'a rien promis pour {two.short}, malgré sa parole.",
             f"{one.short} promised nothing for {two.short}, in spite of their word.")  # fmt: skip
    return replace(seen, given_words=(GivenWord(one.id, two.id, False, said),))


def _one_in_hand(choice: ChoiceView) -> ChoiceView:
    """The last token placed, taken back: there is something left to place."""
    assert choice.mine
    assert choice.left is not None
    project, kind = next((id, kind) for id, put in choice.mine for kind in put._fields if getattr(put, kind))
    mine = tuple((id, _changed(put, kind, -1) if id == project else put) for id, put in choice.mine)
    return replace(choice, mine=mine, left=_changed(choice.left, kind, 1))


def _changed(tokens: TokenCount, kind: str, by: int) -> TokenCount:
    return tokens._replace(**{kind: getattr(tokens, kind) + by})


def _moment(kind: PhaseKind, step: str, holder: str | None, round: int) -> Moment:
    """The last moment of a phase; of the choices, one halfway: somebody has decided, somebody has not."""
    alone = step == "sentence"
    recorded = moments(ELSEWHERE.get(kind, SLUG), "training" if alone else "facilitated")
    there = [m for m in recorded if m.game.table.phase == kind and m.game.table.step != "rumour"]
    there = [m for m in there if len(m.game.table.rounds) == round] or there
    if kind == "choice":
        return next(m for m in reversed(there) if m.game.table.passed_to == holder and _halfway(m, holder))
    return next(m for m in reversed(there) if step in ("", m.game.table.step))


def _halfway(moment: Moment, holder: str | None) -> bool:
    choice = moment.room().choice
    assert choice is not None
    return bool(holder) or bool(choice.confirmed and choice.waiting)


def characters(case: Case = "usual") -> tuple[CharacterView, ...]:
    """Eight people; twelve with the longest names; or three."""
    return view("situation", case=case).characters


def reveal(case: Case = "usual") -> View:
    return view("reveal", "", case)


def debate(step: str, case: Case = "usual", counted: bool = True, audience: Audience = ROOM) -> View:
    """A step of the debate; `counted`: all answers are in and shown."""
    seen = view("debate", step, case, audience)
    assert seen.debate is not None
    assert seen.debate.first is not None
    if counted:
        return seen
    first = seen.debate.first
    halfway = replace(first, received=first.expected // 2, yes=None, no=None, unsure=None, word="")
    halfway = replace(halfway, agreement=None)
    return replace(seen, debate=replace(seen.debate, first=halfway, second=None, statement=None))


def posture_map(case: Case = "usual", crowded: bool = False, audience: Audience = ROOM) -> View:
    """Who moved; the first of the cast waits for its holder's word. `crowded`: all stand at one place."""
    seen = view("debate", "map", case, audience)
    assert seen.map is not None
    first, *others = seen.map.moves
    moves = [replace(first, proposed=True), *others]
    if crowded:
        here = replace(moves[0].after, synergy=2.4, antagonism=2.4, label=seen.map.grid[1][1])
        moves = [replace(move, after=here) for move in moves]
    return replace(seen, map=replace(seen.map, moves=tuple(moves)))


def whispered(view: View, counted: tuple[int, int, int] | None = None) -> View:
    """Something is said around the situation: nobody has answered yet, or hands are counted."""
    asked, everybody = ("rumour:2",), tuple(who.id for who in view.characters)
    counts = Counts(asked[0], sum(counted or ()), 17, next_voter=1)
    if counted:
        yes, no, unsure = counted
        counts = replace(
            counts,
            yes=yes,
            no=no,
            unsure=unsure,
            word=t("Plutôt « c’est vrai », sans accord", "Rather “it is true”, without agreement"),
        )
    checking = t(
        "Inès et Odette vont vérifier. On saura à la révélation.",
        "Inès and Odette go and check. It will be known at the reveal.",
    )
    return replace(
        view, rumour=said(counts, checking if counted else ""), phase=replace(view.phase, step="rumour"),
        legal=(*view.legal, Legal("vote", ids=asked), Legal("tally", ids=asked, tables=view.tables),
               Legal("verify", who=everybody, ids=everybody)),
    )  # fmt: skip


def proposed(view: View, amended: Literal["", "changes", "cost"] = "", why: str = "") -> View:
    """The room's own project waits: as it was written, or with two points of it moved, or a token."""
    first, second, *_, last = view.indicators
    changes = (Change(first.id, first.title, 6), Change(last.id, last.title, 4))
    name = t("Une cuisine d’été, ouverte le soir, où l’on vient sans rien", "A summer kitchen, open at night")
    cost = TokenCount(10, 8, 0) if len(view.characters) > 9 else TokenCount(4, 3, 0)
    card = OwnCard(name, cost, changes, cost, changes)
    who = view.characters[-1]
    moved = f"{first.title}\u00a0−2, {second.title}\u00a0+2"
    if amended == "changes":
        card = replace(
            card,
            changes=(Change(first.id, first.title, 4), Change(second.id, second.title, 2), *changes[1:]),
            amended=t(
                f"{who.short} amende la carte blanche : {moved}.",
                f"{who.short} amends the carte blanche: {moved}.",
            ),
        )
    elif amended == "cost":
        card = replace(
            card,
            cost=TokenCount(cost.time, cost.means - 1, 1),
            amended=t(f"{who.short} amende la carte blanche : 1 appui au lieu de 1 moyen.",
                      f"{who.short} amends the carte blanche: 1 backing instead of 1 means."),
        )  # fmt: skip
    moves = [f"changes/{first.id}/{gauge.id}/{n}" for gauge in view.indicators[1:] for n in (1, 2)]
    moves += ["cost/time/means/1", "cost/means/backing/1"]
    may = () if amended else (Legal("amend", tuple(one.id for one in view.characters), ids=tuple(moves)),)
    label = t("Ouvrir ce chantier", "Open this project")
    return replace(
        view,
        own_card=replace(card, by=who.id if amended else "", why=why),
        phase=replace(view.phase, step="own-card", next_label=label),
        legal=(*(entry for entry in view.legal if entry.kind not in ("carte-blanche", "amend")), *may),
    )


def said(
    counts: Counts | None = None, checking: str = "", verdict: str = "", outcome: str = ""
) -> RumourView:
    """What is said, as long as it may be."""
    says = t(
        "Le bailleur a déjà vendu le bâtiment D, et tout le monde aura déménagé avant le printemps.",
        "The landlord has already sold Block D, and everybody will have moved out before the spring.",
    )
    price = t(
        "Pour vérifier : deux personnes de deux familles, 1 temps chacune.",
        "To check it: two people of two families, 1 time each.",
    )
    return RumourView(says, counts or Counts("rumour:2", 0, 17), price, checking, verdict, outcome)
