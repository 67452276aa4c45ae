"""Every key of the game: where it works, what it does. One row each; see `Binding`.

Letters are chosen so that none has two meanings where both would work.
"""

from collections.abc import Callable

from engine.language import tr
from game.front.foldout import SCREEN, opening, refers
from game.front.intents import (
    AskUndo,
    Back,
    Dark,
    Drag,
    Focus,
    Go,
    GoOn,
    InRoom,
    Intent,
    LookBack,
    Panel,
    Quit,
    Window,
)
from game.front.keys.binding import Binding, Here

DIGITS = tuple("123456789")
_WAYS = {"left": (-1, 0), "right": (1, 0), "up": (0, -1), "down": (0, 1)}


# ---- What controls the keys press ----------------------------------------------------------------------


def _project(caught: str, here: Here) -> int:
    """The place of a project among those of the round; past every key what is none of them."""
    ids = [project.id for project in here.view.projects] if here.view else []
    return ids.index(caught) if caught in ids else len(DIGITS)


def _told_row(caught: str, here: Here) -> int:
    """The place of somebody among the rows of the reveal."""
    reveal = here.view.reveal if here.view else None
    return [fact.who for fact in reveal.facts].index(caught) if reveal else len(DIGITS)


def _term(caught: str, here: Here) -> int:
    """The place of a word of the trade among those underlined, or named on another's card: the first has the
    key."""
    for scene in here.scenes.values():
        ids = [control.id for control in scene.controls() if control.id.startswith(("term.", "other-term."))]
        if caught in ids:
            return ids.index(caught)
    return 1


def _scenario(caught: str, here: Here) -> int:
    ids = [control.id for control in here.scene.controls() if control.id.startswith("scenario-")]
    return ids.index(f"scenario-{caught}")


def _before(caught: str, here: Here) -> int:
    """The place of what is counted from 1."""
    return int(caught) - 1


def _answer(caught: str, here: Here) -> int:
    """The place of an answer: three for each promise, but for one's own where one trains alone."""
    question, answer = caught.rsplit(".", 1)
    own = here.view.audience.character if here.view and here.alone else None
    entries = here.view.forecasts if here.view else ()
    asked = [entry.counts.question for entry in entries if entry.promise.who != own]
    at = asked.index(question) if question in asked else 0
    return 3 * at + ("yes", "no", "unsure").index(answer)


def first() -> str:
    return tr("premier écran")


def questions() -> str:
    return tr("sur une question")


def negotiation() -> str:
    return tr("négociation")


def choosing() -> str:
    return tr("choix secrets")


def strips() -> str:
    return tr("bandes")


def trained() -> str:
    return tr("débat, à l’entraînement")


def unfolded() -> str:
    return tr("la politique de la ville")


