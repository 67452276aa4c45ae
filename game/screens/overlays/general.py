"""What opens above a screen: settings, keys, journal, a question before undoing, a problem, how to design."""

from collections.abc import Sequence
from itertools import takewhile

from engine.language import ntr, tr
from engine.lazy import Lazy
from engine.play.commands import Undo
from engine.view.types import JournalLine, View
from game.front.intents import Back, Do, Go, Quit, SaveElsewhere, Set, Window
from game.front.state import KeyLine, Ui
from game.kit import (
    Button,
    Column,
    Element,
    Grid,
    Grow,
    Label,
    Row,
    Sized,
    Span,
)
from game.kit.theme import TEXT_SIZES
from game.pieces import displays
from game.pieces.over import close, sheet
from game.pieces.parts import chip_row, choice_chip, paged

_TAKEN_BACK = 4
"""Actions told one by one before one goes back on them."""
_WORDS = frozenset(("note", "edit-note", "withdraw-note", "follow-up"))
_NOT_STEPS = frozenset(("clock", "undo", "pass-to"))


# ---- Settings ------------------------------------------------------------------------------------------


def settings(view: View | None, ui: Ui) -> Element:
    """Language, reading, movement, sound, windows."""
    s = ui.settings
    sizes = zip(TEXT_SIZES, (tr("normale"), tr("grande"), tr("très grande")), strict=True)
    rows: list[Element] = [
        _line(tr("Langue"), [
            choice_chip("Français", "set-fr", Set("language", "fr"), s.language == "fr"),
            choice_chip("English", "set-en", Set("language", "en"), s.language == "en"),
        ]),
        _line(tr("Taille du texte"), [
            choice_chip(word, f"set-text-{size}", Set("text_size", size), s.text_size == size)
            for size, word in sizes
        ]),
        _yes_no(tr("Texte facile à lire"), "plain", s.plain),
        _yes_no(tr("Contraste fort"), "high_contrast", s.high_contrast),
        _yes_no(tr("Mouvement réduit"), "reduced_motion", s.reduced_motion),
        _yes_no(tr("Son de la cloche"), "sound", s.sound),
    ]  # fmt: skip
    training = view is not None and view.mode == "training"
    if not training:
        rows.append(_line(tr("Fenêtres"), [
            choice_chip(tr("une"), "set-windows-1", Set("windows", 1), not ui.two_windows),
            choice_chip(tr("deux : salle et console"), "set-windows-2", displays.both(ui), ui.two_windows),
        ]))  # fmt: skip
    if len(ui.displays) > 1 and not training:
        rows.append(_line(tr("La salle est sur l’écran"), [
            choice_chip(name, f"set-display-{i}", Window("room", "move", i), ui.stands.room == i)
            for i, name in enumerate(ui.displays)
        ]))  # fmt: skip
    buttons: list[Element] = [close(), Button(tr("Quitter le jeu"), "quit", Quit())]
    if view is not None:
        buttons.append(Button(tr("Journal"), "journal", Go("journal")))
    return sheet(tr("Réglages"), Column(rows, "m"), buttons)


def _line(title: str, chips: list[Element]) -> Element:
    return Row([Sized(Label(title, "strong"), 400.0), Grow(chip_row(chips))], "m")


def _yes_no(title: str, setting: str, on: bool) -> Element:
    return _line(title, [
        choice_chip(tr("oui"), f"set-{setting}-yes", Set(setting, True), on),
        choice_chip(tr("non"), f"set-{setting}-no", Set(setting, False), not on),
    ])  # fmt: skip


# ---- Keys ----------------------------------------------------------------------------------------------


