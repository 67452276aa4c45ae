"""An act told to the room by name, and to who did it as "vous": the same fact, word for word."""

import pytest

from engine.content.model import Tokens
from engine.play.commands import (
    Advance,
    Ask,
    Command,
    Confirm,
    KeepWord,
    PassTo,
    PickAct,
    Place,
    PlacePosture,
    Promise,
    Reopen,
    Vote,
    Withdraw,
)
from engine.session.session import Session
from engine.telling import debates, journal
from engine.telling.reader import Reader
from tests.engine.driving import go, to

UNMET = "avait promis 1 temps le bikes si Bo y donnait des moyens : la condition n’a pas été remplie."
UNMET_YOU = (
    "Vous aviez promis 1 temps le bikes si Bo y donnait des moyens : la condition n’a pas été remplie."
)
Told = tuple[tuple[str, tuple[int, int, int]] | None, bool, tuple[str, ...], str, str]
TOLD: dict[str, Told] = {
    "kept": (
        ("bikes", (1, 0, 0)), False, ("bikes/time",),
        "Ana avait promis 1 temps le bikes, et a tout donné.",
        "Vous aviez promis 1 temps le bikes, et vous avez tout donné.",
    ),
    "part": (
        ("bikes", (2, 0, 0)), False, ("bikes/time",),
        "Ana avait promis 2 temps le bikes, et a donné 1 temps.",
        "Vous aviez promis 2 temps le bikes, et vous avez donné 1 temps.",
    ),
    "part, the rest elsewhere": (
        ("bikes", (2, 0, 0)), False, ("bikes/time", "feast/time"),
        "Ana avait promis 2 temps le bikes, et a donné 1 temps. Ana a donné 1 temps le feast.",
        "Vous aviez promis 2 temps le bikes, et vous avez donné 1 temps. Vous avez donné 1 temps le feast.",
    ),
    "tokens of another kind": (
        ("clinic", (1, 0, 0)), False, ("clinic/backing",),
        "Ana avait promis 1 temps le clinic, et a donné 1 appui.",
        "Vous aviez promis 1 temps le clinic, et vous avez donné 1 appui.",
    ),
    "broken": (
        ("bikes", (2, 0, 0)), False, (),
        "Ana avait promis 2 temps le bikes, et n’y a rien donné.",
        "Vous aviez promis 2 temps le bikes, et vous n’y avez rien donné.",
    ),
    "broken, and given elsewhere": (
        ("bikes", (2, 0, 0)), False, ("feast/time", "clinic/backing"),
        "Ana avait promis 2 temps le bikes, et n’y a rien donné. "
        "Ana a donné 1 appui le clinic et 1 temps le feast.",
        "Vous aviez promis 2 temps le bikes, et vous n’y avez rien donné. "
        "Vous avez donné 1 appui le clinic et 1 temps le feast.",
    ),
    "gift": (
        None, False, ("bikes/time",),
        "Ana a donné 1 temps le bikes sans l’avoir promis.",
        "Vous avez donné 1 temps le bikes sans l’avoir promis.",
    ),
    "void": (
        ("bikes", (1, 0, 0)), True, (),
        f"Ana {UNMET} Sans elle, rien n’était dû, et rien n’est venu.",
        f"{UNMET_YOU} Sans elle, rien n’était dû, et rien n’est venu.",
    ),
    "void, given all the same": (
        ("bikes", (1, 0, 0)), True, ("bikes/time",),
        f"Ana {UNMET} Ana a donné 1 temps quand même.",
        f"{UNMET_YOU} Vous avez donné 1 temps quand même.",
    ),
    "none": (
        None, False, (),
        "Ana n’a rien promis et n’a rien donné.",
        "Vous n’avez rien promis et rien donné.",
    ),
}  # fmt: skip


def plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def played(
    promised: tuple[str, tuple[int, int, int]] | None, conditional: bool, given: tuple[str, ...]
) -> Session:
    """A round in which Ana promises, perhaps if Bo gives means, and gives so; it is being debated."""
    whole = to("negotiation")
    if promised is not None:
        project, (time, means, backing) = promised
        tokens = Tokens(time=time, means=means, backing=backing)
        if_who, if_kind = ("bo", "means") if conditional else (None, None)
        whole.do(Promise(who="ana", project=project, tokens=tokens, if_who=if_who, if_kind=if_kind))  # type: ignore[arg-type]
    go(whole, "choice")
    for project, _, token in (one.partition("/") for one in given):
        whole.do(Place(who="ana", project=project, token=token, by=1))  # type: ignore[arg-type]
    for who in ("ana", "bo"):
        whole.do(Confirm(who=who))
    return go(whole, "debate")


