"""Pronostic: will these promises be kept? Asked first; shown when the facilitator decides."""

from dataclasses import dataclass, replace

from engine.language import ntr, tr
from engine.play.commands import Answer, ShowForecasts, Vote
from engine.view.types import Counts, ForecastView, ProjectView, View
from game.front.alone import me
from game.front.drafts import Form
from game.front.intents import Do
from game.front.state import Ui
from game.kit import (
    Button,
    Card,
    Column,
    Element,
    Grid,
    Grow,
    Label,
    Row,
    Spacer,
)
from game.pieces import mine
from game.pieces.baton import faced
from game.pieces.panel import by_console, opened
from game.pieces.parts import (
    Fullest,
    Own,
    actions,
    header,
    more_time,
    next_button,
    note,
    onward,
    page,
    promised,
)
from game.pieces.pieces import project_card, quartier, received, verdict_bar, verdict_legend, word_pill
from game.pieces.town import back
from game.pieces.works import on_card
from game.screens.round import groups


def forecast(view: View, ui: Ui) -> Element:
    """The promises put to the room, three at most; alone, those of others."""
    own = me(view)
    if own is not None:
        others = tuple(entry for entry in view.forecasts if entry.promise.who != own.id)
        view = replace(view, forecasts=others)
    shown = view.forecasts_shown
    doors = groups.doors(view, ui)
    words = Label(tr("Ces promesses seront-elles tenues ?"), "title", max_lines=1 if doors else 0)
    title = Row([Grow(words), *doors], "l")
    left = Column([title, Grow(Own(_cards(view, ui), 1.25)), _below(view)], "m")
    side: list[Element] = []
    concerned = _concerned(view)
    if concerned is not None:
        side.append(_shown(view, concerned))
    side.append(Grow(Own(quartier(view, ui))))
    body = Row([Grow(left, 2.4, 900), Grow(Own(Column(side, "l")), 1, 440)], "xl", "stretch")
    buttons: list[Element] = [*next_button(onward(view, ui))]
    if own is None and not shown and view.allows("show-forecasts") is not None and _complete(view):
        label = tr("Montrer les pronostics")
        buttons.append(Button(label, "show-forecasts", Do(ShowForecasts())))
    if not shown and view.mode == "facilitated":
        buttons += by_console(view, ui, tr("Saisir les réponses"), opened(view, "forecasts"), "tally")
    if not shown:
        buttons += more_time(view)
    return page(header(view, ui), body, actions(view, ui, buttons))


@dataclass(frozen=True, slots=True)
class Answered(Form):
    """What who trains alone answered last to the question `about`; nobody is told before answers show."""

    answer: str = ""


def _complete(view: View) -> bool:
    """Whether every answer expected has come in."""
    return all(f.counts.received >= f.counts.expected for f in view.forecasts)


def _cards(view: View, ui: Ui) -> Element:
    if not view.forecasts:
        nothing = tr("Personne n’a rien promis ce tour : il n’y a rien à pronostiquer.")
        if me(view) is not None and view.promises:
            nothing = tr("Personne d’autre que vous n’a rien promis : il n’y a rien à pronostiquer.")
        return Card(Label(nothing, "lead"), "xl")
    cards: list[Element] = [_card(view, ui, entry) for entry in view.forecasts]
    while len(cards) < 2:
        cards.append(Spacer())
    return Grid(cards, len(cards), 26.0, equal=True)


def _card(view: View, ui: Ui, entry: ForecastView) -> Element:
    who = view.character(entry.promise.who)
    promise = Row([Label(tr("promet"), "body", one_line=True), promised(entry.promise.tokens, 32.0)], "s")
    name = Label(who.name, "heading", align="center")
    who_else = [Label(who.role, "small", align="center"), Label(who.family_word, "tiny", "ink", "center")]
    said: list[Element] = [
        Column([promise], "none", "center"),
        Label(entry.promise.sentence, "small", "ink", align="center"),
        *_puts_out(view, entry),
        Grow(Spacer()),
        *_answers(view, ui, entry.counts),
        *_ask_alone(view, ui, entry.counts),
    ]
    forms = [
        Column([faced(view, who, 150.0), name, *who_else, *said], "s"),
        Column([faced(view, who, 110.0), name, *said], "s"),
        Column([Row([faced(view, who, 64.0), Grow(Label(who.short, "heading"))], "s"), *said], "s"),
    ]
    return Card(Fullest(forms, when_large=True), "l", "m", band=f"family.{who.family}")