TABLE: tuple[Binding, ...] = (
    # The first screens
    Binding(("a",), lambda: tr("animer une séance"), first, "room", "facilitate"),
    Binding(("e",), lambda: tr("s’entraîner"), first, "room", "train"),
    Binding(("c",), lambda: tr("concevoir un scénario"), first, "room", "design"),
    Binding(("r",), lambda: tr("reprendre la dernière séance"), first, "room", "resume"),
    Binding(("s",), lambda: tr("les autres séances"), first, "room", "sessions"),
    Binding(DIGITS, lambda: tr("ouvrir un scénario"), first, "room", "scenario-(.+)", _scenario),
    Binding(
        ("d",), lambda: tr("déplier la politique de la ville"), first, "room", "foldout", beside="facilitate"
    ),
    Binding(("l",), lambda: tr("français ou anglais"), first, "room", "language"),
    Binding(("f",), lambda: tr("texte facile à lire"), first, "room", "plain"),
    Binding(("k",), lambda: tr("contraste fort"), first, "room", "high_contrast"),
    Binding(
        DIGITS, lambda: tr("reprendre une séance"), lambda: tr("autres séances"), "room", r"session-(\d+)"
    ),
    Binding(("+",), lambda: tr("une personne de plus"), lambda: tr("préparation"), "room", "people-plus"),
    Binding(("-",), lambda: tr("une personne de moins"), lambda: tr("préparation"), "room", "people-minus"),
    Binding(
        ("x",),
        lambda: tr("échanger les écrans de la salle et de la console"),
        lambda: tr("préparation, fenêtres"),
        "room",
        "displays-swap",
    ),
    Binding(("i",), lambda: tr("imprimer le matériel"), lambda: tr("préparation"), "room", "print"),
    Binding(
        ("enter",), lambda: tr("préparer les fichiers"), lambda: tr("matériel, compte rendu"), control="make"
    ),
    # A round
    Binding(
        ("left", "page up"),
        lambda: tr("la page d’avant"),
        lambda: tr("accueil, dépliant, Bilan"),
        "room",
        "page-back|leaflet-back|shelf-back",
    ),
    Binding(("right",), lambda: tr("les scénarios suivants"), first, "room", "shelf-on"),
    # The sheet that unfolds
    Binding(
        ("right",), lambda: tr("déplier : la suite du dessin, le volet suivant"), unfolded, "room", "unfold"
    ),
    Binding(("r",), lambda: tr("retourner la feuille"), unfolded, "room", "turn-over"),
    Binding(("v",), lambda: tr("toute la feuille, ou un volet"), unfolded, "room", "overview"),
    Binding(
        DIGITS[:8], lambda: tr("aller à un volet de cette face"), unfolded, "room", r"panel-(\d)", _before
    ),
    Binding(
        ("k", "l"),
        lambda: tr("faire pencher la balance, comme les mains levées"),
        unfolded,
        "room",
        r"tray-(\d)",
        _before,
    ),
    Binding(("c",), lambda: tr("le parcours court"), unfolded, "room", "path-short"),
    Binding(("e",), lambda: tr("tous les volets"), unfolded, "room", "path-long"),
    Binding(("n",), lambda: tr("ce qu’il y a à dire, ou plus"), unfolded, "room", "note"),
    Binding(("escape",), lambda: tr("replier, et revenir où l’on était"), unfolded, "console", "fold-away"),
    Binding(
        DIGITS[:7],
        lambda: tr("se placer à ce chiffre, entre je et nous"),
        lambda: tr("accueil, Bilan"),
        "room",
        r"place-(\d)",
        _before,
    ),
    Binding(
        DIGITS,
        lambda: tr("choisir un chantier"),
        lambda: tr("panneau, négociation"),
        "console",
        r"(?:promise|ask)\.project=(.+)",
        _project,
        beside="panel-close",
    ),
    Binding(
        ("t", "m", "a"),
        lambda: tr("un jeton de plus : temps, moyens, appui"),
        lambda: tr("panneau, négociation"),
        "console",
        r"promise\.tokens\.(\d)\.more",
    ),
    Binding(
        DIGITS,
        lambda: tr("aller au « + » d’un chantier"),
        choosing,
        "room",
        r"more\.(.+)\.(?:time|means|backing)",
        _project,
        focuses=True,
    ),
    Binding(DIGITS, lambda: tr("lire la carte d’un chantier"), negotiation, "room", r"card\.(.+)", _project),
    Binding(
        ("q",), lambda: tr("ce que disent les jauges"), lambda: tr("là où sont les jauges"), "room", "gauges"
    ),
    Binding(
        ("s",),
        lambda: tr("la semaine des salles, les groupes, ou le sol, en grand"),
        lambda: tr("négociation, pronostic, choix"),
        "room",
        "week|groups|sites",
    ),
    Binding(
        ("g",),
        lambda: tr("ce que veut dire un mot souligné, puis le suivant"),
        lambda: tr("là où un mot est souligné"),
        "room",
        r"((?:other-)?term\..+)",
        _term,
    ),
    Binding(("v",), lambda: tr("carte blanche"), negotiation, "room", "carte-blanche|console-blank"),
    Binding(
        ("p",), lambda: tr("dire que l’on passe"), lambda: tr("négociation, à l’entraînement"), "room", "pass"
    ),
    Binding(
        ("m",),
        lambda: tr("montrer les pronostics"),
        lambda: tr("pronostic"),
        "room",
        "show-forecasts|console-show",
    ),
    Binding(
        DIGITS,
        lambda: tr("répondre, promesse après promesse : tiendra, ne tiendra pas, ne sait pas"),
        lambda: tr("pronostic, à l’entraînement"),
        "room",
        r"(.+\.(?:yes|no|unsure))",
        _answer,
    ),
    Binding(("enter",), lambda: tr("montrer l’écran à qui a l’ordinateur"), choosing, "room", "unveil"),
    Binding(
        ("ctrl+enter",), lambda: tr("confirmer son choix"), choosing, "room", "confirm", without="keep-all"
    ),
    Binding(("ctrl+enter",), lambda: tr("ne rien poser"), choosing, "room", "keep-all", without="confirm"),
    Binding(("y", "o"), lambda: tr("oui, tout garder"), choosing, "room", "confirm", beside="keep-all"),
    Binding(
        ("n", "enter"),
        lambda: tr("non, choisir encore"),
        choosing,
        "room",
        "keep-all",
        beside="confirm",
    ),
    Binding(("escape",), lambda: tr("cacher, et rendre l’ordinateur"), choosing, "room", "give-back"),
    Binding(
        ("t",),
        lambda: tr("tout révéler, après une question"),
        lambda: tr("révélation"),
        "room",
        "reveal-all|console-reveal-all",
    ),
    Binding(
        DIGITS, lambda: tr("demander pourquoi"), lambda: tr("révélation"), "room", r"why\.(.+)", _told_row
    ),
    Binding(
        ("escape",), lambda: tr("passer les grands moments"), lambda: tr("en un tour"), "room", "moments-skip"
    ),
    Binding(("c",), lambda: tr("un autre acte"), lambda: tr("débat"), "room", "other-act"),
    Binding(DIGITS, lambda: tr("choisir un acte"), lambda: tr("débat"), "room", r"act-(\d+)"),
    Binding(DIGITS[:2], lambda: tr("COOP, pas COOP"), trained, "room", r"coop-(\d)"),
    Binding(("0", *DIGITS), lambda: tr("tant de pouces levés"), trained, "room", r"thumbs-(\d)"),
    Binding(
        DIGITS[:3],
        lambda: tr("la phrase est un fait, un jugement, un présupposé"),
        trained,
        "room",
        r"claim-(\d)",
    ),
    Binding(
        ("ctrl+enter",),
        lambda: tr("garder la phrase, et continuer"),
        lambda: tr("débat"),
        "room",
        "keep",
        without="undo",
    ),
    Binding(("q",), lambda: tr("ce que veulent dire les noms"), lambda: tr("carte"), "room", "zones"),
    Binding(("p",), lambda: tr("les chiffres, ou les mots seuls"), lambda: tr("carte"), "room", "figures"),
    Binding(("o",), lambda: tr("pourquoi les autres ont bougé"), lambda: tr("carte"), "room", "other-moves"),
    Binding(
        ("escape",), lambda: tr("remettre le visage à sa place"), lambda: tr("carte"), "room", "put-back"
    ),
    # The Bilan
    Binding(
        tuple(f"ctrl+{n}" for n in DIGITS),
        lambda: tr("les pages du Bilan"),
        lambda: tr("Bilan"),
        "room",
        r"tab-(\d+)",
    ),
    Binding(
        DIGITS[:3],
        lambda: tr("c’est tenu, c’est en route, pas cette fois"),
        lambda: tr("Bilan"),
        "room",
        r"followup-(\d)",
        _before,
    ),
    Binding(("y",), lambda: tr("calculer les suites"), lambda: tr("Bilan"), "room", "what-if-.+"),
    Binding(
        ("e",),
        lambda: tr("écrire le compte rendu"),
        lambda: tr("Bilan"),
        "room",
        "record|console-record",
    ),
    Binding(("h",), lambda: tr("retour à l’accueil"), lambda: tr("menu, Bilan"), "room", "home"),
    # Pages that open over a screen
    Binding(("o",), lambda: tr("réglages"), first, "room", "settings", beside="fullscreen"),
    Binding(("o",), lambda: tr("réglages"), lambda: tr("menu"), "room", "settings", beside="home"),
    Binding(
        ("j",), lambda: tr("ce que sont les jetons"), lambda: tr("menu"), "room", "tokens", beside="home"
    ),
    Binding(("d",), lambda: tr("relire le dépliant"), lambda: tr("menu"), "room", "leaflet"),
    Binding(("ctrl+enter",), lambda: tr("oui, revenir à l’accueil"), lambda: tr("menu"), "room", "home-yes"),
    Binding(("j",), lambda: tr("journal"), lambda: tr("réglages"), "room", "journal"),
    Binding(
        DIGITS,
        lambda: tr("enregistrer à cet endroit"),
        lambda: tr("enregistrer ailleurs"),
        "room",
        r"save-(\d+)",
    ),
    Binding(
        ("e",), lambda: tr("enregistrer ailleurs, et jouer"), lambda: tr("incident"), "room", "elsewhere"
    ),
    Binding(("ctrl+enter",), lambda: tr("revenir en arrière"), lambda: tr("annuler"), "room", "undo"),
    Binding(("ctrl+enter",), lambda: tr("proposer le chantier"), lambda: tr("carte blanche"), "room", "open"),
    # The console, and its panel in one window
    Binding(
        DIGITS[:3],
        lambda: tr("une personne de plus : oui, non, ne sait pas"),
        lambda: tr("pronostic, débat"),
        "console",
        r"tally\..*\.(\d)\.more",
    ),
    Binding(
        DIGITS[3:6],
        lambda: tr("une de moins"),
        lambda: tr("pronostic, débat"),
        "console",
        r"tally\..*\.(\d)\.less",
    ),
    Binding(
        DIGITS[:3],
        lambda: tr("c’est ce qui a été dit, en partie, ce n’est pas cela"),
        strips,
        "console",
        r"fidelity-(\d)",
        _before,
    ),
    Binding(DIGITS, lambda: tr("lire la bande dans ce coin"), strips, "console", r"carry-to-(\d)", _before),
    Binding(
        DIGITS[:7],
        lambda: tr("une personne de plus à ce chiffre"),
        lambda: tr("je ou nous"),
        "console",
        r"placing\..*\.(\d)\.more",
    ),
    Binding(
        ("enter",),
        lambda: tr("enregistrer le compte"),
        lambda: tr("là où l’on compte"),
        "console",
        "count-save",
    ),
    Binding(("enter",), lambda: tr("annoncer l’engagement"), negotiation, "console", "promise-say"),
    Binding(("enter",), lambda: tr("faire la demande"), negotiation, "console", "ask-say"),
    Binding(
        ("enter",), lambda: tr("accepter ce qui est voulu en échange"), negotiation, "console", "take-say"
    ),
    Binding(("enter",), lambda: tr("sceller le pacte"), negotiation, "console", "pact-say"),
    Binding(("enter",), lambda: tr("amender la carte blanche"), negotiation, "console", "amend-say"),
    Binding(("enter",), lambda: tr("entendre quelqu’un"), negotiation, "console", "hear-say"),
    Binding(("enter",), lambda: tr("écrire la bande"), strips, "console", "write-say"),
    Binding(("enter",), lambda: tr("garder les mots tels qu’ils sont lus"), strips, "console", "carry-say"),
    Binding(("enter",), lambda: tr("vérifier la rumeur"), lambda: tr("situation"), "console", "verify-say"),
    Binding(("o",), lambda: tr("les autres annoncent"), negotiation, "console", "others-announce"),
    Binding(
        ("enter",),
        lambda: tr("l’image est coupée : saisir"),
        lambda: tr("feuilles"),
        "console",
        "picture-off",
        beside="back",
    ),
    Binding(("escape",), lambda: tr("non, laisser"), questions, "console", "finish-no|words-withdraw-no"),
    Binding(
        ("escape",), lambda: tr("fermer le panneau"), lambda: tr("une fenêtre"), "console", "panel-close"
    ),
    Binding(  # under the panel, which closes before
        ("escape",),
        lambda: tr("laisser la question"),
        questions,
        "room",
        "act-back|said-withdraw-no|followup-unsay-no",
    ),
    Binding(("p",), lambda: tr("suspendre ou reprendre le minuteur"), None, "console", "clock-pause"),
    Binding(("+",), lambda: tr("une minute de plus"), None, "console", "clock-more|more-time"),
    Binding(("-",), lambda: tr("une minute de moins"), None, "console", "clock-less"),
    Binding(("j",), lambda: tr("revenir à un moment du journal"), None, "console", "log-back"),
    Binding(("w",), lambda: tr("fenêtres"), None, "console", "windows"),
)
"""Keys that press controls. What is on the screen decides: a control that is not there has no key."""


