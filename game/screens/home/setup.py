"""Choosing how to play a scenario: duration, how many people, who holds which character, tables."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from dataclasses import field as field_
from typing import Literal

from engine.content.model import DURATIONS, Duration, FaceCard
from engine.language import ntr, tr, typo
from engine.play.commands import Begin, Seat
from engine.view.types import Expression, View
from game.front.drafts import Form
from game.front.intents import Back, Draft, Go, Start
from game.front.state import ScenarioCard, Ui, Way
from game.kit import (
    Button,
    Card,
    Column,
    Element,
    Face,
    Grid,
    Grow,
    Label,
    Pad,
    Row,
    Sized,
    Spacer,
    Tap,
)
from game.pieces import displays
from game.pieces.parts import (
    SIDE,
    Barer,
    Own,
    chip_row,
    choice_chip,
    field,
    initials,
    next_button,
    paged,
    spec,
)
from game.screens.home.accueil import MOST_TRAINEES, training_words

CastEntry = tuple[str, str, str, bool, FaceCard, Expression, str]
_MOST_PEOPLE = 40
_NAMES = 4
"""Tables named in one row."""
_NAMED = 110.0
"""Logical height of their names, turned by pages, whether there are tables or not: no row moves for them."""
_NEXT: Mapping[Seat, Seat] = {"held": "simulated", "simulated": "out", "out": "held"}


@dataclass(frozen=True, slots=True)
class Prepared(Form):
    """How a session is to be played, as far as somebody has said; None: as is usual. `tables`: whether a
    character is held by a table; `paper`: whether secret choices are made on paper only.
    """

    duration: str = "90"
    people: int | None = None
    seats: Mapping[str, Seat] = field_(default_factory=dict)
    tables: bool | None = None
    shown: Literal["before", "after"] = "after"
    paper: bool = False


def chosen(ui: Ui) -> tuple[ScenarioCard | None, bool]:
    """The scenario being prepared and whether it is for training ("slug" or "slug:training")."""
    slug, _, mode = ui.argument.partition(":")
    card = next((card for card in ui.scenarios if card.slug == slug), None)
    return card, mode == "training"


def people_of(card: ScenarioCard, ui: Ui, training: bool) -> int:
    """How many people are in the room."""
    said = ui.form(Prepared).people
    if said is not None:
        return said
    return 1 if training else min(max(card.people[0], 12), card.people[1])


def default_seats(card: ScenarioCard, people: int) -> dict[str, Seat]:
    """Who holds what when nothing else is said: the characters marked `core` first, the others simulated."""
    order = sorted(range(len(card.cast)), key=lambda i: (not card.cast[i][3], i))
    held = {card.cast[i][0] for i in order[:people]}
    return {entry[0]: ("held" if entry[0] in held else "simulated") for entry in card.cast}


def seats_of(card: ScenarioCard, ui: Ui, training: bool) -> dict[str, Seat]:
    """The seats being prepared: the default ones, changed by hand. Alone, one holds exactly one."""
    changed = ui.form(Prepared).seats
    usual = default_seats(card, people_of(card, ui, training))
    seats = {id: changed.get(id, seat) for id, seat in usual.items()}
    if alone(card, ui, training) and list(seats.values()).count("held") != 1:
        return usual
    return seats


def alone(card: ScenarioCard, ui: Ui, training: bool) -> bool:
    """Whether one person trains alone."""
    return training and people_of(card, ui, training) == 1


def duration_of(card: ScenarioCard, ui: Ui, training: bool) -> Duration:
    """The duration being prepared."""
    wanted = "training" if training else ui.form(Prepared).duration
    allowed: list[Duration] = [d for d in DURATIONS if d in card.durations and (d == "training") is training]
    found = next((d for d in allowed if d == wanted), None)
    return found or (allowed[0] if allowed else DURATIONS[0])


def tables_of(card: ScenarioCard, ui: Ui, training: bool) -> tuple[str, ...]:
    """Names of the tables, one for each held character; none when each is held by one person."""
    held = sum(seat == "held" for seat in seats_of(card, ui, training).values())
    said = ui.form(Prepared).tables
    wanted = people_of(card, ui, training) >= 2 * held if said is None else said
    if training or not wanted or not held:
        return ()
    named = (ui.text(table_field(i)).strip()[:30] for i in range(held))
    names = [name or tr("Table {n}", n=i + 1) for i, name in enumerate(named)]
    return tuple(f"{name} ({i + 1})" if name in names[:i] else name for i, name in enumerate(names))


def table_field(i: int) -> str:
    """The field in which a table is named."""
    return f"setup.table.{i}"


def begin_of(card: ScenarioCard, ui: Ui, training: bool) -> Begin:
    """The command that begins the session as it is prepared now."""
    return Begin(
        duration=duration_of(card, ui, training),
        mode="training" if training else "facilitated",
        seats=seats_of(card, ui, training),
        participants=people_of(card, ui, training),
        tables=tables_of(card, ui, training),
        forecasts_shown=ui.form(Prepared).shown,
        private_screen=not ui.form(Prepared).paper,
    )


def setup(view: View | None, ui: Ui) -> Element:
    """Everything on one page; the primary button begins."""
    card, training = chosen(ui)
    if card is None:
        missing = Label(tr("Ce scénario n’a pas été trouvé."), "lead")
        return Pad(Column([Grow(missing), _foot(ui, None, False)], "l"), SIDE + 40, 56.0)
    mode = tr("S’entraîner") if training else tr("Animer une séance")
    title: list[Element] = [Label(mode, "label"), Label(typo(card.title), "title")]
    pitch = Label(typo(card.pitch), "body", "quiet")
    head = Barer(Column([*title, pitch], "xs"), Column(title, "xs"))
    left: list[Element] = [] if training else [_durations(card, ui)]
    left += [_people(card, ui, training)]
    if training:
        left.append(_block(tr("Durée"), Label(training_words(), "small", "ink")))
    if not training:
        left += [_shown(ui)] if card.forecasts else []
        left.append(_screens(ui))
        if ui.two_windows:  # with one window, the room sees it: paper it is
            left.append(_choosing(ui))
    cast = [Label(_asked(card, ui, training), "label"), Grow(Own(_cast(card, ui, training), 1.35))]
    if training:
        left.append(_skills(card))
    else:
        left.append(_tables(card, ui))  # the last: names of tables come below all that one clicks
        cast.append(_skills(card))  # where there is room: what one chooses fills the other side
    right = Column(cast, "s")
    body = Row([Grow(Own(Column(left, "l"), 1.25), 1, 520), Grow(right, 1.35, 700)], "xl", "stretch")
    return Pad(Column([head, Grow(body), _foot(ui, card, training)], "l"), SIDE, 44.0)


def _asked(card: ScenarioCard, ui: Ui, training: bool) -> str:
    return tr("Qui jouez-vous ?") if alone(card, ui, training) else tr("Qui tient quel personnage ?")


def _durations(card: ScenarioCard, ui: Ui) -> Element:
    form, now = ui.form(Prepared), duration_of(card, ui, False)
    chips: list[Element] = []
    for duration, minutes in zip(card.durations, card.minutes, strict=False):
        if duration != "training":
            chips.append(
                choice_chip(
                    tr("{n} min", n=minutes or duration),
                    f"duration-{duration}",
                    Draft(replace(form, duration=duration)),
                    duration == now,
                )
            )
    return _block(tr("Durée"), chip_row(chips))


def _people(card: ScenarioCard, ui: Ui, training: bool) -> Element:
    form, now = ui.form(Prepared), people_of(card, ui, training)

    def people(many: int) -> Draft:
        return Draft(replace(form, people=many))

    most = min(len(card.cast), MOST_TRAINEES) if training else _MOST_PEOPLE
    row: list[Element] = [
        Button("−", "people-minus", people(now - 1), "chip", enabled=now > 0),
        Sized(Label(str(now), "number", align="center"), 96.0),
        Button("+", "people-plus", people(now + 1), "chip", enabled=now < most),
    ]
    if not training:
        row.insert(0, Button("− 5", "people-minus-5", people(max(now - 5, 1)), "chip", enabled=now > 1))
        more = people(min(now + 5, most))
        row.append(Button("+ 5", "people-plus-5", more, "chip", enabled=now < most))
    title = tr("Autour de l’ordinateur") if training else tr("Personnes dans la salle")
    rows: list[Element] = [Row(row, "s")]
    if not now:
        rows.append(Label(tr("une démonstration : tout est joué par le jeu"), "small"))
    return _block(title, Column(rows, "xs"))


def _tables(card: ScenarioCard, ui: Ui) -> Element:
    form, on = ui.form(Prepared), bool(tables_of(card, ui, False))
    chips: list[Element] = [
        choice_chip(tr("une seule personne"), "tables-no", Draft(replace(form, tables=False)), not on),
        choice_chip(tr("une table"), "tables-yes", Draft(replace(form, tables=True)), on),
    ]
    many = len(tables_of(card, ui, False)) if on else 0
    fields: list[Element] = [
        field(ui, table_field(i), tr("Table {n}", n=i + 1), letters=5) for i in range(many)
    ]
    some = range(0, many, _NAMES)
    names = paged(ui, "table-names", [Grid(fields[i : i + _NAMES], min(_NAMES, many), "xs") for i in some])
    rows: list[Element] = [chip_row(chips), Sized(names if on else Spacer(), h=_NAMED)]
    return _block(tr("Un personnage est tenu par"), Column(rows, "s"))


def _shown(ui: Ui) -> Element:
    form = ui.form(Prepared)
    before = form.shown == "before"
    chips: list[Element] = [
        choice_chip(tr("après le choix"), "shown-after", Draft(replace(form, shown="after")), not before),
        choice_chip(tr("avant le choix"), "shown-before", Draft(replace(form, shown="before")), before),
    ]
    return _block(tr("Les pronostics se montrent"), chip_row(chips))


def _choosing(ui: Ui) -> Element:
    """How holders choose in secret."""
    form = ui.form(Prepared)
    paper = form.paper
    chips: list[Element] = [
        choice_chip(
            tr("sur papier ou à l’ordinateur"), "paper-no", Draft(replace(form, paper=False)), not paper
        ),
        choice_chip(tr("sur papier seulement"), "paper-yes", Draft(replace(form, paper=True)), paper),
    ]
    return _block(tr("Les choix secrets se font"), chip_row(chips))


def _screens(ui: Ui) -> Element:
    """Which displays are seen, what the room sees on them, and what to do where it is not as wished."""
    rows: list[Element] = [Label(displays.told(ui), "small", "ink")]
    if len(ui.displays) > 1 and ui.two_windows:
        rows.append(chip_row([displays.swap()]))
        rows[0] = Label(f"{displays.told(ui)} {displays.check(ui)}", "small", "ink")
    elif ui.settings.windows == 2:
        rows += [chip_row(displays.answers(ui)), Label(displays.remedy(), "small")]
    return _block(tr("Écrans"), Column(rows, "s"))


def _skills(card: ScenarioCard) -> Element:
    return _block(
        tr("Ce qu’on y travaille"),
        Column([Label(f"· {typo(skill)}", "small", "ink") for skill in card.skills], "none"),
    )


def _block(title: str, child: Element) -> Element:
    return Column([Label(title, "label"), child], "s")


def _cast(card: ScenarioCard, ui: Ui, training: bool) -> Element:
    form, seats, one = ui.form(Prepared), seats_of(card, ui, training), alone(card, ui, training)
    columns = 3 if len(card.cast) > 8 else 2
    cells = [_seat(form, entry, seats, one, columns < 3) for entry in card.cast]
    return Grid(cells, columns, "m", equal=True, fill=True)


def seat_words(seat: Seat, one: bool = False) -> str:
    """What becomes of a character; `one` person alone is told as "you"."""
    held = tr("vous") if one else tr("tenu")
    return {"held": held, "simulated": tr("joué par le jeu"), "out": tr("absent")}[seat]


def after_touch(seats: Mapping[str, Seat], id: str, one: bool) -> dict[str, Seat]:
    """The seats once a face is touched: its next state in turn; alone, this one instead of the one held."""
    if not one:
        return {**seats, id: _NEXT[seats[id]]}
    return {who: "held" if who == id else "simulated" for who in seats}


def _seat(form: Prepared, entry: CastEntry, seats: Mapping[str, Seat], one: bool, roomy: bool) -> Element:
    id, name, role, _, card, expression, family = entry
    name, role = typo(name), typo(role)
    seat = seats[id]
    portrait = Face(spec(card), expression, initials(name), 68.0)
    state = Label(
        ("✓ " if seat == "held" else "") + seat_words(seat, one),
        "label",
        {"held": "kept", "simulated": "quiet", "out": "broken"}[seat],
    )
    lines: list[Element] = [Label(name, "name"), *([Label(role, "tiny")] if roomy else []), state]
    words = Column(lines, "none")
    look = "panel" if seat == "held" else "paper"
    card_ = Card(
        Row([portrait, Grow(words)], "s"),
        "s",
        "s",
        look,
        band=f"family.{family}" if seat != "out" else None,
        edge=seat == "held",
    )
    label = tr("{name} : {seat}", name=name, seat=seat_words(seat, one))
    return Tap(card_, f"seat-{id}", Draft(replace(form, seats=after_touch(seats, id, one))), label)


def _foot(ui: Ui, card: ScenarioCard | None, training: bool) -> Element:
    buttons: list[Element] = []
    words = ui.toast
    if card is not None:
        seats = seats_of(card, ui, training)
        words = words or held_words(seats, alone(card, ui, training), _nobody(card, ui, training))
        buttons += next_button(_begin(card, ui, training), "begin")
        if not training and people_of(card, ui, training):
            buttons.append(Button(tr("Imprimer le matériel"), "print", Go("print", ui.argument)))
    buttons.append(Button(tr("← Retour"), "back", Back()))
    return Row([*buttons, Grow(Label(words, "small", align="right") if words else Spacer())], "m")


def setup_way(view: View | None, ui: Ui) -> Way | None:
    """The session as it is prepared, once it can begin."""
    card, training = chosen(ui)
    return _begin(card, ui, training) if card is not None else None


def _begin(card: ScenarioCard, ui: Ui, training: bool) -> Way:
    seats = seats_of(card, ui, training)
    ready = not _nobody(card, ui, training) and sum(seat != "out" for seat in seats.values()) >= 2
    label = tr("Commencer l’entraînement") if training else tr("Commencer la séance")
    return Way(label, Start(card.slug, begin_of(card, ui, training)), ready)


def _nobody(card: ScenarioCard, ui: Ui, training: bool) -> bool:
    """Whether people train and none of them holds a character."""
    held = "held" in seats_of(card, ui, training).values()
    return training and people_of(card, ui, training) > 0 and not held


def held_words(seats: Mapping[str, Seat], one: bool = False, nobody: bool = False) -> str:
    """How many characters people hold, and what becomes of the others."""
    held = sum(seat == "held" for seat in seats.values())
    turns = tr("Touchez un visage : tenu, joué par le jeu, absent.")
    if one:
        return tr("Touchez un visage pour jouer ce personnage ; le jeu joue les autres.")
    if nobody:
        return tr("Pour s’entraîner, il faut tenir au moins un personnage.")
    if held == len(seats):
        return tr("Tous les personnages sont tenus.") + " " + turns
    many = ntr(
        "{n} personnage tenu ; les autres sont joués par le jeu",
        "{n} personnages tenus ; les autres sont joués par le jeu",
        held,
    )
    return f"{many}. {turns}"
