"""Accueil: the name of the game, faces, what one may do, sessions, scenarios, switches."""

import time

from engine.content.model import FaceCard
from engine.language import ntr, tr, typo
from engine.view.types import Expression, View
from game.front.drafts import Turned
from game.front.foldout import opening
from game.front.intents import Back, Draft, Go, Resume, Set, Window
from game.front.state import Resumable, ScenarioCard, Ui
from game.kit import (
    Button,
    Card,
    Column,
    Element,
    Flow,
    Grid,
    Grow,
    Label,
    Landscape,
    Pad,
    Picture,
    Row,
    Spacer,
    Span,
    Stack,
    Tap,
)
from game.pieces.parts import SIDE, Own, card_face, paged

_BANDS = ("inhabitants", "associations", "institutions", "landlords", "shops")
MOST_TRAINEES = 6
_SHELF = "scenarios"
"""The name under which it is kept which page of scenarios is open."""
ACROSS = 4
"""Scenarios side by side, all that a first page shows."""
_SKY = 150.0
_SAME_DAY = 12 * 3600.0


def accueil(view: View | None, ui: Ui) -> Element:
    """The first screen."""
    rows: list[Element] = [
        Row([_title(), Grow(_faces(ui))], "xl"),
        _doors(ui),
        Label(tr("Scénarios"), "heading"),
        Grow(_open_all(ui, "{}", ACROSS, _SKY)),
        _switches(ui),
    ]
    return Pad(Column(rows, 30.0), 96.0, 56.0)


def _title() -> Element:
    first = Label([Span("COOP", "kept"), Span(" " + tr("ou"))], "poster", one_line=True)
    second = Label([Span(tr("pas COOP"), "broken")], "poster", one_line=True)
    return Column([first, second], "none")


def _people(ui: Ui) -> list[tuple[str, FaceCard, Expression]]:
    """Faces of the first scenarios' casts, each once, eight at most."""
    seen: dict[str, tuple[str, FaceCard, Expression]] = {}
    for scenario in ui.scenarios:
        for id, name, _, _, card, expression, _ in scenario.cast:
            seen.setdefault(id, (name, card, expression))
    return list(seen.values())[:8]


def _faces(ui: Ui) -> Element:
    faces: list[Element] = [
        card_face(card, expression, name, 150.0, bust=True) for name, card, expression in _people(ui)
    ]
    return Row(faces, "none", "end", "end") if faces else Spacer()


def _doors(ui: Ui) -> Element:
    doors: list[Element] = [
        Button(tr("Animer une séance"), "facilitate", Go("scenarios", "facilitated"), "primary"),
        Button(tr("S’entraîner"), "train", Go("scenarios", "training"), style="button"),
        Button(tr("Concevoir"), "design", Go("design"), style="button"),
        Button(tr("La politique de la ville"), "foldout", opening(), style="button"),
    ]
    last = next((one for one in ui.resumable if _offered(one, ui.now)), None)
    if last is not None:
        doors.append(Button(_resume_words(last), "resume", Resume(last.path), "resume"))
    if len(ui.resumable) > (last is not None):
        doors.append(Button(tr("Autres séances"), "sessions", Go("sessions"), "link"))
    return Flow(doors, "m", "s")


def _offered(one: Resumable, now: float) -> bool:
    """Whether the first screen offers to take a session up: a Bilan only on the day it was held."""
    if one.damage and not one.rounds:
        return False
    return not one.over or now - one.when < _SAME_DAY


def _resume_words(one: Resumable) -> str:
    if one.damage:
        return tr("↻ Relire « {title} » (fichier abîmé)", title=typo(one.title))
    if one.over:
        return tr("↻ Reprendre le bilan de « {title} »", title=typo(one.title))
    return tr("↻ Reprendre « {title} », tour {n}", title=typo(one.title), n=one.round)


def minutes_words(card: ScenarioCard) -> str:
    """ "45, 90 ou 150 min" """
    timed = [str(m) for m in sorted(card.minutes) if m]
    if not timed:
        return tr("sans minuteur")
    listed = (
        timed[0] if len(timed) == 1 else tr("{first} ou {last}", first=", ".join(timed[:-1]), last=timed[-1])
    )
    return tr("{listed} min", listed=listed)


def people_words(card: ScenarioCard) -> str:
    """ "6 à 30 personnes" """
    return tr("{least} à {most} personnes", least=card.people[0], most=card.people[1])


