"""What the room reads of a reveal: the gate, each fact, each project, who fell out of a presupposition."""

from collections.abc import Iterable
from dataclasses import replace

import pytest

from engine.content.model import KINDS, Tokens
from engine.debrief.record import rounds
from engine.play.commands import Advance, Confirm, Place, Promise
from engine.play.table import Act
from engine.session.session import Session
from engine.telling import debates, devices, facts
from engine.telling.reader import Reader
from engine.view import of
from engine.view.types import ROOM, Audience
from engine.view.veil import veil
from tests.engine.driving import go, to
from tests.engine.small import begin, scenario


def test_the_reveal_says_in_words_whether_gains_count():
    sentences = {
        to("reveal", seed=seed, rounds=1 + seed % 2).view(ROOM).reveal.commons.sentence for seed in range(14)
    }
    assert "En baisse\u00a0: ce tour, aucun gain personnel ne compte." in sentences
    assert "En hausse\u00a0: les gains personnels de ce tour comptent." in sentences


def test_a_common_good_that_is_full_asks_for_nothing_that_could_make_it_rise():
    game = to("negotiation").game
    for value, needed in ((99, 3), (100, None)):
        full = game.state.ind.copy()
        full[game.board.gate] = value
        gauges = of(replace(game, state=game.state._replace(ind=full)), ROOM).indicators
        assert next(i for i in gauges if i.gate).needed == needed


def _revealed(*promised: tuple[str, str, tuple[int, int, int]], given: dict[str, tuple[str, str]]) -> Session:
    said = (
        Promise(who=who, project=project, tokens=Tokens(**dict(zip(KINDS, tokens, strict=True))))
        for who, project, tokens in promised
    )
    return _given(said, [(who, project, token) for who, (project, token) in given.items()])


def _given(promised: Iterable[Promise], given: Iterable[tuple[str, str, str]]) -> Session:
    """A reveal where all are held: what was promised aloud, then the tokens placed one by one."""
    whole = to("negotiation", how=begin(seats=dict.fromkeys(("ana", "bo", "cy", "di"), "held")))
    for said in promised:
        whole.do(said)
    go(whole, "choice")
    for who, project, token in given:
        whole.do(Place.model_validate({"who": who, "project": project, "token": token, "by": 1}))
    for who in whole.game.held:
        whole.do(Confirm(who=who))
    whole.do(Advance())
    return whole


def test_what_made_the_common_good_move_is_told_and_adds_up():
    """Bikes bring 2 and wear takes 2: it has not risen, and anyone can see why."""
    tokens = [("ana", ("bikes", "time")), ("di", ("bikes", "time")), ("bo", ("bikes", "means"))]
    whole = _revealed(given=dict(tokens))
    now, board = whole.view(ROOM).reveal, whole.game.board
    assert now.commons.why == "+2 des chantiers, −2 d’usure"
    assert now.commons.before == now.commons.after
    assert not now.commons.rose
    assert {change.title: change.by for change in now.others} == {"Santé": -1, "Travail": 2}
    assert board.decay[board.gate] == -2
    still = _revealed(given={}).view(ROOM).reveal
    assert still.commons.why == "rien des chantiers, −2 d’usure"


def test_tokens_that_come_back_are_told_beside_what_was_given():
    """Bikes ask for one of means: Bo and Cy bring one each, and one of the two comes back."""
    whole = _revealed(given={"bo": ("bikes", "means"), "cy": ("bikes", "means")})
    facts = {fact.who: fact for fact in whole.view(ROOM).reveal.facts}
    (back,) = (who for who in ("bo", "cy") if any(facts[who].returned))
    assert (facts[back].given, facts[back].returned) == ((0, 1, 0), (0, 1, 0))
    assert facts[back].came_back == ("1 moyen revient",)
    kept = sum(whole.game.tokens(back)) - 1 + 1
    assert whole.view(Audience("holder", back)).character(back).secret.round.kept == round(0.2 * kept, 1)


def test_of_who_gave_to_several_it_is_told_what_comes_back_of_which():
    gifts = [
        (who, project, token)
        for who, other in (("bo", "means"), ("cy", "time"))
        for project, token in (("bikes", "means"), ("clinic", other))
    ]
    facts = _given((), gifts).view(ROOM).reveal.facts
    (told,) = (fact.came_back for fact in facts if any(fact.returned))
    assert told == ("1 moyen revient, de ce qui allait le bikes",)


def _on_condition(given: dict[str, tuple[str, str]]) -> Session:
    """Bo promises means to the bikes if Ana gives time to them."""
    said = Promise(who="bo", project="bikes", tokens=Tokens(means=1), if_who="ana", if_kind="time")
    return _given([said], [(who, project, token) for who, (project, token) in given.items()])