# ---- What the focus is on ------------------------------------------------------------------------------


def _activate(here: Here, key: str) -> Intent | None:
    """Do what the focused control is there for. Space does it where it leads nowhere else."""
    control = here.on
    if control is None or control.role == "field" or (key == "space" and here.way and not here.trains):
        return None
    intent: Intent | None = control.intent  # type: ignore[assignment]
    return intent.drop if isinstance(intent, Drag) else intent


def _towards(here: Here, key: str) -> Intent | None:
    """The control nearest that way; or the face that has the focus a step that way. In a field, none."""
    control = here.on
    if control is None or control.role == "field":
        return None
    if isinstance(control.intent, Drag):
        return control.intent.nudge(*_WAYS[key])
    return Focus(here.scene.towards(control, _WAYS[key]))


FOCUSED: tuple[Binding, ...] = (
    Binding(("enter", "space"), lambda: tr("actionner la commande choisie"), intent=_activate),
    Binding(tuple(_WAYS), lambda: tr("aller à la commande voisine ; sur la carte, déplacer le visage choisi"),
            intent=_towards),
)  # fmt: skip
"""Keys that act upon what Tab led to, before all others."""

LED: tuple[Callable[[], str], ...] = (lambda: tr("Entrée"), lambda: tr("flèches"))
"""How those are written: Tab has to lead somewhere first."""


