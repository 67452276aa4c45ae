"""Requests with something in return: what is offered, what is said for it, what is wanted instead."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import product

import pytest

from engine.content import library
from engine.content.model import KINDS, Tokens
from engine.fixed import ONE
from engine.numbers import LISTENED
from engine.play.actors import Actor
from engine.play.commands import (
    BECAUSE,
    Advance,
    Announce,
    Ask,
    Because,
    Begin,
    CarteBlanche,
    Offer,
    Promise,
    Take,
    Undo,
    Withdraw,
    from_json,
    to_json,
)
from engine.play.table import AnswerRecord
from engine.rules import promising
from engine.rules import state as states
from engine.rules.promising import say
from engine.rules.values import own_value
from engine.session.session import Session
from engine.view.types import CONSOLE, ROOM
from tests.engine.driving import Ticker, code, go, to
from tests.engine.small import begin, scenario

SEEDS = range(16)


def negotiations(seeds: range = SEEDS, rounds: int = 0) -> Iterator[Session]:
    """Small sessions in their negotiation, everybody simulated having announced."""
    for seed in seeds:
        yield to("negotiation", seed=seed, rounds=rounds)


def askable(whole: Session) -> list[tuple[str, str]]:
    """Whom Ana may ask for what."""
    legal = next(option for option in whole.legal() if option.kind == "ask")
    return [(who, p) for who in legal.ids for p in legal.projects if f"ana/{who}/{p}" not in legal.barred]


def asked(
    whole: Session, who: str, project: str, offer: Offer | None = None, next_round: bool = False,
    why: Because | None = None,
) -> AnswerRecord:  # fmt: skip
    whole.do(Ask(asker="ana", asked=who, project=project, offer=offer, next_round=next_round, why=why))
    return whole.game.playing.answers[-1]


def would(whole: Session, who: str, project: str, **more: object) -> AnswerRecord:
    """The answer to a request that is taken back at once."""
    number = whole.game.table.number
    whole.do(Ask.model_validate({"asker": "ana", "asked": who, "project": project, **more}))
    answer = whole.game.playing.answers[-1]
    whole.do(Undo(to=number))
    return answer


def offers(whole: Session) -> list[Offer]:
    """Every single token that Ana may offer."""
    legal = next(option for option in whole.legal() if option.kind == "ask")
    free, needs, holds = dict(legal.limits)["ana"], dict(legal.needs), dict(legal.holds)
    return [
        Offer(project=p, tokens=Tokens(**{kind: 1}))
        for p in legal.projects
        for k, kind in enumerate(KINDS)
        if free[k] and needs[p][k] > holds.get(f"ana/{p}", (0, 0, 0))[k]
    ]


def test_a_request_with_nothing_behind_it_is_answered_by_the_rule_of_always() -> None:
    for whole in negotiations():
        for who, project in askable(whole):
            game, state = whole.game, states.copy(whole.game.state)
            one, p = game.names.character(who), game.names.project(project)
            accepts = promising.answer(game.board, state, game.opening, 0, one, p) > 0
            assert any(asked(whole, who, project).accepted) == accepts
            assert states.equal(whole.game.state, state)


def test_a_request_is_written_as_it_was_where_nothing_stands_behind_it() -> None:
    line = '{"asked":"cy","asker":"ana","kind":"ask","project":"bikes"}'
    assert to_json(from_json(line)) == line


@pytest.mark.no_cover  # lines that other tests walk
def test_what_made_the_difference_is_what_would_have_been_missing() -> None:
    """A yes owed to the offer is a no without it; owed to the reason, a no without that; owed to neither, a
    yes to the bare request."""
    seen = set()
    for whole in negotiations():
        for who, project in askable(whole):
            bare = any(would(whole, who, project).accepted)
            for why in (None, *BECAUSE):
                reasoned = any(would(whole, who, project, why=why).accepted)
                for offer in offers(whole):
                    answer = would(whole, who, project, offer=offer, why=why)
                    if not any(answer.accepted):
                        continue
                    seen.add(answer.thanks_to)
                    assert (answer.thanks_to == "") == bare
                    assert answer.thanks_to != "reason" or reasoned
                    assert answer.thanks_to != "offer" or not reasoned
                    assert answer.why is not None
                    if answer.thanks_to == "offer":
                        assert (answer.why.reason, answer.why.where) == ("offered", offer.project)
    assert seen == {"", "reason", "offer"}


def test_what_is_offered_becomes_a_public_promise_when_the_answer_is_yes_and_only_then() -> None:
    said = set()
    for whole in negotiations():
        for who, project in askable(whole)[:3]:
            for offer in offers(whole)[:1]:
                before = {p.project: p.tokens for p in whole.game.playing.promises if p.who == "ana"}
                answer = asked(whole, who, project, offer)
                after = {p.project: p.tokens for p in whole.game.playing.promises if p.who == "ana"}
                some = (offer.tokens.time, offer.tokens.means, offer.tokens.backing)
                there = before.get(offer.project, (0, 0, 0))
                more = tuple(a + b for a, b in zip(there, some, strict=True))
                said.add(any(answer.accepted))
                assert after == ({**before, offer.project: more} if any(answer.accepted) else before)
    assert said == {True, False}


@pytest.mark.no_cover  # lines that other tests walk
def test_a_yes_that_only_the_askers_own_part_tips_waits_for_it() -> None:
    found = 0
    for whole in negotiations(range(40)):
        for who, project in askable(whole):
            for offer in offers(whole):
                answer = would(whole, who, project, offer=offer)
                tipped = any(answer.accepted) and answer.thanks_to == "offer" and offer.project == project
                assert (answer.if_kind is not None) == tipped
                if tipped:
                    asked(whole, who, project, offer)
                    made = next(
                        p for p in whole.game.playing.promises if (p.who, p.project) == (who, project)
                    )
                    assert made.if_who == "ana"
                    assert getattr(offer.tokens, str(made.if_kind)) == 1
                    [told] = [
                        a for a in whole.view(ROOM, "fr").answers if (a.asked, a.project) == (who, project)
                    ]
                    assert told.reply.startswith("Oui, si Ana y donne ")
                    assert ", si Ana y donne " in told.sentence
                    found += 1
                    break
    assert found


@pytest.mark.no_cover  # lines that other tests walk
@pytest.mark.parametrize("which", ["small", "au-lendemain-de-la-crue", "le-rez-de-chaussee"])
def test_what_is_wanted_in_return_may_be_taken_and_is_then_a_yes(which: str) -> None:
    whole_scenario = scenario() if which == "small" else library.load(which).scenario
    assert whole_scenario is not None
    me = whole_scenario.cast[0].character
    taken = 0
    for seed in SEEDS:
        how = Begin(duration="training", mode="training", seats={me: "held"}, participants=1)
        whole = go(Session.create(whole_scenario, how, seed, now=Ticker()), "negotiation")
        game = whole.game
        for who in game.simulated:
            for project in game.needing:
                if code(whole, Ask(asker=me, asked=who, project=project)):
                    continue
                if whole.game.playing.answers[-1].counter is None:
                    continue
                option = next((legal for legal in whole.legal() if legal.kind == "take"), None)
                assert option is not None, "nothing has happened since it was wanted"
                assert f"{me}/{who}/{project}" in option.ids
                whole.do(Take(asker=me, asked=who, project=project))
                answer = whole.game.playing.answers[-1]
                assert any(answer.accepted)
                assert answer.thanks_to == "offer"
                taken += 1
        for id_ in next((legal.ids for legal in whole.legal() if legal.kind == "take"), ()):
            asker, who, project = id_.split("/")
            assert not code(whole, Take(asker=asker, asked=who, project=project))
    assert taken > 3


def test_what_was_wanted_can_no_longer_be_taken_once_the_asker_has_none_of_it_left() -> None:
    found = 0
    for whole in negotiations():
        for who, project in askable(whole):
            answer = asked(whole, who, project)
            if answer.counter is None or not answer.counter.project:
                continue
            kind = KINDS[next(k for k in range(3) if answer.counter.tokens[k])]
            legal = next(option for option in whole.legal() if option.kind == "promise")
            free, needs = getattr(dict(legal.limits)["ana"], kind), dict(legal.needs)
            for other in legal.projects:
                some = min(free, getattr(needs[other], kind))
                if other != answer.counter.project and some:
                    whole.do(Promise(who="ana", project=other, tokens=Tokens(**{kind: some})))
                    free -= some
            if not free:
                assert code(whole, Take(asker="ana", asked=who, project=project)) == "nothing-to-take"
                found += 1
            break
    assert found


@pytest.mark.no_cover  # lines that other tests walk
def test_an_untrue_reason_weighs_nothing_and_is_answered_to() -> None:
    untrue = 0
    for whole in negotiations(rounds=2):
        for who, project in askable(whole):
            bare = would(whole, who, project)
            for why in BECAUSE:
                answer = would(whole, who, project, why=why)
                if answer.true:
                    continue
                assert answer.accepted == bare.accepted
                assert answer.why == bare.why
                untrue += 1
                if not any(answer.accepted) and not any(bare.accepted):
                    asked(whole, who, project, why=why)
                    reply = whole.view(ROOM, "fr").answers[-1].reply
                    assert len(reply.split(". ")) > 1, "first what was said is answered, then comes the no"
                    break
    assert untrue


def test_what_serves_who_is_asked_is_true_of_what_its_stakes_say() -> None:
    whole = to("negotiation")
    answers = {
        (who, project): would(whole, who, project, why="serves-you").true for who, project in askable(whole)
    }
    assert answers, "somebody may be asked"
    stakes = {"cy": {"health": 5, "work": 5}, "di": {"health": 8, "work": 2}}
    for (who, project), true in answers.items():
        card = next(p for p in scenario().projects if p.id == project)
        worth = sum(stakes[who].get(gauge, 0) * by for gauge, by in card.changes.items()) / 10
        assert true == (worth >= 1.0)


def test_one_who_gave_for_somebody_may_say_so_in_the_next_round() -> None:
    whole = to("negotiation", rounds=2)
    given = whole.game.table.rounds[0].given.get("ana", {})
    names = whole.game.names
    for who, project in askable(whole):
        served = any(
            own_value(whole.game.board, whole.game.state, names.character(who), names.project(p)) > 0
            for p in given
        )
        assert would(whole, who, project, why="helped").true == served


def test_nobody_piles_onto_a_full_project_whatever_is_offered() -> None:
    whole = to("negotiation")
    project = next(p for p in whole.game.needing if p != "carte-blanche")
    lack = whole.game.lack(project)
    state = states.copy(whole.game.state)
    say(state, 1, whole.game.names.project(project), lack)
    game = replace(whole.game, state=state)
    whole.history[-1] = game
    for who, other in askable(whole):
        if other == project:
            answer = asked(whole, who, project, next_round=True, why="serves-all")
            assert not any(answer.accepted)
            assert answer.counter is None
            assert answer.why is not None
            assert answer.why.reason == "full"


@pytest.mark.no_cover  # lines that other tests walk
def test_who_takes_back_what_was_offered_loses_what_it_was_given_for() -> None:
    found = 0
    for whole in negotiations(range(40)):
        for who, project in askable(whole):
            answer = asked(whole, who, project)
            if answer.counter is None or not answer.counter.project:
                continue
            before = {p.project for p in whole.game.playing.promises if p.who == "ana"}
            if answer.counter.project in before:
                continue
            whole.do(Take(asker="ana", asked=who, project=project))
            mine = next(
                p for p in whole.game.playing.promises
                if (p.who, p.project) == ("ana", answer.counter.project)
            )  # fmt: skip
            whole.do(Withdraw(promise=mine.id))
            left = {(p.who, p.project) for p in whole.game.playing.promises}
            assert (who, project) not in left
            short = whole.view(ROOM).character(who).short
            assert f" ; {short} aussi" in whole.view(CONSOLE, "fr").console.journal[-1].sentence.replace(
                "\u202f", " "
            ).replace("\u00a0", " ")
            found += 1
            break
    assert found


def _granted_again() -> tuple[Session, AnswerRecord, AnswerRecord]:
    """Somebody agrees for what Ana offers, then to Bo elsewhere in the place of it, then to Bo there too."""
    two = begin(seats=dict.fromkeys(("ana", "bo"), "held"))
    for seed in range(40, 60):
        whole = to("negotiation", seed=seed, how=two)
        for (who, project), offer in product(askable(whole), offers(whole)):
            start = whole.game.table.number
            first = asked(whole, who, project, offer)
            if first.thanks_to == "offer":
                for other in whole.game.needing:
                    again = _of_bo(whole, who, other, project)
                    if again is not None:
                        return whole, first, again
            whole.do(Undo(to=start))
    raise AssertionError("nobody ever agrees to the same twice")


def _of_bo(whole: Session, who: str, other: str, project: str) -> AnswerRecord | None:
    """The yes to Bo for `project`, after one for another that took its place; None, all undone, without."""
    before = whole.game.table.number
    for there in (other, project):
        if code(whole, Ask(asker="bo", asked=who, project=there)):
            break
        answer = whole.game.playing.answers[-1]
        if not any(answer.accepted) or (there == other and project not in answer.dropped):
            break
    else:
        return answer
    if whole.game.table.number > before:
        whole.do(Undo(to=before))
    return None


def test_who_takes_back_an_offer_takes_nothing_of_what_was_granted_to_somebody_else_since() -> None:
    whole, first, again = _granted_again()
    assert first.bid is not None
    given = next(p for p in whole.game.playing.promises if (p.who, p.project) == ("ana", first.bid.project))
    whole.do(Withdraw(promise=given.id))
    assert (again.asked, again.project) in {(p.who, p.project) for p in whole.game.playing.promises}


def _word_given() -> tuple[Session, str]:
    """A session in which Ana got a yes for her word for the next round."""
    for whole in negotiations(range(60)):
        for who, project in askable(whole):
            if any(would(whole, who, project, next_round=True).accepted):
                asked(whole, who, project, next_round=True)
                return whole, who
    raise AssertionError("nobody ever takes a word for the next round")


def test_a_word_for_the_next_round_is_kept_by_a_promise_that_serves_the_other() -> None:
    whole, who = _word_given()
    go(whole, "negotiation", rounds=2)
    [word] = whole.view(ROOM, "fr").given_words
    assert (word.who, word.to, word.kept) == ("ana", who, False)
    project = whole.game.playing.words[0].where[0]
    lack, have = whole.game.lack(project), whole.game.tokens("ana")
    kind = next(k for k in range(3) if min(lack[k], have[k]))
    whole.do(Promise(who="ana", project=project, tokens=Tokens(**{KINDS[kind]: 1})))
    assert whole.view(ROOM).given_words[0].kept
    go(whole, "reveal", rounds=2)
    assert whole.game.playing.words[0].kept


def test_a_word_may_be_kept_by_a_promise_to_the_rooms_own_project() -> None:
    whole, _ = _word_given()
    go(whole, "negotiation", rounds=2)
    changes = dict.fromkeys(whole.game.names.indicators, 2)
    whole.do(CarteBlanche(name="Un banc", cost=Tokens(time=2, means=2, backing=2), changes=changes))
    assert "carte-blanche" in whole.game.playing.words[0].where
    kind = next(kind for kind, n in zip(KINDS, whole.game.tokens("ana"), strict=True) if n)
    whole.do(Promise(who="ana", project="carte-blanche", tokens=Tokens(**{kind: 1})))
    assert whole.view(ROOM, "fr").given_words[0].kept
    go(whole, "reveal", rounds=2)
    assert whole.game.playing.words[0].kept


def test_a_word_not_kept_costs_the_trust_of_who_had_it_and_is_told() -> None:
    whole, who = _word_given()
    go(whole, "choice", rounds=2)
    for record in whole.game.playing.promises:
        assert record.who != "ana", "she promises nothing"
    before = whole.game
    go(whole, "reveal", rounds=2)
    one, i = whole.game.names.character(who), 0
    record = whole.game.records[-1]
    assert record.trust_acts[one, i] < 0
    assert whole.game.state.trust[one, i] < before.state.trust[one, i] < ONE
    [word] = whole.view(ROOM, "fr").given_words
    assert word.kept is False
    assert word.sentence.startswith("Ana n’a rien promis pour ")


def test_a_holder_takes_only_what_is_wanted_of_them() -> None:
    for whole in negotiations():
        for who, project in askable(whole):
            if asked(whole, who, project).counter is None:
                continue
            taking = Take(asker="ana", asked=who, project=project)
            assert not any(option.kind == "take" for option in whole.legal(Actor("holder", who="bo")))
            assert any(option.kind == "take" for option in whole.legal(Actor("holder", who="ana")))
            whole.do(taking, Actor("holder", who="ana"))
            return
    raise AssertionError("nobody ever wants anything")


def test_a_session_file_gives_the_same_requests_again(tmp_path: object) -> None:
    path = tmp_path / "a.coop"  # type: ignore[operator]
    whole = Session.create(scenario(), begin(), 7, path, now=Ticker())
    while whole.game.table.phase != "negotiation":
        whole.do(Advance())
    whole.do(Announce())
    for who, project in askable(whole):
        asked(whole, who, project, next_round=True, why="serves-you")
    for id_ in next((legal.ids for legal in whole.legal() if legal.kind == "take"), ()):
        asker, who, project = id_.split("/")
        code(whole, Take(asker=asker, asked=who, project=project))
    said = whole.game.playing.answers
    whole.close()
    again = Session.open(path)
    assert again.game.playing.answers == said
    assert not again.changed_rules
    again.close()


def test_a_known_liar_is_heard_only_where_the_others_word_waits_for_theirs() -> None:
    """Nothing said or promised elsewhere is enough: the tokens have to be in sight."""
    found = 0
    for whole in negotiations():
        for who, project in askable(whole):
            state = whole.game.state
            i, j = whole.game.names.character("ana"), whole.game.names.character(who)
            state.trust[j, i] = LISTENED - 1
            state.believes[j, i] = 0
            assert not any(would(whole, who, project, why="serves-all", next_round=True).accepted)
            for offer in offers(whole):
                answer = would(whole, who, project, offer=offer)
                if any(answer.accepted):
                    found += 1
                    assert offer.project == project
                    assert answer.thanks_to == "offer"
    assert found, "some take a guarantee"