def test_a_condition_that_was_not_met_is_told_whatever_was_given():
    for given, word, unmet in (
        ({}, "SANS OBJET", 1), ({"bo": ("bikes", "means")}, "DON", 1),
        ({"bo": ("bikes", "means"), "ana": ("bikes", "time")}, "TENU", 0),
    ):  # fmt: skip
        fact = next(f for f in _on_condition(given).view(ROOM).reveal.facts if f.who == "bo")
        assert (fact.word, fact.unmet.means) == (word, unmet)


def test_an_act_tells_the_condition_and_never_accuses_whom_it_freed():
    acts = {}
    for name, given in (
        ("freed", {}), ("all the same", {"bo": ("bikes", "means")}),
        ("held", {"bo": ("bikes", "means"), "ana": ("bikes", "time")}),
    ):  # fmt: skip
        whole = go(_on_condition(given), "debate")
        told = next(act for act in whole.view(ROOM).debate.acts if act.id == "1.bo.bikes")
        act = next(a for a in whole.game.playing.acts if a.id == told.id)
        fits = {"on-void", "on-void-gift", "on-kept"} & {act.card, *act.others}
        acts[name] = (told.sentence, *fits)
    said = "Bo avait promis 1 moyen le bikes si Ana y donnait du temps"
    unmet = f"{said}\u00a0: la condition n’a pas été remplie."
    assert acts == {
        "freed": (f"{unmet} Sans elle, rien n’était dû, et rien n’est venu.", "on-void"),
        "all the same": (f"{unmet} Bo a donné 1 moyen quand même.", "on-void-gift"),
        "held": (f"{said}, et a tout donné.", "on-kept"),
    }


def test_who_a_condition_freed_and_who_gave_elsewhere_is_told_with_what_they_gave():
    whole = _on_condition({"bo": ("clinic", "means")})
    act = Act("1.bo.bikes", "bo", "bikes", "void", "on-void")
    told = debates.told(whole.game, Reader(), whole.game.playing, act)
    assert told.endswith("rien n’est venu. Bo a donné 1 moyen le clinic.")


def test_tokens_promised_to_one_project_and_given_to_another_are_one_act():
    whole = go(_revealed(("bo", "clinic", (0, 2, 0)), given={"bo": ("bikes", "means")}), "debate")
    mine = [act for act in whole.view(ROOM).debate.acts if act.who == "bo"]
    assert [act.id for act in mine] == ["1.bo.clinic"]
    assert "Bo a donné 1 moyen le bikes." in mine[0].sentence


def test_each_fact_has_its_word_and_its_sentence():
    whole = _revealed(
        ("ana", "bikes", (1, 0, 0)), ("bo", "clinic", (0, 2, 0)), ("cy", "feast", (0, 1, 0)),
        given={"ana": ("bikes", "time"), "bo": ("clinic", "means"), "cy": ("clinic", "time"),
               "di": ("bikes", "time")},
    )  # fmt: skip
    facts = {fact.who: fact for fact in whole.view(ROOM).reveal.facts}
    assert [facts[w].word for w in ("ana", "bo", "cy", "di")] == ["TENU", "EN PARTIE", "NON TENU", "DON"]
    assert (facts["cy"].given, facts["cy"].elsewhere) == ((0, 0, 0), (1, 0, 0))
    assert (facts["di"].given, facts["di"].elsewhere) == ((1, 0, 0), (0, 0, 0))
    assert facts["cy"].projects == (("le feast", (0, 1, 0), (0, 0, 0)), ("le clinic", (0, 0, 0), (1, 0, 0)))
    acts = {act.who: act.sentence for act in go(whole, "debate").view(ROOM).debate.acts}
    assert acts["ana"] == "Ana avait promis 1 temps le bikes, et a tout donné."
    assert "et a donné 1 moyen" in acts["bo"]


def _of_cy(promised: dict[str, Tokens], *given: tuple[str, str]) -> Session:
    said = [Promise(who="cy", project=project, tokens=tokens) for project, tokens in promised.items()]
    return _given(said, [("cy", project, token) for project, token in given])