def level_words(level: str) -> str:
    return tr("confirmé") if level == "confirmed" else tr("découverte")


def facts_words(card: ScenarioCard, training: bool = False) -> str:
    """What a scenario takes: "45 min · 4 à 20 personnes · découverte"; no line begins with the dot."""
    if training:
        most = min(len(card.cast), MOST_TRAINEES)
        people = tr("{least} à {most} personnes", least=1, most=most)
        parts = (training_words(), people, level_words(card.level))
    else:
        parts = (minutes_words(card), people_words(card), level_words(card.level))
    return "\u00a0· ".join(part.replace(" ", "\u00a0").replace(",\u00a0", ", ") for part in parts)


def training_words() -> str:
    """How long a training lasts."""
    return tr("6 tours, de 30 à 60 min, sans minuteur")


def scenario_card(
    card: ScenarioCard, i: int, intent: object, shown: int, high: float, training: bool = False
) -> Element:
    """One scenario of `shown` side by side: its skyline `high`, title, summary, and what it takes.

    Alone it tells its whole pitch; where there is room its people stand before the houses.
    """
    words = Column(
        [
            Label(typo(card.title), "heading", max_lines=2),
            Label(typo(card.pitch if shown == 1 else card.summary), "small"),
            Grow(Spacer()),
            Label(facts_words(card, training), "pill"),
        ],
        "s",
    )
    if card.defect:
        return _defective(card)
    sky: Element = Landscape(card.place, high, 22.0, upper=True)
    if high > _SKY and shown <= 2:
        sky = Stack([sky, Column([Grow(Spacer()), _crowd(card)], "none")])
    inside = Column([sky, Grow(Pad(words, "l", "m"))], "none")
    return Tap(Card(inside, "none"), f"scenario-{card.slug}", intent, typo(card.title))


def _defective(card: ScenarioCard) -> Element:
    """A scenario that cannot be played, and the first thing to mend in it."""
    advice = tr("« coop check {name} » dit tout.", name=card.slug)
    lines: list[Element] = [
        Label(card.title, "heading"),
        Label(tr("Ce scénario a un défaut"), "label", "broken"),
        Label(card.defect, "small", "ink"),
        Grow(Spacer()),
        Label(advice, "small"),
    ]
    return Card(Column(lines, "s"), "l", "m", "paper", edge=False)


def _crowd(card: ScenarioCard) -> Element:
    faces: list[Element] = [
        card_face(look, expression, name, 130.0, bust=True)
        for _, name, _, _, look, expression, _ in card.cast[:8]
    ]
    return Pad(Row(faces, "none", "end", "center"), "l", 0.0)


