"""Pieces that several screens share: projects, promises, the quartier's indicators, answers counted."""

import re
from collections.abc import Sequence
from typing import Literal

from engine.language import capital, ntr, signed, tr
from engine.view.types import (
    Change,
    CharacterView,
    CornersView,
    Counts,
    GroupsView,
    IndicatorView,
    Personal,
    ProjectView,
    PromiseView,
    TimetableView,
    TokenCount,
    View,
)
from game.front.alone import me
from game.front.intents import Go
from game.front.state import Ui
from game.kit import (
    Bar,
    Card,
    Column,
    Element,
    Flow,
    Grow,
    Label,
    Part,
    Picture,
    Pill,
    Row,
    Rule,
    Spacer,
    Span,
    StackedBar,
    Tokens,
)
from game.pieces.baton import faced
from game.pieces.corners import where_given
from game.pieces.groups import touches, touches_counted
from game.pieces.ideas import OnVote
from game.pieces.parts import (
    Barer,
    Fullest,
    before,
    card_face,
    change_label,
    given,
    missing,
    opening,
    promised,
    together,
)
from game.pieces.places import heard_by
from game.pieces.week import put_out, squares
from game.pieces.works import OnCard, on_site

COLOURS = {
    "clay": "indicator.0",
    "amber": "indicator.1",
    "violet": "indicator.2",
    "blue": "indicator.3",
    "green": "indicator.4",
    "teal": "indicator.gate",
}
"""The colour that a designer names -> a role of the palette."""
_FEW = 9
_ROW, _SMALLER = 7, 0.8
"""Tokens beyond which they are set smaller, so that they stay in one row, and how much."""
_SENTENCE = re.compile(r".+?[.!?…](?=\s)")


def in_short(text: str) -> str:
    """The first sentence of what is to be done."""
    first = _SENTENCE.match(text)
    return first.group() if first else text


def lacking(project: ProjectView, promised: bool = False) -> TokenCount:
    """What the project still needs, kind by kind; what nobody promises it either, where `promised` counts."""
    coming = project.promised if promised else TokenCount()
    have = (p + c for p, c in zip(project.placed, coming, strict=True))
    return TokenCount(*(max(c - h, 0) for c, h in zip(project.cost, have, strict=True)))


def changes_label(changes: Sequence[Change], style: str = "label") -> Element:
    """The changes side by side; what is taken away is in the colour of a loss, its sign says it too."""
    return Flow([change_label(change, style) for change in changes], "m", "none")


def rounds_left(project: ProjectView) -> str:
    """How long tokens can still be given to it; of works, that the rounds left do not finish them."""
    if project.works is not None and project.works.too_late:
        return tr("trop tard pour finir")
    if project.rounds_left <= 1:
        return tr("dernier tour")
    return ntr("ouvert encore {n} tour", "ouvert encore {n} tours", project.rounds_left)