# ---- The program ---------------------------------------------------------------------------------------


def _on(here: Here, key: str) -> Intent | None:
    """The way on. Where there is none and a session is open, the answer says why."""
    if here.way is None:
        return None
    return GoOn() if here.way.enabled else None


def _why_not(here: Here, key: str) -> Intent | None:
    return GoOn() if here.way is None and here.view is not None else None


def _first_of_them(here: Here, key: str) -> Intent | None:
    return _tab(here, key) if here.way is None and here.view is None else None


def _remote(here: Here, key: str) -> Intent | None:
    """Arrows and Enter, as rings and telephones send them: in the room's own window, where they can mean
    nothing else.
    """
    apart = here.two and here.which == "room" and here.view is not None and not here.pane.keyed
    return GoOn() if apart and (here.way is None or here.way.enabled) else None


def _moves_nothing(here: Here) -> bool:
    """Who has the computer sees nothing of the room's picture."""
    return here.view is None or here.private


def _look_back(here: Here, key: str) -> Intent | None:
    """The screen before; the Bilan has pages of its own, and the first of them is the first."""
    bilan = here.view is not None and here.view.phase.kind == "bilan" and not here.panes["room"].looking
    return None if _moves_nothing(here) or bilan else LookBack()


def _look_on(here: Here, key: str) -> Intent | None:
    past = here.panes["room"].looking
    return LookBack(-1) if past and not _moves_nothing(here) else None