def _puts_out(view: View, entry: ForecastView) -> list[Element]:
    """What the project that it goes to would put out of its hours."""
    words = next((one.dislodges_said for one in view.projects if one.id == entry.promise.project), "")
    return [Label(words, "tiny", "part", "center")] if words else []


def _answers(view: View, ui: Ui, counts: Counts) -> list[Element]:
    if me(view) is not None:  # how many have answered tells one person nothing
        said = mine.forecast_words(counts, ui.form(Answered, counts.question).answer)
        return [Label(said, "strong", "note_ink", "center")] if said else []
    if counts.yes is None or counts.no is None or counts.unsure is None:
        return [received(counts)]
    return [
        verdict_bar(counts.yes, counts.no, counts.unsure),
        Label(ntr("{n} réponse", "{n} réponses", counts.received), "tiny", align="center"),
        Column([word_pill(counts)], "none", "center"),
    ]


def _ask_alone(view: View, ui: Ui, counts: Counts) -> list[Element]:
    """Around one computer, people answer here, one after the other, but about their own promise."""
    legal = view.allows("vote")
    voter = 1 if me(view) is not None else counts.next_voter  # one person may think again
    if view.mode != "training" or legal is None or counts.question not in legal.ids or voter is None:
        return []
    chosen = ui.form(Answered, counts.question).answer if me(view) is not None else None
    answers: tuple[tuple[Answer, str], ...] = (("yes", "✓"), ("no", "✗"), ("unsure", "?"))
    return [
        Row(
            [_vote(counts.question, voter, answer, sign, chosen) for answer, sign in answers],
            "s",
            justify="center",
        )
    ]


def _vote(question: str, voter: int, answer: Answer, sign: str, chosen: str | None) -> Element:
    """`chosen` is what who trains alone has answered; None in company, where nobody is told."""
    kept = () if chosen is None else (Answered(question, answer),)
    said = Do(Vote(question=question, voter=voter, answer=answer), then=kept)
    return Button(
        sign, f"{question}.{answer}", said, "chosen" if answer == chosen else "chip", style="button"
    )


def _concerned(view: View) -> ProjectView | None:
    """The project of the first promise put to the room."""
    if not view.forecasts or len(view.indicators) > 5:
        return None
    wanted = view.forecasts[0].promise.project
    return next((project for project in view.projects if project.id == wanted), None)


def _shown(view: View, project: ProjectView) -> Element:
    """The project of a promise: its card, face down or not, or the table of a group that it goes to help."""
    if project.listening:
        return back(view, project)
    if project.group and view.groups is not None:
        return groups.helping(view, project)
    works = on_card(view, project)
    return project_card(project, week=view.timetable, groups=view.groups, works=works)


def _below(view: View) -> Element:
    if not view.forecasts_shown and view.mode == "training":
        words = tr("Répondez sous chaque visage : ✓ tiendra, ✗ ne tiendra pas, ? je ne sais pas.")
        if me(view) is not None:
            return note(tr("Votre pronostic"), words) if view.forecasts else Spacer()
        return note(
            tr("Votre pronostic"), words, tr("On ne fait pas de pronostic sur son propre engagement.")
        )
    if not view.forecasts_shown:
        return note(
            tr("Chacun répond seul, sans se concerter"),
            tr(
                "Carte verte : l’engagement sera tenu. Carte rouge : il ne le sera pas. "
                "Les deux, croisées : je ne sais pas."
            ),
            tr("On ne fait pas de pronostic sur son propre engagement."),
        )
    if not view.forecasts:
        return Spacer()
    divided = min(view.forecasts, key=_margin)
    who = view.character(divided.promise.who)
    question = tr("Qu’est-ce que {name} risque en tenant parole ?", name=who.name)
    legend = verdict_legend(tr("tiendra"), tr("ne tiendra pas"))
    return Column([legend, note(tr("Pour ouvrir le débat"), question, style="subheading")], "m")


def _margin(entry: ForecastView) -> float:
    """How far the answers are from an even split, as a share."""
    yes, no = entry.counts.yes or 0, entry.counts.no or 0
    return abs(yes - no) / max(yes + no, 1)
