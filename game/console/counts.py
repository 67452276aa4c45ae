"""Counting what the room answers: forecasts, verdicts, statements, each one's own placing."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from engine.language import ntr, tr
from engine.play.commands import OwnPlacing, Select, ShowForecasts, Tally
from engine.view.types import Counts, ForecastView, View
from game.console import hands
from game.console.hands import SAVE, counted, counters, covered, entries, in_counts, number_field
from game.console.pieces import by_fours, by_id, choices, labelled, name_of, picked, stepped
from game.console.seen import guard, seen
from game.front.drafts import Counted, Form
from game.front.intents import Do, Draft
from game.front.phases import Tab
from game.front.state import Ui
from game.kit import Button, Column, Element, Grow, Label, Pill, Row, Rule, Sized, Spacer
from game.pieces.parts import Own, Steady, choice_chip, face, paged

_ASKED = 56.0
"""Logical height of the sentence that is voted on."""


@dataclass(frozen=True, slots=True)
class Counting(Form):
    """The question whose hands are being counted, and the table of whoever answers ("" the whole room), which
    was chosen `at` a step: at the next one, the whole room answers again."""

    question: str = ""
    table: str = ""
    at: str = ""


def tables(view: View, ui: Ui) -> tuple[str, list[Element]]:
    """The table being counted ("" the whole room), and the row to choose it when there are tables: many of
    them turn by pages, so that what they answer stays in sight.
    """
    if not view.tables:
        return "", []
    now = ui.form(Counting)
    options, here = ["", *view.tables], f"{view.phase.round}.{view.phase.kind}.{view.phase.step}"
    chosen = picked(now.table if now.at == here else "", options)
    words = [(table, table or tr("toute la salle")) for table in options]
    chips = choices("count.table", words, chosen, lambda table: replace(now, table=table, at=here))
    return chosen, [labelled(tr("Qui répond"), paged(ui, "count.tables", by_fours(chips, 1), "xs"))]


def forecast_tabs(view: View) -> list[Tab]:
    """Count the forecasts; choose which promises are forecast."""
    found: list[Tab] = []
    if view.forecasts:
        found.append(("forecasts", tr("Pronostics"), forecasts))
    if view.allows("select"):
        found.append(("select", tr("Choisir les promesses"), select))
    return found


def debate_tabs(view: View) -> list[Tab]:
    """Count the verdict; count the statement."""
    debate = view.debate
    if debate is None or view.allows("tally") is None:
        return []
    found: list[Tab] = []
    if _verdict(view) is not None:
        found.append(("verdict", tr("COOP ou pas COOP"), verdict))
    if debate.statement is not None:
        found.append(("statement", tr("Affirmation"), statement))
    return found


# ---- Forecasts -----------------------------------------------------------------------------------------


def forecasts(view: View, ui: Ui) -> Element:
    """How many answers came in to each question; large counters for one of them; showing them all."""
    legal = view.allows("tally")
    asked = [entry for entry in view.forecasts if legal and entry.counts.question in legal.ids]
    question = picked(ui.form(Counting).question, [entry.counts.question for entry in asked])
    shown = any(entry.counts.yes is not None for entry in view.forecasts)
    who = tr("La salle voit les réponses.") if shown else tr("Personne ne voit les réponses avant l'heure.")
    rows: list[Element] = [Label(who, "small")]
    for i, entry in enumerate(view.forecasts):
        rows += [Rule()] if i else []
        rows.append(_forecast_line(view, ui, entry, entry.counts.question == question))
    chosen = next((entry for entry in asked if entry.counts.question == question), None)
    if chosen is not None:
        words = (
            ("✓ " + tr("tiendra"), "kept"),
            ("✗ " + tr("ne tiendra pas"), "broken"),
            ("? " + tr("ne sait pas"), "quiet"),
        )
        empty = [
            entry.counts.question for entry in asked if entry is not chosen and not entry.counts.received
        ]
        rows += [Rule(), *counting(view, ui, chosen.counts, words, empty[0] if empty else "")]
    if chosen is None:
        rows.append(Grow(Spacer()))
    if view.allows("show-forecasts"):
        show = Button(tr("Montrer les pronostics"), "console-show", Do(ShowForecasts()), hint="M")
        rows.append(Row([show, Grow(Spacer())]))
    return Column(rows, "xs")


def _forecast_line(view: View, ui: Ui, entry: ForecastView, counted: bool) -> Element:
    who = view.character(entry.promise.who)
    legal = view.allows("tally")
    row: list[Element] = [
        face(who, 44.0),
        Grow(Column([Label(who.name, "name"), Label(entry.promise.sentence, "tiny")], "none"), 2),
        Grow(Steady(Label(came_in(entry.counts), "body"), "body", 2)),
    ]
    if legal and entry.counts.question in legal.ids:
        question = entry.counts.question
        count = Draft(replace(ui.form(Counting), question=question))
        row.append(choice_chip(tr("Compter"), f"count.{question}", count, counted))
    return Row(row, "s")


def came_in(counts: Counts) -> str:
    """ "17 sur 17 reçus": never what was answered."""
    if counts.excess:
        total = counts.expected - counts.excess
        return too_many(counts.received, total)
    return ntr("{n} sur {total} reçu", "{n} sur {total} reçus", counts.received, total=counts.expected)


def too_many(answers: int, people: int) -> str:
    """More answers came in than there are people to answer."""
    return ntr(
        "{answers} réponses pour {n} personne : recomptez.",
        "{answers} réponses pour {n} personnes : recomptez.",
        people, answers=answers,
    )  # fmt: skip


def select(view: View, ui: Ui) -> Element:
    """Three promises at most, the most doubtful proposed."""
    legal = view.allows("select")
    assert legal is not None
    now = tuple(entry.promise.id for entry in view.forecasts)
    doubtful = [p for p in (view.console.doubtful if view.console else ()) if p in legal.ids]
    order = [*doubtful, *(p for p in legal.ids if p not in doubtful)]
    lines: list[Element] = [Label(tr("Trois au plus, les plus incertaines d'abord."), "small")]
    for number in order:
        promise = by_id(view.promises, number)
        if promise is None:
            continue
        words = f"{name_of(view, promise.who)} · {promise.sentence}"
        chosen = number in now
        after = tuple(p for p in now if p != number) if chosen else (*now, number)
        may = len(after) <= legal.most
        choose = Do(Select(promises=after[: legal.most]))
        lines.append(choice_chip(words, f"select.{number}", choose, chosen, enabled=may))
    return Column([*lines, Grow(Spacer())], "xs", "start")


# ---- Verdicts and statements ----------------------------------------------------------------------------


def _verdict(view: View) -> Counts | None:
    """The vote that is open now: the first, or the one after the talk."""
    legal, debate = view.allows("tally"), view.debate
    if legal is None or debate is None:
        return None
    found = [c for c in (debate.first, debate.second) if c is not None and c.question in legal.ids]
    return found[-1] if found else None


def verdict(view: View, ui: Ui) -> Element:
    """COOP or not: how many of each."""
    counts = _verdict(view)
    assert counts is not None
    assert view.debate is not None
    words = (("COOP", "kept"), (tr("PAS COOP"), "broken"), ("? " + tr("ne sait pas"), "quiet"))
    picked_act = view.debate.picked
    said = picked_act.sentence if picked_act else ""
    which = tr("Second vote") if view.phase.step == "revote" else tr("Premier vote")
    return Column([_asked(which, said), *counting(view, ui, counts, words)], "s")


def _asked(which: str, said: str) -> Element:
    """What is voted on, as high whatever its length: the counters under it stay where they are."""
    return Row([Pill(which, "dark"), Grow(Sized(Own(Label(said, "body")), h=_ASKED))], "s")


def statement(view: View, ui: Ui) -> Element:
    """A statement of the debate card: agree or not."""
    assert view.debate is not None
    assert view.debate.statement is not None
    words = (
        ("✓ " + tr("d'accord"), "kept"),
        ("✗ " + tr("pas d'accord"), "broken"),
        ("? " + tr("ne sait pas"), "quiet"),
    )
    said = tr("« {text} »", text=view.debate.picked.statement) if view.debate.picked else ""
    counts = view.debate.statement
    return Column([_asked(tr("Affirmation"), said), *counting(view, ui, counts, words)], "s")


def counting(
    view: View,
    ui: Ui,
    counts: Counts,
    words: Sequence[tuple[str, str]],
    onward: str = "",
    only: str | None = None,
) -> list[Element]:
    """Large counters for one question, by table or for the room, and the button that records them; once the
    whole room is counted, those for the question `onward` come. In a pane that the room sees they are typed
    without being read, until the room is shown them. Where one table alone answers (`only`), before all, its
    hands are no secret.
    """
    table, rows = tables(view, ui) if only is None else (only, [])
    name = f"tally.{counts.question}.{table}"
    recorded = next(((y, n, u) for t, y, n, u in counts.by_table if t == table), (0, 0, 0))
    values = counted(ui, name, recorded)
    tally = Tally(question=counts.question, table=table, yes=values[0], no=values[1], unsure=values[2])
    form, now = ui.form(Counted, name), ui.form(Counting)
    saved = form.saved
    new = values not in (saved, recorded) or (sum(values) > 0 and counts.received == 0)
    others = sum(y + n + u for t, y, n, u in counts.by_table if table and t not in ("", table))
    total = others + sum(values)
    goes_on = bool(onward) and (only is not None or not table)
    then = replace(now, table="", question=onward if goes_on else now.question)
    secret = counts.yes is None and only is None
    hidden = seen(view, ui) and secret
    following = hands.entry(f"tally.{onward or counts.question}.", 0) if hidden else ""
    recording = (replace(form, counts=values, saved=values), then)
    kept = Do(tally, entries(name, len(values)), recording, focus=following)
    button = Button(tr("Enregistrer le compte"), SAVE, kept, "primary", "⏎", enabled=new)
    people = counts.expected - counts.excess
    save, doubt = doubted(button, form, values, total, people)
    said = tr("{n} sur {total}, à enregistrer", n=total, total=people) if new else came_in(counts)
    ask: list[Element] = []
    answers = counters(ui, name, values, words)
    if secret:  # the room is shown nothing yet
        ask = guard(
            view, ui, tr("La salle voit cet écran. Tapez chaque nombre, puis Entrée : il reste caché.")
        )
        if hidden:
            answers = covered(ui, name, values, words, known=sum(recorded) > 0 or form.counts is not None)
            said = tr("à enregistrer") if new else came_in(counts)
            if doubt is not None:  # how many too many would tell the first number typed
                doubt = replace(doubt, text=tr("Plus de réponses que de personnes : recomptez."))
    state = Steady(doubt or Label(said, "small", align="right"), "strong", 2)
    return [*rows, *ask, Grow(answers), Row([save, Grow(state)], "s")]


def doubted(
    button: Button, form: Counted, values: tuple[int, ...], total: int, expected: int
) -> tuple[Button, Label | None]:
    """The button that records a count, and what seems wrong with it: more answers than people are only
    recorded when the button is pressed once more (the form remembers the first time).
    """
    if not button.enabled or not expected or total <= expected:
        return button, None
    doubt = Label(too_many(total, expected), "strong", "broken", "right")
    if form.sure == values:
        return replace(button, text=tr("Enregistrer quand même"), reserve=(button.text,)), doubt
    return replace(button, intent=Draft(replace(form, sure=values))), doubt


# ---- Je ou nous ----------------------------------------------------------------------------------------


def own_placing(view: View, ui: Ui) -> Element:
    """How many place themselves at each step from je (1) to nous (7)."""
    legal = view.allows("own-placing")
    assert legal is not None
    when = "after" if "after" in legal.ids else "before"
    table, rows = tables(view, ui)
    name = f"placing.{when}.{table}"
    values = counted(ui, name, (0,) * 7)

    def step(values: tuple[int, ...], index: int, by: int) -> Draft:
        return Draft(in_counts(ui, name)(stepped(values, index, by)))

    steps: list[Element] = []
    for i, value in enumerate(values):
        word = {0: tr("je"), 6: tr("nous")}.get(i, "")
        steps.append(
            Grow(
                Column(
                    [
                        Label(word or "·", "small", align="center"),
                        Label(str(i + 1), "label", align="center"),
                        number_field(ui, name, values, i, "subheading", str(i + 1)),
                        Button("+1", f"{name}.{i}.more", step(values, i, 1), "quiet"),
                        Button("−1", f"{name}.{i}.less", step(values, i, -1), "chip", enabled=value > 0),
                    ],
                    "xs",
                )
            )
        )
    command = OwnPlacing(when=when, table=table, counts=values)
    form = ui.form(Counted, name)
    then = (replace(form, counts=values, saved=values), replace(ui.form(Counting), table=""))
    kept = Do(command, entries(name, len(values)), then)
    new = values != (form.saved or (0,) * 7)
    button = Button(tr("Enregistrer"), SAVE, kept, "primary", "⏎", enabled=new)
    save, doubt = doubted(button, form, values, sum(values), view.participants)
    asked = tr("À main levée : chacun se place entre je (1) et nous (7). On compte, sans noms.")
    people = ntr("{n} personne comptée", "{n} personnes comptées", sum(values))
    total: Element = doubt or Label(people, "small", align="right")
    return Column(
        [Label(asked, "body"), *rows, Row(steps, "xs"), Grow(Spacer()), Row([save, Grow(total)])], "s"
    )