def help_overlay(view: View | None, ui: Ui) -> Element:
    """Every key of the screen and the window that it lies over: those of that screen, then the program's."""
    own = [_key(line) for line in ui.keys if line.own]
    others = [_key(line) for line in ui.keys if not line.own]
    rows: list[Element] = []
    if own:
        rows += [Label(tr("Sur cet écran"), "label"), Grid(own, 2, "l", 10.0)]
    rows += [Label(tr("Partout"), "label"), Grid(others, 2, "l", 10.0)]
    if view is None or view.mode == "facilitated":
        remote = tr("Une télécommande de diaporama suffit : elle envoie Page suivante et Page précédente.")
        rows.append(Label(remote, "small"))
    guide = tr("Le guide d’animation, de la préparation au Bilan : game/README.md, dans le dossier du jeu.")
    if view is not None and view.mode == "training":
        guide = tr("Le guide du jeu, « S’entraîner seul » compris : game/README.md, dans le dossier du jeu.")
    rows.append(Label(guide, "small"))
    return sheet(tr("Les touches"), Column(rows, "s"), [close()], 1600.0)


def _key(line: KeyLine) -> Element:
    return Label([Span(line.keys, None, True), Span("  ·  " + line.does)], "body")


# ---- Journal -------------------------------------------------------------------------------------------


def journal(view: View | None, ui: Ui) -> Element:
    """Every command in words, the last first; going back to one asks first."""
    lines = view.console.journal if view is not None and view.console is not None else ()
    items: Lazy[Element] = Lazy(len(lines), lambda i: _journal_line(lines[-1 - i]))
    body: Element = Label(
        tr("Rien n’est encore écrit dans le journal, ou cette fenêtre ne le montre pas."), "body"
    )
    if items:
        body = Sized(paged(ui, "journal", items), h=620.0)
    return sheet(tr("Journal"), body, [close()], 1500.0)


def _journal_line(line: JournalLine) -> Element:
    words = (
        tr("T{round} · {sentence}", round=line.round, sentence=line.sentence) if line.round else line.sentence
    )
    number = Sized(Label(str(line.number), "label", one_line=True), 70.0)
    if line.undone:
        return Row([number, Grow(Label(tr("{words} (défait)", words=words), "small"))], "s")
    back = Button(tr("Revenir ici…"), f"back-to-{line.number}", Go("undo", str(line.number)), "chip")
    return Row(
        [
            Sized(Label(str(line.number), "label", one_line=True), 70.0),
            Grow(Label(words, "small", "ink")),
            back,
        ],
        "s",
    )


def undo(view: View | None, ui: Ui) -> Element:
    """A question before undoing; the argument is the number of the command to go back to."""
    to = int(ui.argument) if ui.argument.isdigit() else 0
    lines = view.console.journal if view is not None and view.console is not None else ()
    rows: list[Element] = [Label(tr("Ce qui sera défait :"), "lead"), *_taken_back(lines, to)]
    rows.append(
        Label(
            tr(
                "Au-delà d’une révélation, les choix joués par le jeu seront tirés à nouveau. "
                "Le journal garde la trace."
            ),
            "small",
        )
    )
    buttons: list[Element] = [
        Button(
            tr("Revenir en arrière"),
            "undo",
            Do(Undo(to=max(to, 1))),
            "broken",
            enabled=to >= 1,
        ),
        Button(tr("Ne rien changer"), "keep", Back()),
    ]
    return sheet(tr("Annuler ?"), Column(rows, "s"), buttons, 1100.0)


def closing(view: View | None, ui: Ui) -> Element:
    """A question before the game ends because its window was closed."""
    rows: list[Element] = [
        Label(tr("La séance est enregistrée : « Reprendre » la rouvre exactement ici."), "lead"),
        Label(tr("Fermer encore une fois la fenêtre quitte aussi."), "small"),
    ]
    buttons: list[Element] = [
        Button(tr("Continuer la séance"), "stay", Back(), "primary"),
        Button(tr("Quitter le jeu"), "quit", Quit(), "broken"),
    ]
    return sheet(tr("Quitter le jeu ?"), Column(rows, "s"), buttons, 1100.0)


