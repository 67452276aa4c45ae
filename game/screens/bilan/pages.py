"""Bilan: the debrief, page by page. This file: the frame, the whole at a glance, from je to nous."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from engine.debrief.types import Bilan, JeNous, Placing
from engine.language import capital, signed, tr
from engine.view.types import View
from game.front.drafts import Turned
from game.front.intents import Draft, Go, Home
from game.front.state import Ui, Way
from game.kit import (
    Bar,
    Button,
    Card,
    Chart,
    Column,
    Dot,
    Element,
    Flow,
    Grow,
    Label,
    Row,
    Sized,
    Spacer,
)
from game.pieces.parts import (
    Own,
    actions,
    apart,
    choice_chip,
    keys_hint,
    next_button,
    number,
    page,
    timer,
    top,
)
from game.screens.bilan import (
    ballots,
    debated,
    film,
    groups,
    heard,
    people,
    promised,
    said,
    sites,
    spoken,
    strips,
    unveiled,
    week,
)
from game.screens.home.welcome import own_place

PAGE = "bilan"
"""The name under which it is kept which page is open."""
_LONG = 5
_UNITES, _DIVIDES = 2, 1
"""Statements on the page that shows the whole at a glance; the others are one page further."""
_TURNS = 2
"""Turning points named on the chart."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """One page of the Bilan: the name on its tab, what it shows. One that is told step by step says under
    which name its step is kept, and what leads to each step.
    """

    name: str
    draw: Callable[[View, Ui, Bilan], Element]
    turns: str = ""
    steps: tuple[str, ...] = ("",)

    def step(self, ui: Ui) -> int:
        """The step at which the page stands."""
        return min(max(ui.page(self.turns), 0), len(self.steps) - 1) if self.turns else 0


def leaves(view: View, data: Bilan, taken_up: float = 0.0) -> list[Leaf]:
    """The pages there are for this session, in order; what nobody filled in is left out. Where it was taken
    up again (a moment of unix time) a day after its commitments, they come first."""
    found = []
    if promised.due(data, taken_up):
        ways = promised.steps(data)
        found.append(Leaf(tr("Promis, tenu ?"), promised.promised, promised.PAGE, ways))
    found.append(Leaf(tr("Fin"), people.ending))
    if data.secrets:
        ways = tuple(tr("Un autre secret") for _ in data.secrets)
        found.append(Leaf(tr("Secrets"), unveiled.secrets, unveiled.PAGE, ways))
    if view.mode == "facilitated":
        found.append(Leaf(tr("Se placer"), _own_place))
    found.append(Leaf(tr("Ensemble"), overview))
    found.append(Leaf(tr("Je → nous"), je_nous))
    if data.film:
        ways = tuple(film.named(i) for i in range(len(data.film)))
        found.append(Leaf(tr("Film"), film.film, film.PAGE, ways))
    if _answered(data):
        found.append(Leaf(tr("Avis"), spoken.opinions))
    if data.debates:
        found.append(Leaf(tr("Débats"), debated.debated))
    found.append(Leaf(tr("Promesses"), people.kept))
    if data.voices:
        found.append(Leaf(tr("Raisons"), people.voices))
    if view.town is not None and view.town.needs:
        found.append(Leaf(tr("Besoins"), heard.needs))
    if week.tells(view):
        found.append(Leaf(week.named(view), week.week))
    if view.groups is not None:
        found.append(Leaf(capital(view.groups.noun), groups.groups))
    if view.sites is not None:
        found.append(Leaf(tr("Le sol"), sites.ground))
    if view.corners is not None and view.corners.corners:
        found.append(Leaf(tr("Bandes"), strips.strips))
    if view.ballot is not None and view.ballot.count is not None and view.ballot.eligible:
        found.append(Leaf(tr("Recompté"), ballots.recounted))
        found.append(Leaf(tr("Bulletins"), ballots.papers))
    if view.mode != "training" and data.participation:
        found.append(Leaf(tr("Participation"), spoken.participation))
    found.append(Leaf(tr("{place} × moi", place=view.place.heading), people.four_cases))
    if data.alternatives:
        found.append(Leaf(tr("Et si"), spoken.what_if))
    found.append(Leaf(tr("Paroles"), said.said))
    return found


def bilan(view: View, ui: Ui) -> Element:
    """The page that is open; before the measures are ready, only the ending."""
    data = ui.bilan if isinstance(ui.bilan, Bilan) else None
    if data is None:
        body: Element = Label(tr("Le bilan se prépare…"), "lead", "quiet")
        return page(_head(view, ui, (), 0), body, actions(view, ui, []))
    pages = leaves(view, data, ui.taken_up)
    at = _page(pages, ui)
    buttons: list[Element] = [*next_button(bilan_way(view, ui))]
    hint: Element | None = None
    if at + 1 >= len(pages):
        if not apart(view, ui):  # whoever leads has it in the console
            buttons += record_button(ui, "record")
        buttons.append(Button(tr("Retour à l’accueil"), "home", Home()))
        hint = keys_hint(("←", tr("revoir")), ("F1", tr("aide")))
    before = page_before(view, ui)
    if before is not None:
        buttons.append(Button("←", "page-back", before))
    return page(_head(view, ui, pages, at), pages[at].draw(view, ui, data), actions(view, ui, buttons, hint))


def bilan_way(view: View, ui: Ui) -> Way | None:
    """One page after another, step by step where a page has steps; from the last, nowhere: leaving is asked
    for by its own button.
    """
    pages = _leaves(view, ui)
    at = _page(pages, ui)
    if pages and (step := pages[at].step(ui) + 1) < len(pages[at].steps):
        return Way(pages[at].steps[step], Draft(Turned(pages[at].turns, step)))
    return Way(pages[at + 1].name, Draft(Turned(PAGE, at + 1))) if at + 1 < len(pages) else None


def record_button(ui: Ui, id: str) -> list[Button]:
    """What writes the record, once words are read through; nothing where the session has no file."""
    return [Button(tr("Écrire le compte rendu"), id, Go("record", ui.file))] if ui.file else []


def at_last_page(view: View, ui: Ui) -> bool:
    """Whether the page is open on which the words are read through."""
    data = ui.bilan if isinstance(ui.bilan, Bilan) else None
    return data is not None and bilan_way(view, ui) is None


def page_before(view: View, ui: Ui) -> Draft | None:
    """Back to the step or the page before, if there is one."""
    pages = _leaves(view, ui)
    at = _page(pages, ui)
    if pages and (step := pages[at].step(ui)) > 0:
        return Draft(Turned(pages[at].turns, step - 1))
    return Draft(Turned(PAGE, at - 1)) if at > 0 else None


def open_leaf(view: View, ui: Ui) -> Leaf | None:
    """The page that is open, once the measures are ready."""
    pages = _leaves(view, ui)
    return pages[_page(pages, ui)] if pages else None


def _leaves(view: View, ui: Ui) -> list[Leaf]:
    return leaves(view, ui.bilan, ui.taken_up) if isinstance(ui.bilan, Bilan) else []


def _page(pages: Sequence[Leaf], ui: Ui) -> int:
    return min(max(ui.page(PAGE), 0), max(len(pages) - 1, 0))


def _answered(data: Bilan) -> bool:
    """Whether a room answered anything: what one person alone answers is no opinion of a room."""
    now = data.opinions
    return data.participants > 1 and bool(now.unites or now.foresaw or now.leans or now.divides or now.few)


def _head(view: View, ui: Ui, pages: Sequence[Leaf], at: int) -> Element:
    tabs = [
        choice_chip(leaf.name, f"tab-{i}", Draft(Turned(PAGE, i)), i == at) for i, leaf in enumerate(pages)
    ]
    name = Label(tr("Bilan"), "subheading", one_line=True)
    return top(Row([name, Grow(Flow(tabs, 6.0, 4.0, "end")), timer(view, ui)], "m"))


def _own_place(view: View, ui: Ui, data: Bilan) -> Element:
    return Own(Column([own_place(view, ui, "after", view.own_placing[1])], justify="center"), 1.3)


def overview(view: View, ui: Ui, data: Bilan) -> Element:
    """The whole at a glance: trust by round, one "and if", what unites, what divides."""
    left = Column(
        [
            Label(tr("Du « je » au « nous »"), "title"),
            Grow(Own(Card(trust_chart(data.je_nous), "l", "m"), 1.2), 1.3),
            *([spoken.best_alternative(ui, data)] if data.alternatives else []),
        ],
        "m",
    )
    if view.mode == "training" and not _answered(data):
        return left
    unites, divides = data.opinions.unites[:_UNITES], data.opinions.divides[:_DIVIDES]
    agreed = spoken.lines(unites, tr("Aucun accord pour l’instant."))
    split = spoken.lines(divides, spoken.undivided(view))
    right = Column(
        [
            Label(tr("Ce qui nous rassemble"), "title"),
            Grow(Own(agreed, 1.2), max(len(unites), 1)),
            Label(tr("Ce qui nous divise"), "title"),
            Grow(Own(split, 1.2), max(len(divides), 1)),
        ],
        "m",
    )
    return Row([Grow(left), Grow(right)], "xl", "stretch")


def trust_chart(data: JeNous) -> Element:
    """Mutual trust at the start and after each round; the turning points are named beside the line."""
    short = len(data.trust) > _LONG
    names = [tr("départ")] + [
        tr("T{n}", n=i) if short else tr("tour {n}", n=i) for i in range(1, len(data.trust))
    ]
    says = {
        point.round: tr("{by} : {what}", by=signed(point.by), what=point.text)
        for point in data.turning_points[:_TURNS]
    }
    dots = [
        Dot(value, name, says.get(i, ""))
        for i, (value, name) in enumerate(zip(data.trust, names, strict=True))
    ]
    rows: list[Element] = [Label(tr("Confiance mutuelle au fil des tours"), "label")]
    rows.append(Grow(Chart(dots, 0, 100, 25, height=260.0)))
    return Column(rows, "s")


def je_nous(view: View, ui: Ui, data: Bilan) -> Element:
    """Three measures side by side, never one score; beside them each one's own placing."""
    facts = data.je_nous
    left = Column(
        [Grow(Own(Card(trust_chart(facts), "l", "m"), 1.2), 1.3), Grow(Own(_rounds(view, facts), 1.5))], "m"
    )
    columns: list[Element] = [Grow(left, 1.5)]
    if view.mode != "training":
        right: list[Element] = [Label(tr("Où chacun se place"), "heading")]
        right += [placing(tr("Au début"), facts.before), placing(tr("Maintenant"), facts.after)]
        columns.append(Grow(Own(Card(Column(right, "m"), "l", "m"), 1.25), 1, 480))
    title = Label(tr("Trois mesures, jamais une note"), "title")
    return Column([title, Grow(Row(columns, "xl", "stretch"))], "m")