def test_a_token_of_another_kind_on_the_promised_project_did_not_go_elsewhere():
    promised = {"clinic": Tokens(means=1, backing=1)}
    whole = _of_cy(promised, ("clinic", "means"), ("clinic", "time"))
    fact = next(f for f in whole.view(ROOM).reveal.facts if f.who == "cy")
    assert (fact.word, fact.given, fact.elsewhere) == ("EN PARTIE", (1, 1, 0), (0, 0, 0))
    whole = _of_cy(promised, ("clinic", "time"))
    fact = next(f for f in whole.view(ROOM).reveal.facts if f.who == "cy")
    assert (fact.word, fact.given, fact.elsewhere) == ("NON TENU", (1, 0, 0), (0, 0, 0))
    act = next(a for a in go(whole, "debate").view(ROOM).debate.acts if a.id == "1.cy.clinic")
    assert act.sentence == "Cy avait promis 1 moyen et 1 appui le clinic, et a donné 1 temps."


def test_what_was_promised_to_one_project_and_put_on_another_stands_apart_even_if_both_were_promised_to():
    whole = _of_cy(
        {"clinic": Tokens(means=1), "feast": Tokens(time=1, backing=1)}, ("feast", "means"), ("feast", "time")
    )
    fact = next(f for f in whole.view(ROOM).reveal.facts if f.who == "cy")
    assert (fact.word, fact.given, fact.elsewhere) == ("EN PARTIE", (1, 0, 0), (0, 1, 0))


def test_silence_and_a_word_kept_back_are_told_as_facts():
    whole = _revealed(("bo", "clinic", (0, 2, 0)), given={})
    facts = {fact.who: fact for fact in whole.view(ROOM).reveal.facts}
    assert (facts["ana"].word, facts["ana"].projects) == ("TOUT GARDÉ", ())
    assert (facts["bo"].word, facts["bo"].given) == ("NON TENU", (0, 0, 0))
    clinic = next(o for o in whole.view(ROOM).reveal.outcomes if o.project.id == "clinic")
    assert clinic.sentence.endswith("par Bo.")
    assert clinic.state == "lacking"


@pytest.mark.parametrize("language", ["fr", "en"])
def test_after_the_last_round_nothing_is_told_as_if_it_could_still_come(language: str):
    """What lacks something is lost then, with the tokens that it had."""
    still = {"fr": ("Il manque", "devient possible"), "en": ("Missing", "becomes possible")}[language]
    never = {"fr": "Ce chantier ne se fera plus", "en": "This project will not be built"}[language]
    met = lost = 0
    for seed in range(8):
        whole = to("reveal", how=begin(duration="45"), seed=seed)
        last = False
        while not last:
            view = whole.view(ROOM, language)
            last = view.phase.round == view.phase.rounds
            lacking = [o for o in view.reveal.outcomes if o.state == "lacking"]
            assert all(o.sentence.startswith(never if last else still[0]) for o in lacking)
            met += last * len(lacking)
            lost += last * sum(any(o.project.placed) for o in lacking)
            if last:
                told = [*view.reveal.opened, *(o.sentence for o in view.reveal.outcomes)]
                assert not any(words in line for line in told for words in still)
            else:
                go(whole, "reveal", rounds=view.phase.round + 1)
    assert met > lost > 0


def test_a_project_whose_time_runs_out_is_told_with_what_is_lost():
    whole = to("reveal", how=begin(duration="90"), rounds=3, seed=4)
    lapsed = [o for o in whole.view(ROOM).reveal.outcomes if o.state == "lapsed"]
    assert lapsed
    assert all(o.sentence.startswith("Le délai est passé.") for o in lapsed)


def _bikes_built(points: dict[str, int]) -> Session:
    data = scenario().model_dump(by_alias=True)
    paid = [{**one, "for": points} for one in data["projects"]]
    seats = dict.fromkeys(("ana", "bo", "cy", "di"), "held")
    whole = Session.create(
        scenario().model_validate({**data, "projects": paid}), begin(seats=seats), 7, now=lambda: 0.0
    )
    go(whole, "choice")
    for who, token in (("ana", "time"), ("di", "time"), ("bo", "means")):
        whole.do(Place.model_validate({"who": who, "project": "bikes", "token": token, "by": 1}))
    for who in seats:
        whole.do(Confirm(who=who))
    whole.do(Advance())
    return whole


def test_a_project_that_is_complete_says_thanks_to_whom_and_who_gains_or_loses_by_it():
    whole = _bikes_built({"ana": 2, "cy": 2, "di": -3})
    whole.game.records[-1].rose[0] = 1
    said = {}
    for who in (ROOM, Audience("holder", "di")):
        bikes = next(o for o in whole.view(who).reveal.outcomes if o.project.id == "bikes")
        assert bikes.built == "C’est fait, grâce à Ana, Bo et Di."
        said[who.character] = bikes.benefits
    assert said[None] == ((2, "Ana et Cy y gagnent 2"), (-3, "Di y perd 3"))
    shut = devices.benefits(whole.game, Reader(), "bikes", done=True, rose=False)
    assert shut == ((2, "Ana et Cy y auraient gagné 2"), (-3, "Di y perd 3")), "a loss counts all the same"
    mine = devices.benefits(whole.game, Reader(you="cy"), "bikes", done=True)
    assert mine == ((2, "vous y gagnez 2"), (2, "Ana y gagne 2"), (-3, "Di y perd 3"))
    lost = devices.benefits(whole.game, Reader(), "bikes", done=False)
    assert lost == ((2, "Ana et Cy y auraient gagné 2"), (-3, "Di y aurait perdu 3"))