def _taken_back(lines: Sequence[JournalLine], to: int) -> list[Element]:
    """What goes when one goes back, the last first. The timer and the computer passed on are nothing that
    people did; words stay.
    """
    after = takewhile(lambda line: line.number > to, reversed(lines))
    gone = [line for line in after if not line.undone and line.kind not in _NOT_STEPS]
    said = [line for line in gone if line.kind not in _WORDS] or gone
    shown = [Label(f"· {line.sentence}", "strong") for line in said[:_TAKEN_BACK]]
    more = len(said) - len(shown)
    if more > 0:
        shown.append(Label(ntr("et {n} action avant elle", "et {n} actions avant elles", more), "body"))
    return list(shown) or [Label(tr("des choix secrets, que personne ne voit"), "strong")]


# ---- Problem, design -----------------------------------------------------------------------------------


def problem(view: View | None, ui: Ui) -> Element:
    """Something went wrong: a sentence, and what to do. The argument is the sentence."""
    said = tr(
        "Tout ce qui a été confirmé est enregistré. Vous pouvez continuer, ou fermer le jeu et reprendre ici."
    )
    if ui.damage:
        said = tr(
            "Lecture seule : la séance se relit, avec ← et →. Rien ne peut plus y être joué ni enregistré."
        )
    rows: list[Element] = [
        Label(ui.argument or tr("Quelque chose n’a pas fonctionné."), "lead"),
        Label(said, "body", "quiet"),
    ]
    if ui.file:
        rows.append(Label(tr("La séance : {file}", file=ui.file), "small"))
    buttons: list[Element] = [
        Button(tr("Relire") if ui.damage else tr("Continuer"), "close", Back(), "primary"),
        Button(tr("Fermer le jeu"), "quit", Quit()),
    ]
    if ui.damage and ui.elsewhere:
        go = Go("elsewhere", ui.damage)
        buttons.insert(1, Button(tr("Enregistrer ailleurs, et jouer"), "elsewhere", go))
    return sheet(tr("Un incident"), Column(rows, "m"), buttons, 1100.0)


def elsewhere(view: View | None, ui: Ui) -> Element:
    """The session's file cannot be written: why (the argument), and where else it could go on."""
    said = tr("Rien n’est perdu : toute la séance est encore là, et continuera dans un nouveau fichier.")
    if not ui.elsewhere:
        said = tr("Aucun autre dossier ne peut être écrit ici : branchez une clé, puis recommencez.")
    rows: list[Element] = [Label(ui.argument, "lead"), Label(said, "body", "quiet")]
    for n, path in enumerate(ui.elsewhere):
        save = Button(
            tr("Enregistrer ici"),
            f"save-{n}",
            SaveElsewhere(path),
            "quiet" if n else "primary",
        )
        rows.append(Row([Grow(Label(str(path), "small")), save], "m"))
    later = Button(tr("Plus tard"), "close", Back())
    return sheet(tr("Enregistrer ailleurs"), Column(rows, "m"), [later], 1100.0)


def design(view: View | None, ui: Ui) -> Element:
    """How to write a scenario: no programming, files to copy, a command that checks."""
    steps = (
        (
            tr("Partez d’un scénario"),
            tr("Copiez le dossier d’un scénario livré, dans « scenarios », sous un nouveau nom."),
        ),
        (
            tr("Écrivez en français"),
            tr(
                "Un fichier texte par carte : un personnage, un chantier, une situation. "
                "L’anglais vient à côté."
            ),
        ),
        (
            tr("Vérifiez"),
            tr(
                "Dans un terminal : coop check suivi du nom de votre dossier. "
                "Chaque défaut est dit, avec sa ligne."
            ),
        ),
        (
            tr("Équilibrez"),
            tr("coop balance joue des milliers de parties et dit qui gagne, qui perd, et pourquoi."),
        ),
        (
            tr("Essayez"),
            tr("coop play suivi du nom de votre dossier. Le guide complet est dans scenarios/README.md."),
        ),
    )
    cards = [_step(i, title, text) for i, (title, text) in enumerate(steps, start=1)]
    return sheet(tr("Concevoir un scénario"), Column(cards, "m"), [close()], 1400.0)


def _step(i: int, title: str, text: str) -> Element:
    number = Sized(Label(str(i), "number", "quiet", one_line=True), 60.0)
    return Row(
        [number, Grow(Column([Label(title, "subheading"), Label(text, "body")], "none"))], "m", "start"
    )