@pytest.mark.parametrize("fact", TOLD)
def test_an_act_is_told_by_name_and_to_who_did_it(fact: str) -> None:
    promised, conditional, given, by_name, to_you = TOLD[fact]
    game = played(promised, conditional, given).game
    about = promised[0] if promised else given[0].partition("/")[0] if given else ""
    act = next(act for act in game.playing.acts if act.who == "ana" and act.project in (about, ""))
    assert plain(debates.told(game, Reader(), game.playing, act)) == by_name
    assert plain(debates.told(game, Reader(you="ana"), game.playing, act)) == to_you
    assert plain(debates.told(game, Reader(you="bo"), game.playing, act)) == by_name.replace(
        "si Bo y donnait", "si vous y donniez"
    )


@pytest.mark.parametrize(
    ("given", "where"), [(("bikes/time",), " (Chantier bikes)"), ((), "")], ids=["a gift", "nothing"]
)
def test_the_journal_says_which_act_is_debated_and_where_it_was(given: tuple[str, ...], where: str) -> None:
    whole = played(None, False, given)
    before, act = whole.game, next(act for act in whole.game.playing.acts if act.who == "ana")
    command = PickAct(act=act.id)
    whole.do(command)
    said = {you: plain(journal.sentence(command, before, whole.game, Reader(you=you))) for you in ("", "ana")}
    assert said == {"": f"Acte débattu : Ana{where}", "ana": f"Acte débattu : le vôtre{where}"}


EVENING: tuple[tuple[str, Command, str, str], ...] = (
    (
        "negotiation",
        Promise(who="bo", project="clinic", tokens=Tokens(means=1), if_who="ana", if_kind="time"),
        "Bo promet 1 moyen le clinic, si Ana y donne du temps",
        "Vous promettez 1 moyen le clinic, si Ana y donne du temps",
    ),
    (
        "", Withdraw(promise="1.3"),
        "Bo retire son engagement le clinic",
        "Vous retirez votre engagement le clinic",
    ),
    (
        "", Ask(asker="bo", asked="cy", project="bikes"),
        "Bo demande à Cy de contribuer le bikes : non, mais ce serait oui si Bo y donne 1 moyen",
        "Vous demandez à Cy de contribuer le bikes : non, mais ce serait oui si vous y donnez 1 moyen",
    ),
    ("", Promise(who="bo", project="clinic", tokens=Tokens(means=1)),
        "Bo promet 1 moyen le clinic", "Vous promettez 1 moyen le clinic"),
    ("forecast", Vote(question="forecast:1.4", voter=1, answer="yes"),
        "Pronostic sur Bo : 1 réponse reçue", "Pronostic sur vous : 1 réponse reçue"),
    ("choice", PassTo(who="bo"), "L’ordinateur passe à Bo", "L’ordinateur est à vous"),
    ("", PassTo(who=None), "L’ordinateur est rendu", "L’ordinateur est rendu"),
    ("", Place(who="bo", project="clinic", token="means", by=1),
        "Bo déplace un jeton en secret", "Vous déplacez un jeton en secret"),
    ("", Confirm(who="bo"), "Choix confirmé : Bo", "Vous confirmez votre choix"),
    ("", Reopen(who="bo"), "Choix rouvert : Bo", "Vous rouvrez votre choix"),
    ("", KeepWord(who="bo"), "Choix confirmé : Bo", "Vous confirmez votre choix"),
    ("debate/map", PlacePosture(who="bo"), "Posture placée : Bo", "Vous vous placez sur la carte"),
    ("", Advance(), "Situation : Situation gift", "Situation : Situation gift"),
)  # fmt: skip
"""What Bo does in a round, phase by phase, as it is told by name and to Bo."""


def test_the_journal_tells_by_name_and_to_who_did_it() -> None:
    whole = to("negotiation")
    for phase, command, by_name, to_you in EVENING:
        if phase:
            go(whole, *phase.split("/"))
        before = whole.game
        whole.do(command)
        said = [journal.sentence(command, before, whole.game, Reader(you=you)) for you in ("", "ana", "bo")]
        to_ana = by_name.replace("si Ana y donne", "si vous y donnez")
        assert [plain(one) for one in said] == [by_name, to_ana, to_you]