def project_card(
    project: ProjectView,
    text: bool = False,
    tokens: float = 34.0,
    away: str = "",
    least: bool = False,
    week: TimetableView | None = None,
    groups: GroupsView | None = None,
    works: OnCard | None = None,
    corners: CornersView | None = None,
    vote: OnVote | None = None,
) -> Element:
    """A project: its name, tokens given, promised and missing, what it changes, how long it stays open; with
    `text` what is to be done too: all of it, its first sentence, or a mark that the card says more. Where
    there is less room, the sentence stays longer than the words for what the tokens show already.
    `away` says that the walker is not where it happens. On a table with `least` room it says how long it is
    open only in its last round, and who heard a need by their names alone. `week` shows its hours, and what
    it would put out of them; `groups` what it does to them; `works` how far they are, what they do each
    round, or what accompanies them; one whose hoarding stands looks like a site. `corners` shows where one
    sits who gives to it; `vote` what has to be voted of it.
    """
    name = Grow(Label(project.title, "subheading", max_lines=3))
    title = Row([Picture(project.pictogram, 40.0), name], "s", "start")
    size = tokens if sum(project.cost) <= _ROW else _SMALLER * tokens
    needs: Element = Tokens.filled(project.placed, project.cost, size, promised=project.promised)
    if works is not None and works.phases is not None:
        needs = works.phases
    where = [*_where(project, away), *where_given(corners, project)]
    coming = [_coming(project)] if sum(project.promised) else []

    rounds = [] if least and where and project.rounds_left > 1 else [_rounds(project)]
    if project.works is not None and project.works.standing and not project.works.too_late:
        rounds = []  # it never lapses
    heard = _heard(project, least)
    counted = touches_counted(groups, project) if least else touches(groups, project, True)

    def told(
        words: Element, *mark: Element, short: bool = False, bare: bool = False, out: Out = "said"
    ) -> Element:
        hours, instead, lines = _hours(project, week, short or bare, out)
        open_ = instead if instead and project.rounds_left > 1 else [*rounds, *instead]
        asked: Element = works.brief if out == "drawn" and works is not None and works.brief else needs
        signs = vote.signs if vote is not None and out == "drawn" else []
        facts: Element = Flow([asked, *open_, *where, *signs], "m", 4.0)
        head = [title, Row([Grow(facts), *hours], "s") if hours else facts, *heard, *lines]
        head += counted if out == "drawn" else touches(groups, project, short or bare)
        if works is not None:
            head += works.signs if out in ("signs", "drawn") else works.short if short or bare else works.full
        if vote is not None and out != "drawn":
            head += [Flow(vote.signs, "s", "none")] if short or bare else vote.full
        said = [] if bare else coming
        return Column(
            [*head, *said, Grow(words), *_effects(project, mark, short or bare, vote, out == "drawn")], 8.0
        )

    def shorter(words: Element, *mark: Element) -> list[Element]:
        forms = [told(words, *mark), told(words, *mark, short=True), told(words, *mark, bare=True)]
        if works is not None:
            forms.append(told(words, *mark, bare=True, out="signs"))
        if week is not None and project.dislodges:
            forms.append(told(words, *mark, bare=True, out="named"))
        return forms

    if not text or not project.text:
        return on_site(Fullest([*shorter(Spacer()), told(Spacer(), bare=True, out="drawn")]), works)
    first = in_short(project.text)
    more = Label(tr("… lire la carte"), "tiny", one_line=True)

    def forms(style: str) -> list[Element]:
        return shorter(Label(first, style, "ink"), more)

    whole = told(Label(project.text, "small", "ink"))
    barest = [*shorter(Spacer(), more), told(Spacer(), more, bare=True, out="drawn")]
    ordinary, large = [whole, *forms("small"), *forms("tiny"), *barest], [whole, *forms("small"), *barest]
    return on_site(Barer(Fullest(ordinary), Fullest(large)), works)


def _effects(
    project: ProjectView,
    mark: Sequence[Element],
    short: bool,
    vote: OnVote | None = None,
    least: bool = False,
) -> list[Element]:
    """What it changes, side by side, who pays or gains alone, and a mark after that; of what is to be voted,
    what that does apart from what it does once there is money for it."""
    changes: list[Element] = [change_label(change) for change in project.changes]
    if vote is not None and changes:
        changes.insert(0, Label(tr("recevable :"), "label", one_line=True))
    if project.works is not None and not short:
        changes.insert(0, Label(tr("la palissade tombée :"), "label", one_line=True))
    if project.during and not short:
        changes += [Label(tr("à chaque tour de travaux :"), "label", one_line=True)]
        changes += [change_label(change) for change in project.during]
    if short:
        funded = vote.funded_short if vote is not None else []
        told = [*changes, *map(_pays_short, project.personal)]
        if funded and not least:
            return [Flow(told, "m", "none"), Flow([*funded, *mark], "m", "none")]
        return [Flow([*told, *funded, *mark], "m", "none")]
    lines: list[Element] = [Flow([*changes, *mark], "m", "none")] if changes or mark else []
    return [*lines, *personal(project), *(vote.funded if vote is not None else [])]


def personal(project: ProjectView, short: bool = False) -> list[Element]:
    """Whom a project brings or costs something alone, each with a small face: in words, or as a number."""
    if not project.personal:
        return []
    return [Flow([(_pays_short if short else _pays)(one) for one in project.personal], "m", 2.0)]