@pytest.mark.parametrize("rose", [True, False])
def test_nobody_is_told_to_gain_by_a_project_where_gains_do_not_count(rose: bool):
    whole = _bikes_built({"ana": 2, "di": -3})
    whole.game.records[-1].rose[0] = rose
    (bikes,) = (o for o in whole.view(ROOM).reveal.outcomes if o.project.id == "bikes")
    gains = "Ana y gagne 2" if rose else "Ana y aurait gagné 2"
    assert bikes.benefits == ((2, gains), (-3, "Di y perd 3"))


def test_an_act_says_where_the_promised_tokens_went():
    whole = _revealed(("bo", "clinic", (0, 2, 0)), given={"bo": ("bikes", "means")})
    go(whole, "debate")
    act = next(act for act in whole.view(ROOM).debate.acts if act.id == "1.bo.clinic")
    assert act.sentence.endswith("n’y a rien donné. Bo a donné 1 moyen le bikes.")


ALOUD = "tenu ce qui était promis tout haut pour «\u202fChantier bikes\u202f»\u00a0:"


def _both_kept(*lifts: tuple[str, str]) -> Session:
    """Ana and Bo have promised together and kept their word; the project lifts what is given besides."""
    data = scenario().model_dump(by_alias=True)
    lifting = tuple({**p, "lifts": lifts} for p in data["projects"])
    seats = dict.fromkeys(("ana", "bo", "cy", "di"), "held")
    whole = Session.create(
        scenario().model_validate({**data, "projects": lifting}), begin(seats=seats), 7, now=lambda: 0.0
    )
    go(whole, "negotiation")
    for who, tokens in (("ana", Tokens(time=2)), ("bo", Tokens(means=1))):
        whole.do(Promise(who=who, project="bikes", tokens=tokens))
    go(whole, "choice")
    for who, token in (("ana", "time"), ("ana", "time"), ("bo", "means")):
        whole.do(Place.model_validate({"who": who, "project": "bikes", "token": token, "by": 1}))
    for who in seats:
        whole.do(Confirm(who=who))
    whole.do(Advance())
    return whole


def test_a_presupposition_says_whether_two_kept_their_word_or_a_project_lifted_it():
    whole = _both_kept(("cy", "ana"))
    said = whole.view(ROOM).reveal.lifted
    assert f"Ana et Bo ont {ALOUD} deux présupposés tombent." in said
    assert "«\u202fChantier bikes\u202f» fait tomber un présupposé de Cy sur Ana." in said
    assert not any("Cy" in sentence and "tout haut" in sentence for sentence in said)
    pairs = {(one.who, one.other): one for one in whole.view(ROOM).reveal.fallen}
    assert pairs["cy", "ana"].said == "«\u202fChantier bikes\u202f» fait tomber un présupposé de Cy sur Ana."
    assert pairs["cy", "ana"].believed == (("cy", "ana", "BELIEF-cy le croit."),)
    built = pairs["ana", "bo"].believed
    assert built == (("ana", "bo", "BELIEF-ana le croit."), ("bo", "ana", "BELIEF-bo le croit."))
    seen = veil(whole.game, ROOM, Reader()).game.scenario
    told = {member.character: [belief.about for belief in member.believes] for member in seen.cast}
    assert told == {"ana": ["bo"], "bo": ["ana"], "cy": ["ana"], "di": []}, "what still stands is no one's"
    sealed = veil(to("choice").game, ROOM, Reader()).game.scenario
    assert not any(member.believes for member in sealed.cast)
    assert _lifted(whole, "ana") == (
        f"Vous et Bo avez {ALOUD} deux présupposés tombent.",
        "«\u202fChantier bikes\u202f» fait tomber un présupposé de Cy sur vous.",
    )
    assert _lifted(whole, "cy")[1] == (
        "«\u202fChantier bikes\u202f» fait tomber un de vos présupposés, sur Ana."
    )


