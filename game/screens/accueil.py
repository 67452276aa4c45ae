"""Accueil: the name of the game, faces, what one may do, sessions, scenarios, switches."""

from engine.model import FaceCard
from engine.view.types import Expression, View
from engine.words import ntr, tr
from game.intents import Back, Go, Resume, Set, Window
from game.scene import (
    Button,
    Card,
    Column,
    Element,
    Flow,
    Grid,
    Grow,
    Label,
    Pad,
    Row,
    Skyline,
    Spacer,
    Span,
    Tap,
)
from game.screens.parts import SIDE, Own, card_face
from game.screens.situation import seed_of
from game.ui import ScenarioCard, Ui

_BANDS = ("inhabitants", "associations", "institutions", "landlords", "shops")
_MOST_CARDS = 8
_SKY = 190.0


def accueil(view: View | None, ui: Ui) -> Element:
    """The first screen."""
    rows: list[Element] = [
        Row([_title(), Grow(_faces(ui))], "xl"),
        _doors(ui),
        Label(tr("Scénarios"), "heading"),
        Grow(_scenarios(ui)),
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
        Button(
            tr("Animer une séance"), "facilitate", Go("scenarios", "facilitated"), "primary", shortcut="a"
        ),
        Button(tr("S’entraîner"), "train", Go("scenarios", "training"), shortcut="e", style="button"),
        Button(tr("Concevoir"), "design", Go("design"), shortcut="c", style="button"),
    ]
    if ui.resumable:
        last = ui.resumable[0]
        what = tr("↻ Reprendre « {title} », tour {n}", title=last.title, n=last.round)
        if last.damage:
            what = tr("↻ Relire « {title} » (fichier abîmé)", title=last.title)
        doors.append(Button(what, "resume", Resume(last.path), "resume", shortcut="r"))
    if len(ui.resumable) > 1:
        doors.append(Button(tr("Autres séances"), "sessions", Go("sessions"), "link", shortcut="s"))
    return Flow(doors, "m", "s")


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


def scenario_card(card: ScenarioCard, i: int, intent: object, high: float = _SKY) -> Element:
    """One scenario: its skyline, title, summary, and what it takes."""
    facts = " · ".join((minutes_words(card), people_words(card), level_words(card.level)))
    words = Column(
        [
            Label(card.title, "heading", max_lines=2),
            Label(card.summary, "small"),
            Grow(Spacer()),
            Label(facts, "pill"),
        ],
        "s",
    )
    colour = f"family.{_BANDS[i % len(_BANDS)]}"
    inside = Column(
        [Skyline(seed_of(card.slug), "bars", colour, high, 22.0), Grow(Pad(words, "l", "m"))], "none"
    )
    shortcut = str(i + 1) if i < 9 else ""
    return Tap(Card(inside, "none"), f"scenario-{card.slug}", intent, card.title, shortcut)


def _scenarios(ui: Ui) -> Element:
    cards: list[Element] = [
        scenario_card(card, i, Go("setup", card.slug)) for i, card in enumerate(ui.scenarios[:_MOST_CARDS])
    ]
    if not cards:
        return Card(
            Label(tr("Aucun scénario n’a été trouvé. Réinstallez le jeu, ou écrivez le vôtre."), "body"), "l"
        )
    columns = max(min(len(cards), 4), 3)
    return Own(_shelf(cards, columns))


def _shelf(cards: list[Element], columns: int) -> Element:
    """Cards side by side, as high as the highest."""
    return Grid(cards, columns, 26.0, equal=True)


def _switches(ui: Ui) -> Element:
    s = ui.settings
    other = "en" if s.language == "fr" else "fr"
    language = [Span("Français", "ink" if s.language == "fr" else None, s.language == "fr"), Span(" · ")]
    language.append(Span("English", "ink" if s.language == "en" else None, s.language == "en"))
    switches: list[Element] = [
        Tap(
            Pad(Label(language, "small", one_line=True), 8.0, 6.0),
            "language",
            Set("language", other),
            tr("Changer de langue"),
            "l",
        ),
        _switch(tr("Texte facile à lire (FALC)"), "plain", s.plain, "f"),
        _switch(tr("Contraste fort"), "high_contrast", s.high_contrast, "k"),
        Button(tr("Réglages"), "settings", Go("settings"), "link", shortcut="o"),
        Button(tr("Aide"), "help", Go("help"), "link", shortcut="f1"),
    ]
    full = Button(tr("F11 plein écran"), "fullscreen", Window("room", "fullscreen"), "link", shortcut="f11")
    return Row([Grow(Flow(switches, "m", "xs")), full])


def _switch(text: str, setting: str, on: bool, key: str) -> Element:
    words = [Span("✓ ", "kept"), Span(text, "ink", True)] if on else [Span(text)]
    label = Pad(Label(words, "small", one_line=True), 8.0, 6.0)
    return Tap(label, setting, Set(setting, not on), text, key, role="link")


def scenarios(view: View | None, ui: Ui) -> Element:
    """Choosing a scenario to facilitate or to train with."""
    training = ui.argument == "training"
    title = tr("S’entraîner : avec quel scénario ?") if training else tr("Animer : quel scénario ?")
    argument = "{}:training" if training else "{}"
    cards: list[Element] = [
        scenario_card(card, i, Go("setup", argument.format(card.slug)))
        for i, card in enumerate(ui.scenarios[:_MOST_CARDS])
    ]
    words = tr("Seul ou à quelques-uns, sans minuteur ; les autres personnages sont joués par le jeu.")
    if not training:
        words = tr("Choisissez, puis dites combien vous êtes. Rien ne commence avant l’écran suivant.")
    foot = Row([Button(tr("← Retour"), "back", Back(), shortcut="escape"), Grow(Spacer())])
    rows: list[Element] = [
        Label(title, "title"),
        Label(words, "body", "quiet"),
        Grow(Own(_shelf(cards, max(min(len(cards), 4), 3)))),
        foot,
    ]
    return Pad(Column(rows, "l"), SIDE + 40, 56.0)


def sessions(view: View | None, ui: Ui) -> Element:
    """Unfinished sessions found on disk."""
    rows: list[Element] = []
    for i, one in enumerate(ui.resumable[:8]):
        rounds = tr("Tour {n} sur {total}", n=one.round, total=one.rounds)
        words = Column(
            [
                Label(one.title, "heading"),
                Label(one.damage or rounds, "small", "broken" if one.damage else None),
            ],
            "none",
        )
        label = tr("Relire") if one.damage else tr("Reprendre")
        go = Button(
            label, f"session-{i}", Resume(one.path), "primary" if i == 0 else "quiet", shortcut=str(i + 1)
        )
        rows.append(Card(Row([Grow(words), go]), "l", "s"))
    if not rows:
        rows = [Card(Label(tr("Aucune séance à reprendre."), "body"), "l")]
    count = ntr("{n} séance à reprendre", "{n} séances à reprendre", len(ui.resumable))
    foot = Row([Button(tr("← Retour"), "back", Back(), shortcut="escape"), Grow(Spacer())])
    return Pad(Column([Label(count, "title"), Grow(Column(rows, "s")), foot], "l"), SIDE + 40, 56.0)