def _pays(one: Personal) -> Element:
    words = Label(one.words, "label", "broken" if one.points < 0 else "kept", one_line=True)
    return Row([_payer(one), words], "xs")


def _pays_short(one: Personal) -> Element:
    by = Label(signed(one.points), "label", "broken" if one.points < 0 else "kept", one_line=True)
    return Row([_payer(one), by], "xs")


def _payer(one: Personal) -> Element:
    return card_face(one.face, "concerned" if one.points < 0 else "calm", one.words, 30.0)


def _rounds(project: ProjectView) -> Label:
    """How long tokens can still be given to it; its last round stands out."""
    if project.rounds_left <= 1 or (project.works is not None and project.works.too_late):
        return Label(rounds_left(project), "label", "part", one_line=True)
    words = ntr("ouvert {n} tour", "ouvert {n} tours", project.rounds_left)
    return Label(words, "label", one_line=True)


def _where(project: ProjectView, away: str) -> list[Element]:
    """The part of the town where it happens, and that the walker is not there."""
    told: list[Element] = [Label(capital(project.where), "label", one_line=True)] if project.where else []
    return [*told, *([Label(away, "label", "part", one_line=True)] if away else [])]


def _heard(project: ProjectView, least: bool) -> list[Element]:
    """Who came to listen, of a need; where there is `least` room, their names beside an ear."""
    words = ", ".join(project.heard_by) if least else heard_by(project)
    if not words:
        return []
    return [Row([Picture("ear", 28.0, "gift"), Grow(Label(words, "label", "gift"))], "xs")]


Out = Literal["said", "named", "signs", "drawn"]
"""What a project would put out of its hours: in a sentence, by its name and pictogram, or by that alone; what
its works do in `signs`, then which of their phases is asked for alone."""


def _hours(
    project: ProjectView, week: TimetableView | None, short: bool, out: Out
) -> tuple[list[Element], list[Element], list[Element]]:
    """The hours that it takes, as squares; what it would put out of them, named in the place of how long it
    is open; lines of their own for its hours in words, unless `short`, and for that in a sentence.
    """
    if week is None or not project.hours:
        return [], [], []
    beside, gone = [squares(week, project)], put_out(week, project)
    if not gone:
        return beside, [], [] if short else [Label(project.hours_said, "label")]
    if out in ("signs", "drawn"):
        return [*gone, *beside], [], []
    if out == "named":
        more = [] if len(gone) < 2 else [Label(f"+{len(gone) - 1}", "label", "part", one_line=True)]
        named = Label(project.dislodges[0], "label", "part")
        return beside, [Row([gone[0], named, *more], "xs")], []
    lines: list[Element] = [] if short else [Label(project.hours_said, "label")]
    return beside, [], [*lines, Label(project.dislodges_said, "label", "part")]


def _coming(project: ProjectView) -> Element:
    """What no promise covers yet; or that all is promised, which is not yet given."""
    lack = lacking(project, promised=True)
    if not sum(lack):
        if not project.if_kept:
            return Label(tr("promis, mais une condition manque"), "label", "part")
        if project.works is not None and project.works.left > 1:
            return Label(tr("tranche complète si chacun tient parole"), "label", "kept")
        return Label(tr("complet si chacun tient parole"), "label", "kept")
    words = Label(tr("personne n’a promis"), "label", "quiet", one_line=True)
    return Row([words, Grow(missing(lack, 26.0))], "s")


def promise_lines(view: View, who: CharacterView) -> list[PromiseView]:
    return [promise for promise in view.promises if promise.who == who.id]


def hands_fit(view: View) -> bool:
    """Whether there is room under each name for the tokens in hand."""
    return len(view.characters) <= _FEW


Condition = Literal["whole", "whom", "none"]
"""What is said of a promise's condition: all of it, on whom it depends, or that there is one."""


def promise_row(view: View, who: CharacterView, condition: Condition = "whole") -> Element:
    """What one character has announced, or that it waits and sees."""
    made = promise_lines(view, who)
    said: Element
    if made:
        said = Column([_promise(view, promise, condition) for promise in made], 4.0)
    else:
        said = Label(_nothing_yet(view, who), "small")
    name: Element = Label(who.short, "name")
    if hands_fit(view):
        name = Column([name, given(who.tokens, 22.0)], 4.0)
    return Row([faced(view, who, 60.0), before(name, 150.0), Grow(said)], "s")