def test_a_presupposition_that_the_project_lifts_of_two_who_kept_their_word_falls_once():
    fallen = _both_kept(("bo", "ana")).view(ROOM).reveal.fallen
    believed = [belief for one in fallen for belief in one.believed]
    assert sorted(believed) == [("ana", "bo", "BELIEF-ana le croit."), ("bo", "ana", "BELIEF-bo le croit.")]
    said = {(one.who, one.other): one.said for one in fallen}
    assert said["ana", "bo"] == f"Ana et Bo ont {ALOUD} un présupposé tombe."
    assert said["bo", "ana"] == "«\u202fChantier bikes\u202f» fait tomber un présupposé de Bo sur Ana."


def _lifted(whole: Session, you: str) -> tuple[str, ...]:
    """How those that fell are told to somebody."""
    return tuple(one.said for one in facts.lifted(whole.game, Reader(you=you)))


def test_one_presupposition_falls_where_two_kept_their_word_and_one_believed_something_of_the_other():
    seats = dict.fromkeys(("ana", "bo", "cy", "di"), "held")
    whole = Session.create(scenario(), begin(seats=seats), 7, now=lambda: 0.0)
    go(whole, "negotiation")
    for who, tokens in (("ana", Tokens(time=1)), ("cy", Tokens(time=1, means=1))):
        whole.do(Promise(who=who, project="bikes", tokens=tokens))
    go(whole, "choice")
    for who, token in (("ana", "time"), ("cy", "time"), ("cy", "means")):
        whole.do(Place.model_validate({"who": who, "project": "bikes", "token": token, "by": 1}))
    for who in seats:
        whole.do(Confirm(who=who))
    whole.do(Advance())
    told = {you: _lifted(whole, you) for you in ("", "ana", "cy")}
    fallen = f"{ALOUD} un présupposé tombe."
    assert told == {
        "": (f"Cy et Ana ont {fallen}",),
        "ana": (f"Vous et Cy avez {fallen}",),
        "cy": (f"Vous et Ana avez {fallen}",),
    }


def test_what_is_given_beyond_a_promise_counts_as_given_besides():
    small = to("negotiation").game.open[0]
    whole = _given(
        [Promise(who="ana", project=small, tokens=Tokens(time=1))],
        [("ana", small, "time"), ("ana", small, "time")],
    )
    played = rounds(whole.game)[0]
    assert [p.fact for p in played.promises] == ["kept"]
    assert played.gifts[whole.game.names.character("ana")] == 1


def test_a_project_that_failed_names_who_promised_and_did_not_give():
    """Nobody who kept their word, or promised nothing, is named beside it."""
    said = (("bo", "bikes", (0, 1, 0)), ("ana", "bikes", (1, 0, 0)))
    now = _revealed(*said, given={"ana": ("bikes", "time")}).view(ROOM).reveal
    bikes = next(o for o in now.outcomes if o.project.id == "bikes")
    assert bikes.state == "lacking"
    assert bikes.unkept == "Promis, mais pas donné\u00a0: par Bo."
    assert all(not o.unkept for o in now.outcomes if o is not bikes)


def test_nobody_is_named_who_promised_what_was_not_missing_in_the_end():
    """Ana promised time, two others gave it all: what is missing is means, which nobody had promised."""
    whole = _given(
        [Promise(who="ana", project="bikes", tokens=Tokens(time=1))],
        [("cy", "bikes", "time"), ("di", "bikes", "time")],
    )
    bikes = next(o for o in whole.view(ROOM).reveal.outcomes if o.project.id == "bikes")
    assert (bikes.state, tuple(bikes.lacking)) == ("lacking", (0, 1, 0))
    assert bikes.unkept == ""


def test_a_project_lost_names_who_had_promised_it_too():
    """Nobody gives anything: what was promised to the oldest project, last of all, is said when it goes."""
    everybody = dict.fromkeys(("ana", "bo", "cy", "di"), "held")
    whole = to("negotiation", how=begin(seats=everybody, duration="90"))
    id_ = whole.game.open[0]
    lapsed: tuple[str, ...] = ()
    while not lapsed:
        whole.do(Promise(who="di", project=id_, tokens=Tokens(time=1)))
        go(whole, "choice")
        for who in whole.game.held:
            whole.do(Confirm(who=who))
        whole.do(Advance())
        lapsed = tuple(
            o.sentence
            for o in whole.view(ROOM).reveal.outcomes
            if o.state == "lapsed" and o.project.id == id_
        )
        if not lapsed:
            go(whole, "negotiation", rounds=len(whole.game.table.rounds) + 1)
    assert lapsed == ("Le délai est passé. Promis, mais pas donné\u00a0: par Di.",)