def _open_all(ui: Ui, argument: str, at_once: int, high: float) -> Element:
    """Scenarios to choose from, `at_once` on a page; the fewer there are, the larger they stand."""
    if not ui.scenarios:
        return _no_scenario()
    pages = -(-len(ui.scenarios) // at_once)
    page = min(max(ui.page(_SHELF), 0), pages - 1)
    first = page * at_once
    found = ui.scenarios[first : first + at_once]
    across = min(len(found), ACROSS) if pages == 1 else ACROSS
    cards: list[Element] = [
        scenario_card(
            card, first + i, Go("setup", argument.format(card.slug)), across, high, "training" in argument
        )
        for i, card in enumerate(found)
    ]
    while len(cards) < across:
        cards.append(Spacer())
    shelf = Own(Grid(cards, across, 26.0, equal=True, fill=True), 1.0 + 0.8 / across)
    if pages == 1:
        return shelf
    turn: list[Element] = [
        Button("←", "shelf-back", Draft(Turned(_SHELF, page - 1)), "chip", enabled=page > 0),
        Button("→", "shelf-on", Draft(Turned(_SHELF, page + 1)), "chip", enabled=page < pages - 1),
        Label(f"{page + 1} / {pages}", "small"),
    ]
    return Column([Grow(shelf), Row(turn, "s")], "s")


def _no_scenario() -> Element:
    """Nothing to play: what to do about it."""
    lines: list[Element] = [
        Label(tr("Aucun scénario n’a été trouvé"), "heading"),
        Label(tr("Réinstallez le jeu, ou écrivez le vôtre : « Concevoir » dit comment."), "body", "quiet"),
    ]
    row = Row([Picture("paper", 72.0, "quiet"), Grow(Column(lines, "xs"))], "l")
    return Column([Card(row, "xl", "l"), Grow(Spacer())], "none")


def _switches(ui: Ui) -> Element:
    s = ui.settings
    other = "en" if s.language == "fr" else "fr"
    language = [Span("Français", "ink" if s.language == "fr" else None, s.language == "fr"), Span(" · ")]
    language.append(Span("English", "ink" if s.language == "en" else None, s.language == "en"))
    switches: list[Element] = [
        Tap(
            Pad(Label(language, "small", one_line=True), 0.0, 6.0),
            "language",
            Set("language", other),
            tr("Changer de langue"),
        ),
        _switch(tr("Texte facile à lire"), "plain", s.plain),
        _switch(tr("Contraste fort"), "high_contrast", s.high_contrast),
        Button(tr("Réglages"), "settings", Go("settings"), "link"),
        Button(tr("Aide"), "help", Go("help"), "link"),
    ]
    full = Button(tr("F11 plein écran"), "fullscreen", Window("room", "fullscreen"), "link")
    return Row([Grow(Flow(switches, "m", "xs")), full])


def _switch(text: str, setting: str, on: bool) -> Element:
    words = [Span("✓ ", "kept"), Span(text, "ink", True)] if on else [Span(text)]
    label = Pad(Label(words, "small", one_line=True), 8.0, 6.0)
    return Tap(label, setting, Set(setting, not on), text, role="link")


def scenarios(view: View | None, ui: Ui) -> Element:
    """Choosing a scenario to facilitate or to train with."""
    training = ui.argument == "training"
    title = tr("S’entraîner : avec quel scénario ?") if training else tr("Animer : quel scénario ?")
    argument = "{}:training" if training else "{}"
    words = tr("À une ou plusieurs personnes, sans minuteur ; le jeu joue les autres personnages.")
    if not training:
        words = tr("Choisissez, puis dites combien vous êtes. Rien ne commence avant l’écran suivant.")
    foot = Row([Button(tr("← Retour"), "back", Back()), Grow(Spacer())])
    high = 2 * _SKY if len(ui.scenarios) <= ACROSS else _SKY
    rows: list[Element] = [
        Label(title, "title"),
        Label(words, "body", "quiet"),
        Grow(_open_all(ui, argument, 2 * ACROSS, high)),
        foot,
    ]
    return Pad(Column(rows, "l"), SIDE + 40, 56.0)


def sessions(view: View | None, ui: Ui) -> Element:
    """The sessions found on disk, the latest first."""
    rows: list[Element] = [_session(i, one) for i, one in enumerate(ui.resumable)]
    body: Element = paged(ui, "sessions", rows)
    title = ntr("{n} séance enregistrée", "{n} séances enregistrées", len(ui.resumable))
    if not rows:
        title = tr("Aucune séance enregistrée")
        words = tr("Chaque séance s’enregistre seule : celle qui s’interrompt vous attendra ici.")
        body = Label(words, "lead", "quiet")
    foot = Row([Button(tr("← Retour"), "back", Back()), Grow(Spacer())])
    return Pad(Column([Label(title, "title"), Grow(body), foot], "l"), SIDE + 40, 56.0)


def _session(i: int, one: Resumable) -> Element:
    when = time.localtime(one.when)
    day = tr("le {day} à {hour}", day=time.strftime("%d/%m/%Y", when), hour=time.strftime("%H:%M", when))
    rounds = tr("Tour {n} sur {total}", n=one.round, total=one.rounds) if one.round else tr("pas commencée")
    if one.over:
        rounds = tr("Bilan")
    playable = bool(one.rounds)
    told = f"{rounds} · {day} · {one.path.name}" if playable else f"{day} · {one.path.name}"
    words: list[Element] = [Label(typo(one.title), "heading"), Label(told, "small")]
    if one.damage:
        words.append(Label(one.damage, "small", "broken"))
    row: list[Element] = [Grow(Column(words, "none"))]
    if playable:
        row.append(Button(tr("Compte rendu"), f"record-{i}", Go("record", str(one.path)), "chip"))
        row.append(
            Button(
                tr("Relire") if one.damage else tr("Reprendre"),
                f"session-{i}",
                Resume(one.path),
                "primary" if i == 0 else "quiet",
            )
        )
    return Card(Row(row, "l"), "l", "s")
