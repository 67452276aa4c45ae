"""Small words put together: tokens, lists, changes, postures. French here, other languages by catalogue."""

from collections.abc import Sequence
from typing import Final

from engine.content import library
from engine.content.model import PhaseKind, Rung
from engine.fixed import from_float, to_float
from engine.language import ntr, signed, tr
from engine.play.table import Trio
from engine.rules.postures import level
from engine.view.types import Change, Expression, PostureView, ZoneView
from engine.view.veil import Seen

_EXPRESSIONS: Final[dict[str, Expression]] = {
    "committed": "smile", "golden": "explaining", "hesitant": "concerned", "passive": "calm",
    "grumbler": "solemn", "opponent": "suspicious", "diehard": "serious", "torn": "tired",
}  # fmt: skip


def phase_word(phase: PhaseKind) -> str:
    """The name of a phase."""
    return {
        "welcome": tr("Accueil"),
        "briefing": tr("Dépliant"),
        "situation": tr("Situation"),
        "negotiation": tr("Négociation"),
        "forecast": tr("Pronostic"),
        "choice": tr("Choix secrets"),
        "reveal": tr("Révélation"),
        "debate": tr("Débat"),
        "break": tr("Pause"),
        "bilan": tr("Bilan"),
    }[phase]


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


def kind_word(kind: str) -> str:
    """A kind of token as one gives some of it: "du temps"."""
    return {"time": tr("du temps"), "means": tr("des moyens"), "backing": tr("de l’appui")}[kind]


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


def changes(several: Sequence[Change]) -> str:
    """ "Santé +8, Bien-être social +2"."""
    return ", ".join(f"{change.title} {signed(change.by)}" for change in several)


def zone(seen: Seen, label: str) -> ZoneView:
    """A zone of the map as the content names and explains it."""
    # a session begun before its scenario kept the labels has those of today
    card = (seen.game.scenario.labels or library.glossary().labels).get(label)
    if card is None:
        return ZoneView(label, label, "")
    return ZoneView(label, seen.read(card.title), seen.read(card.explained))


def posture(seen: Seen, s: int, a: int) -> PostureView:
    """A posture (fixed point) with its place on the map and the face that goes with it; in tenths, for a
    finer one would give away what somebody gained. The place is told as a place: under a name, an adjective
    would judge a person."""
    label = seen.game.scenario.map[level(a) - 1][level(s) - 1]
    expression = _EXPRESSIONS.get(label, "calm")
    word = tr("zone « {zone} »", zone=zone(seen, label).title)
    return PostureView(_tenths(s), _tenths(a), label, word, expression)


def _tenths(x: int) -> float:
    """A place on the map to a tenth, in the zone that it is in."""
    near = round(to_float(x), 1)
    return near if level(from_float(near)) == level(x) else round(near - 0.1, 1)
