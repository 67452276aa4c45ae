"""Small words put together: rungs, tokens, lists, changes, facts. French here, other languages by
catalogue."""

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from engine.content.model import Method, Rung
from engine.language import ntr, signed, tr
from engine.play.commands import Became, Because, Tag
from engine.play.table import Trio

Fact = Literal["kept", "part", "broken", "gift", "void", "none"]


@dataclass(frozen=True, slots=True)
class Change:
    """An indicator's move: "Santé +8"."""

    indicator: str
    title: str
    by: int


@dataclass(frozen=True, slots=True)
class Reason:
    """One term of a move, in words: (+0.3, "la maison de santé a rouvert")."""

    by: float
    text: str
    of: Literal["synergy", "antagonism"]


def rung_word(rung: Rung) -> str:
    """How far people take part, as the trade says it (Arnstein 1969, IAP2)."""
    return {
        "decided": tr("décidé d’avance"),
        "inform": tr("informer"),
        "consult": tr("consulter"),
        "concert": tr("concerter"),
        "coproduce": tr("co-construire"),
        "delegate": tr("déléguer"),
        "initiative": tr("initiative des habitants"),
    }[rung]


def rung_means(rung: Rung) -> str:
    """The same for who does not know the trade."""
    return {
        "decided": tr("tout est décidé avant"),
        "inform": tr("on dit aux habitants ce qui se fait"),
        "consult": tr("on demande leur avis aux habitants, puis on décide"),
        "concert": tr("on discute avec les habitants avant de décider"),
        "coproduce": tr("on décide et on fait avec les habitants"),
        "delegate": tr("ce sont des habitants qui décident"),
        "initiative": tr("des habitants proposent, décident et font"),
    }[rung]


def family_word(family: str) -> str:
    """A family of characters, as a heading."""
    return {
        "inhabitants": tr("Habitants"),
        "associations": tr("Associations"),
        "institutions": tr("Institutions"),
        "landlords": tr("Bailleurs"),
        "shops": tr("Commerces"),
    }[family]


def fact_word(fact: Fact) -> str:
    """The word on the stamp; a fact, never a verdict."""
    return {
        "kept": tr("TENU"),
        "part": tr("EN PARTIE"),
        "broken": tr("NON TENU"),
        "gift": tr("DON"),
        "void": tr("SANS OBJET"),
        "none": tr("TOUT GARDÉ"),
    }[fact]


def method_word(method: Method) -> str:
    """A way of choosing, as it is named on screen."""
    return {
        "show-of-hands": tr("à main levée"),
        "approval": tr("par approbation"),
        "majority-judgement": tr("au jugement majoritaire"),
        "draw": tr("au tirage au sort"),
    }[method]


def grade_words() -> tuple[str, ...]:
    """The grades of a majority judgement, the best first."""
    return tr("très bien"), tr("bien"), tr("passable"), tr("insuffisant"), tr("à rejeter")


def tag_word(tag: Tag) -> str:
    """The word of a note's tag."""
    return {
        "word": tr("parole"),
        "idea": tr("idée"),
        "question": tr("question"),
        "disagreement": tr("désaccord"),
        "sentence": tr("phrase du débat"),
        "missing": tr("qui manquait"),
        "takeaway": tr("ce que j’en retiens"),
        "commitment": tr("je m’engage à"),
    }[tag]


def date(at: float) -> str:
    """A moment's day where it is told, as 12/05/2026."""
    return f"{datetime.datetime.fromtimestamp(at):%d/%m/%Y}"


def became_word(became: Became | None) -> str:
    """What became of a commitment, as its author says: a fact, no verdict."""
    if became is None:
        return tr("à demander")
    return {
        "kept": tr("c’est tenu"),
        "going": tr("c’est en route"),
        "not-kept": tr("pas cette fois"),
    }[became]


def kind_word(kind: str) -> str:
    """A kind of token as one gives some of it: "du temps"."""
    return {"time": tr("du temps"), "means": tr("des moyens"), "backing": tr("de l’appui")}[kind]


def kind_means(kind: int) -> str:
    """What a kind of token stands for, in a few plain words, by its place: time, means, backing."""
    return (
        tr("des heures de présence et de travail"),
        tr("de l’argent, du matériel, un local"),
        tr("un accord, une signature, un mot à qui décide"),
    )[kind]


def tokens(several: Trio) -> str:
    """Tokens in words: "2 temps et 1 appui"; "rien" where there are none."""
    time, means, backing = several
    parts = [
        ntr("{n} temps", "{n} temps", time) if time else "",
        ntr("{n} moyen", "{n} moyens", means) if means else "",
        ntr("{n} appui", "{n} appuis", backing) if backing else "",
    ]
    return listed([part for part in parts if part]) or tr("rien")


def listed(words: Sequence[str]) -> str:
    """A list in a sentence: "a, b et c"."""
    if len(words) < 2:
        return "".join(words)
    return tr("{most} et {last}", most=", ".join(words[:-1]), last=words[-1])


def either(words: Sequence[str]) -> str:
    """A choice in a sentence: "a, b ou c"."""
    if len(words) < 2:
        return "".join(words)
    return tr("{most} ou {last}", most=", ".join(words[:-1]), last=words[-1])


def because_word(why: Because) -> str:
    """What may be said for a request, as the asker says it."""
    return {
        "serves-you": tr("cela vous sert"),
        "serves-all": tr("cela sert à tout le monde"),
        "helped": tr("j’ai donné pour vous"),
        "owed": tr("vous me l’aviez promis"),
        "nobody-else": tr("personne d’autre ne le peut"),
    }[why]


def places(rows: Iterable[tuple[Trio, str]]) -> str:
    """Tokens with where they go, "" where there are none. A comma marks off the last place where one has
    several kinds: "1 temps et 1 moyen au jardin, et 2 appuis aux droits"."""
    given = [(some, toward) for some, toward in rows if any(some)]
    words = [f"{tokens(some)} {toward}" for some, toward in given]
    if len(words) < 2 or all(sum(map(bool, some)) == 1 for some, _ in given):
        return listed(words)
    return tr("{most}, et {last}", most=", ".join(words[:-1]), last=words[-1])


def promised_and_given(promised: str, given: str) -> str:
    """What somebody did in a round, "" for nothing: "promis 2 temps au jardin ; rien donné"."""
    return tr(
        "{one} ; {other}",
        one=tr("promis {what}", what=promised) if promised else tr("rien promis"),
        other=tr("donné {what}", what=given) if given else tr("rien donné"),
    )


def changes(several: Iterable[Change]) -> str:
    """ "Santé +8, Bien-être social +2"."""
    return ", ".join(f"{change.title} {signed(change.by)}" for change in several)


def sourced(*parts: str) -> str:
    """A source and its date; the date once, where the source tells it."""
    return " · ".join(part for i, part in enumerate(parts) if not i or part not in parts[0])