def _tab(here: Here, key: str) -> Intent | None:
    focus = here.scene.tab(backwards=key == "shift+tab").focus
    return Focus(focus) if focus and focus != here.pane.focus else None


def _escape(here: Here, key: str) -> Intent | None:
    """Leave a field or a control; then close what is open, and end the room's look back."""
    pane = here.pane
    if pane.focus and not pane.stack:
        return Focus("")
    return Back() if pane != pane.popped() or here.panes["room"].looking else None


def _menu(here: Here, key: str) -> Intent | None:
    """The menu, where nothing is left to close; it is no picture for a room, nor over a private screen."""
    open_ = here.pane != here.pane.popped() or here.panes["room"].looking
    shown = here.two and here.which == "room"
    return None if open_ or shown or here.passed or here.view is None else Go("menu")


def _help(here: Here, key: str) -> Intent:
    return Back() if here.pane.screen == "help" else Go("help")


def _console_window(here: Here, key: str) -> Intent | None:
    return Window("console", "raise") if here.two and here.which == "room" else None


def _panel(here: Here) -> bool:
    """Whether the panel can be seen where it is opened."""
    free = not here.pane.stack and not here.pane.looking and not here.passed
    return free and not here.two and here.view is not None


def _console_panel(here: Here, key: str) -> Intent | None:
    return Panel() if _panel(here) and not here.trains else None


