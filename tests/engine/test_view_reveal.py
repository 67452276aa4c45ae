"""What the room reads of a reveal: the gate, each fact, each project, who fell out of a presupposition."""

from engine.commands import (
    Advance,
    Confirm,
    Place,
    Promise,
)
from engine.model import Tokens
from engine.session import Session
from engine.view.types import ROOM
from tests.engine.driving import go, promise, to
from tests.engine.small import begin, scenario


def test_the_reveal_says_in_words_whether_gains_count():
    sentences = {
        to("reveal", seed=seed, rounds=1 + seed % 2).view(ROOM).reveal.gate_sentence for seed in range(14)
    }
    assert "En baisse\u00a0: ce tour, aucun gain personnel ne compte." in sentences
    assert "En hausse\u00a0: les gains personnels de ce tour comptent." in sentences


def _revealed(*promised: tuple[str, str, tuple[int, int, int]], given: dict[str, tuple[str, str]]) -> Session:
    whole = to("negotiation", how=begin(seats=dict.fromkeys(("ana", "bo", "cy", "di"), "held")))
    for who, project, tokens in promised:
        promise(whole, who, project, *tokens)
    go(whole, "choice")
    for who, (project, token) in given.items():
        whole.do(Place.model_validate({"who": who, "project": project, "token": token, "by": 1}))
    for who in whole.game.held:
        whole.do(Confirm(who=who))
    whole.do(Advance())
    return whole


def test_each_fact_has_its_word_and_its_sentence():
    whole = _revealed(
        ("ana", "bikes", (1, 0, 0)), ("bo", "clinic", (0, 2, 0)), ("cy", "feast", (0, 1, 0)),
        given={"ana": ("bikes", "time"), "bo": ("clinic", "means"), "cy": ("clinic", "time"),
               "di": ("bikes", "time")},
    )  # fmt: skip
    facts = {fact.who: fact for fact in whole.view(ROOM).reveal.facts}
    assert [facts[w].word for w in ("ana", "bo", "cy", "di")] == ["TENU", "EN PARTIE", "NON TENU", "DON"]
    assert facts["ana"].sentence == "Ana donne ce qui était promis."
    assert facts["bo"].sentence == "Bo garde 2 moyens."
    assert facts["cy"].sentence == "Cy donne ailleurs\u00a0: le clinic."
    assert facts["di"].sentence == "Di donne sans avoir promis."
    assert (facts["cy"].given, facts["cy"].elsewhere) == ((0, 0, 0), (1, 0, 0))
    assert (facts["di"].given, facts["di"].elsewhere) == ((1, 0, 0), (0, 0, 0))
    assert facts["cy"].projects == (("le feast", (0, 1, 0), (0, 0, 0)), ("le clinic", (0, 0, 0), (1, 0, 0)))
    acts = {act.who: act.sentence for act in go(whole, "debate").view(ROOM).debate.acts}
    assert acts["ana"] == "Ana avait promis 1 temps le bikes, et a tout donné."
    assert "et a donné 1 moyen" in acts["bo"]


def test_silence_and_a_word_kept_back_are_told_as_facts():
    whole = _revealed(("bo", "clinic", (0, 2, 0)), given={})
    facts = {fact.who: fact for fact in whole.view(ROOM).reveal.facts}
    assert (facts["ana"].word, facts["ana"].sentence) == ("", "Ana n’avait rien promis et garde tout.")
    assert facts["bo"].sentence == "Bo garde tout."
    clinic = next(o for o in whole.view(ROOM).reveal.outcomes if o.project.id == "clinic")
    assert clinic.sentence.endswith("Promis en plus\u00a0: par Bo.")
    assert clinic.state == "lacking"


def test_a_project_whose_time_runs_out_is_told_with_what_is_lost():
    whole = to("reveal", how=begin(duration="90"), rounds=3, seed=4)
    lapsed = [o for o in whole.view(ROOM).reveal.outcomes if o.state == "lapsed"]
    assert lapsed
    assert all(o.sentence.startswith("Le délai est passé.") for o in lapsed)


def test_an_act_says_where_the_promised_tokens_went():
    whole = _revealed(("bo", "clinic", (0, 2, 0)), given={"bo": ("bikes", "means")})
    go(whole, "debate")
    act = next(act for act in whole.view(ROOM).debate.acts if act.id == "1.bo.clinic")
    assert act.sentence.endswith("rien n’y est venu. D’autres jetons sont allés le bikes.")


def test_who_gives_although_the_condition_failed_is_said_to():
    whole = to("negotiation", how=begin(seats=dict.fromkeys(("ana", "bo", "cy", "di"), "held")))
    some = Tokens(means=2)
    whole.do(Promise(who="bo", project="clinic", tokens=some, if_who="ana", if_kind="time"))
    go(whole, "choice")
    whole.do(Place(who="bo", project="clinic", token="means", by=1))
    for who in whole.game.held:
        whole.do(Confirm(who=who))
    go(whole, "debate")
    act = next(act for act in whole.view(ROOM).debate.acts if act.who == "bo")
    assert "La condition n’a pas été remplie, et Bo a donné 1 moyen quand même" in act.sentence


def test_a_presupposition_says_whether_people_built_together_or_a_project_lifted_it():
    data = scenario().model_dump(by_alias=True)
    lifting = tuple({**p, "lifts": (("cy", "ana"),)} for p in data["projects"])
    seats = dict.fromkeys(("ana", "bo", "cy", "di"), "held")
    whole = Session.create(
        scenario().model_validate({**data, "projects": lifting}), begin(seats=seats), 7, now=lambda: 0.0
    )
    go(whole, "choice")
    for who, token in (("ana", "time"), ("ana", "time"), ("bo", "means")):
        whole.do(Place.model_validate({"who": who, "project": "bikes", "token": token, "by": 1}))
    for who in seats:
        whole.do(Confirm(who=who))
    whole.do(Advance())
    said = whole.view(ROOM).reveal.lifted
    assert "Ana et Bo ont construit ensemble\u00a0: deux présupposés tombent." in said
    assert "«\u202fChantier bikes\u202f» fait tomber un présupposé de Cy sur Ana." in said
    assert not any("Cy" in sentence and "ensemble" in sentence for sentence in said)