def _rounds(view: View, facts: JeNous) -> Element:
    """Share of tokens for the common good and promises kept, round by round."""
    share = [(tr("tour {n}", n=i + 1), value, _percent(value)) for i, value in enumerate(facts.commons_share)]
    kept = [
        (tr("tour {n}", n=i + 1), round(100 * a / b) if b else None, f"{a} / {b}" if b else "–")
        for i, (a, b) in enumerate(facts.promises_kept)
    ]
    gate = next((gauge.title for gauge in view.indicators if gauge.gate), "")
    one = _measure(
        tr("Jetons en main donnés à ce qui fait monter « {title} »", title=gate), share, "indicator.gate"
    )
    other = _measure(tr("Promesses tenues"), kept, "kept")
    return Row([Grow(one), Grow(other)], "m", "stretch")


def _percent(value: int | None) -> str:
    return "–" if value is None else tr("{n} %", n=value)


def _measure(title: str, rows: Sequence[tuple[str, int | None, str]], colour: str) -> Element:
    lines: list[Element] = [Label(title, "label")]
    for name, value, text in rows:
        bar = Bar((value or 0) / 100, colour, height=20.0)
        lines.append(
            Row(
                [
                    Sized(Label(name, "small", one_line=True), 92.0),
                    Grow(bar),
                    Sized(Label(text, "label", "ink", "right"), 84.0),
                ],
                "s",
            )
        )
    return Card(Column(lines, "s", justify="between"), "l", "m")


def placing(title: str, data: Placing) -> Element:
    """How many people at each step from je (1) to nous (7)."""
    if not sum(data.counts):
        return Column([Label(title, "label"), Label(tr("Personne ne s’est placé."), "small")], "xs")
    most = max(data.counts)
    bars = Row([Grow(_bar_column(i + 1, n, most)) for i, n in enumerate(data.counts)], "s", "end")
    words = [] if data.mean is None else [tr("moyenne {n}", n=number(data.mean))]
    if data.polarisation is not None:
        words.append(
            tr("les avis sont partagés")
            if data.polarisation >= 60
            else tr("les avis sont plutôt proches")
            if data.polarisation <= 30
            else tr("des avis variés")
        )
    return Column([Label(title, "label"), Grow(Own(bars)), Label(" · ".join(words), "small")], "xs")


def _bar_column(step: int, count: int, most: int) -> Element:
    high = 150.0 * count / most if most else 0.0
    block: Element = Sized(
        Card(Spacer(), "none", 0.0, "indicator.gate", None, edge=False, radius="s"), h=max(high, 6.0)
    )
    return Column(
        [
            Label(str(count) if count else " ", "tiny", "ink", "center"),
            block,
            Label(str(step), "label", align="center"),
        ],
        2.0,
    )