def _own_panel(here: Here, key: str) -> Intent | None:
    return Panel() if _panel(here) and here.trains else None


def _sheet(here: Here, key: str) -> Intent | None:
    if not here.alone:
        return None
    return Back() if here.pane.screen == "sheet" else Go("sheet")


def _foldout(here: Here, key: str) -> Intent | None:
    """The sheet that unfolds, for the room, whoever asks; where the computer is in somebody's hand, not."""
    if here.passed:
        return None
    asked = Back() if here.panes["room"].screen == SCREEN else opening(refers(here.view, _card(here)))
    return InRoom(asked)


def _card(here: Here) -> str:
    """The project whose card is open."""
    return here.pane.argument if here.pane.screen == "card" else ""


def _dark(here: Here, key: str) -> Intent | None:
    """Only a room has a picture that somebody turns off."""
    return Dark() if here.view is not None and not here.trains else None


PROGRAM: tuple[Binding, ...] = (
    Binding(("space", "page down"), lambda: tr("continuer"), intent=_on),
    Binding(("space", "page down"), lambda: tr("dire ce qu’il reste à faire"), intent=_why_not),
    Binding(("space", "page down"), lambda: tr("aller à la première commande"), intent=_first_of_them),
    Binding(("left", "page up"), lambda: tr("revoir l’écran d’avant, sans rien défaire"), intent=_look_back),
    Binding(("right",), lambda: tr("revenir vers le présent"), intent=_look_on),
    Binding(("right", "down", "enter"), lambda: tr("continuer, comme les télécommandes"), intent=_remote,
            place=lambda: tr("dans la fenêtre de la salle, quand la console a la sienne")),
    Binding(("tab", "shift+tab"), lambda: tr("aller d’une commande à l’autre"), intent=_tab),
    Binding(("escape",), lambda: tr("fermer, revenir"), intent=_escape),
    Binding(("escape",), lambda: tr("le menu"), intent=_menu, place=lambda: tr("quand rien n’est ouvert")),
    Binding(("f1", "?"), lambda: tr("cette aide"), intent=_help),
    Binding(("f2",), lambda: tr("aller à la fenêtre de la console"), intent=_console_window,
            place=lambda: tr("avec deux fenêtres")),
    Binding(("f2",), lambda: tr("ouvrir ou fermer la console"), intent=_console_panel,
            place=lambda: tr("avec une fenêtre")),
    Binding(("f2",), lambda: tr("ouvrir ou fermer le panneau"), intent=_own_panel,
            place=lambda: tr("à l’entraînement")),
    Binding(("f3",), lambda: tr("ouvrir ou fermer votre fiche"), intent=_sheet,
            place=lambda: tr("seul, à l’entraînement")),
    Binding(("f4",), lambda: tr("déplier ou replier la politique de la ville"), intent=_foldout),
    Binding(("f11",), lambda: tr("plein écran"), intent=lambda here, key: Window(here.which, "fullscreen")),
    Binding((".", "b"), lambda: tr("écran noir dans la salle ; une touche le rallume"), intent=_dark),
    Binding(("ctrl+z",), lambda: tr("annuler, après une question"),
            intent=lambda here, key: AskUndo() if here.view is not None else None),
    Binding(("ctrl+q",), lambda: tr("quitter ; la séance est déjà enregistrée"),
            intent=lambda here, key: Quit()),
)  # fmt: skip
"""Keys that press nothing on the screen."""