def _nothing_yet(view: View, who: CharacterView) -> str:
    """Of who promised nothing: that it has still to speak, or that it waits and sees."""
    if who.id in view.unheard:
        return tr("n’a pas encore parlé")
    return tr("rien encore") if me(view) == who else tr("attend de voir")


def _promise(view: View, promise: PromiseView, condition: Condition) -> Element:
    words, on = promise.sentence, me(view)
    if promise.conditional and condition == "none":
        words = tr("{project}, si…", project=promise.toward)
    elif promise.conditional and condition == "whom":
        words = tr("{project}, si {name}…", project=promise.toward, name=view.character(promise.on).short)
        if on is not None and on.id == promise.on:
            words = tr("{project}, si vous…", project=promise.toward)
    tokens = promised(promise.tokens, 29.0, f"promise.{promise.id}")
    return Row([tokens, Grow(Label(words, "small"))], "s")


def listed(rows: Sequence[Element], gap: str | float = 8.0) -> Column:
    """Rows with thin rules between them."""
    out: list[Element] = []
    for i, row in enumerate(rows):
        if i:
            out.append(Rule())
        out.append(row)
    return Column(out, gap)


# ---- The quartier --------------------------------------------------------------------------------------


def _moved(by: int) -> Label:
    if by == 0:
        return Label("=", "label", one_line=True)
    colour, arrow = ("kept", "▲") if by > 0 else ("broken", "▼")
    return Label([Span(f"{arrow} {abs(by)}", colour)], "label", one_line=True)


def indicator_line(indicator: IndicatorView, since_start: bool = False) -> Element:
    """One gauge: its name, value, move since the round (or the game) began, and where it started."""
    move = indicator.value - indicator.start if since_start else indicator.since_round
    words = Row(
        [
            Picture(indicator.pictogram, 30.0),
            Grow(Label(indicator.title, "name")),
            Label(str(indicator.value), "name", one_line=True),
            _moved(move),
        ],
        "s",
    )
    colour = "indicator.gate" if indicator.gate else COLOURS.get(indicator.colour, "indicator.0")
    return Column([words, Bar(indicator.value / 100, colour, indicator.start / 100)], 4.0)


def gate_words(view: View) -> str:
    """What the common good needs for gains to count, wear told; nothing when that is known already."""
    for gate in view.indicators:
        if gate.needed is None:
            continue
        votes = votes_next(view)
        if gate.wear < 0 and votes:
            return tr(
                "« {title} » monterait déjà de {n} ce tour, si les publics votaient seuls aujourd’hui.",
                title=gate.title, n=-gate.wear,
            )  # fmt: skip
        if gate.wear < 0:  # what was read this round brings more than wear takes
            return tr(
                "« {title} » monte déjà de {n} ce tour : sauf chantier contraire, les gains comptent.",
                title=gate.title, n=-gate.wear,
            )  # fmt: skip
        words = tr("« {title} » doit monter.", title=gate.title)
        if gate.wear and votes:
            words = tr(
                "« {title} » perdrait {n} ce tour, si les publics votaient seuls aujourd’hui.",
                title=gate.title, n=gate.wear,
            )  # fmt: skip
        elif gate.wear and _read(view):
            words = tr("« {title} » perd {n} ce tour, bandes lues comprises.", title=gate.title, n=gate.wear)
        elif gate.wear and view.groups is not None:  # what falls asleep this round, as it stands
            words = tr("« {title} » perd {n} ce tour, sans aide.", title=gate.title, n=gate.wear)
        elif gate.wear:
            words = tr("« {title} » perd {n} à chaque tour.", title=gate.title, n=gate.wear)
        asked = tr(
            "Pour que les gains comptent, les chantiers doivent lui apporter {n} ou plus.", n=gate.needed
        )
        if view.groups is not None:
            asked = tr(
                "Pour que les gains comptent, chantiers et aide doivent lui apporter {n} ou plus.",
                n=gate.needed,
            )
        if votes:
            asked = tr(
                "Pour que les gains comptent, chantiers et bulletins doivent lui apporter {n} ou plus.",
                n=gate.needed,
            )
        return f"{words} {asked}"
    return ""


def votes_next(view: View) -> bool:
    """Whether this round ends with the vote, which moves the common good too."""
    return view.ballot is not None and view.phase.round == view.phase.rounds


def _read(view: View) -> bool:
    """Whether strips of this round were read already, and judged: they count in what it takes or brings."""
    corners = view.corners.corners if view.corners is not None else ()
    return any(corner.strip is not None and corner.strip.verdict for corner in corners)


def foreseen(view: View, every: bool = True) -> Element:
    """« Si chacun tient parole »: from what to what the gauges would go, wear included; of those that would
    not move, the common good alone is told. `every` = False tells of it alone, in a line."""
    told: list[Element] = [
        Label([Span(together(gauge.title) + "\u00a0"), _ahead(gauge.value, gauge.if_kept)], "name")
        for gauge in sorted(view.indicators, key=lambda gauge: not gauge.gate)
        if gauge.if_kept is not None and (gauge.gate or (every and gauge.if_kept != gauge.value))
    ]
    if not told:
        return Spacer()
    words = tr("Si chacun tient parole") if view.promises else tr("Tant que personne ne promet")
    if not every:
        return Flow([Label(words, "label", one_line=True), *told], "m", "none")
    told = [Label(words, "label"), Flow(told, "m", "none")]
    return Card(Column(told, "none"), "l", "s", "note", "note_line")


def _ahead(now: int, then: int) -> Span:
    words = f"{now}\u00a0→\u00a0{then}"
    return Span(words, "kept" if then > now else "broken" if then < now else None, True)


def quartier(view: View, ui: Ui, since_start: bool = False) -> Element:
    """All the gauges, and what the common good needs while it is not decided; touched, it explains them."""
    lines: list[Element] = [Row([Grow(Label(view.place.first, "label")), Pill("?", "plain")], "s")]
    lines += [indicator_line(indicator, since_start) for indicator in view.indicators]
    gate = "" if since_start else gate_words(view)
    if gate:
        lines.append(Card(Label(gate, "label", "part"), "m", 10.0, "part_soft", None, edge=False, radius="m"))
    card = Card(Column(lines, 12.0, justify="between"), "l", "m")
    return opening(ui, card, "gauges", Go("gauges"), tr("Que disent les jauges ?"))


# ---- Answers counted -----------------------------------------------------------------------------------


def received(counts: Counts) -> Element:
    """How many answers came in, before they are shown."""
    share = counts.received / counts.expected if counts.expected else 0.0
    words = tr("{n} sur {total} réponses", n=counts.received, total=counts.expected)
    return Column([Label(words, "label", "ink", "center"), Bar(share, "neutral", height=22.0)], "s")


def verdict_bar(yes: int, no: int, unsure: int, height: float = 46.0) -> Element:
    """Answers as one bar in parts, each with its sign: ✓ yes, ✗ no, ? does not know."""
    if yes + no + unsure == 0:
        return Label(tr("aucune réponse"), "small", align="center")
    parts = (
        Part(yes, "kept", f"✓ {yes}"),
        Part(no, "broken", f"✗ {no}"),
        Part(unsure, "neutral", f"? {unsure}"),
    )
    return StackedBar(parts, height)


_APART = "\u00a0\u00a0 "


def verdict_legend(yes: str, no: str) -> Element:
    """What the signs of a verdict bar mean."""
    spans = [
        Span("✓\u00a0", "kept", True),
        Span(together(yes) + _APART),
        Span("✗\u00a0", "broken", True),
        Span(together(no) + _APART),
        Span("?\u00a0", None, True),
    ]
    return Label([*spans, Span(together(tr("ne sait pas")))], "small")


def word_pill(counts: Counts | None) -> Element:
    """Where a room stands; agreement and division have their own tone."""
    if counts is None or not counts.word:
        return Spacer()
    if counts.agreement == "divided":
        return Pill(counts.word, "part")
    return Pill(counts.word, "kept" if counts.agreement in ("agree", "disagree") else "plain")
