"""Every key that presses a control: where it works, what it does. One row each; see `Binding`.

Letters are chosen so that none has two meanings where both would work.
"""

from engine.language import tr
from game.front.keys.binding import Binding, Here

DIGITS = tuple("123456789")
_HANDS = r"(?:tally\..*|choose\.\d+\.(?:show-of-hands|approval)|adopt\.hands)"
"""The names under which hands are counted for three answers at most."""


# ---- What controls the keys press ----------------------------------------------------------------------


def _project(caught: str, here: Here) -> int:
    """The place of a project among those of the round that are treated; past every key what is none of
    them."""
    ids = [project.id for project in here.view.projects if not project.put_off] if here.view else []
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


def chairing() -> str:
    return tr("ordre du jour")


def method() -> str:
    return tr("façon de compter, à l’entraînement")


def strips() -> str:
    return tr("bandes")


def counting() -> str:
    return tr("pronostic, débat, choix de la salle")


def voting() -> str:
    return tr("bulletins")


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
    Binding(
        DIGITS,
        lambda: tr("lire la carte d’un chantier"),
        negotiation,
        "room",
        r"card\.(.+)",
        _project,
        without="put-off-1",
    ),
    Binding(DIGITS, lambda: tr("se proposer, ou ne plus"), chairing, "room", r"volunteer-(\d)", _before),
    Binding(DIGITS, lambda: tr("reporter, ou remettre"), chairing, "room", r"put-off-(\d)", _before),
    Binding(
        ("q",), lambda: tr("ce que disent les jauges"), lambda: tr("là où sont les jauges"), "room", "gauges"
    ),
    Binding(
        ("s",),
        lambda: tr("la semaine des salles, les groupes, le sol, ou qui vote, en grand"),
        lambda: tr("négociation, pronostic, choix"),
        "room",
        "week|groups|sites|publics",
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
    Binding(DIGITS[:3], lambda: tr("choisir comment on compte"), method, "room", r"adopt-(\d)", _before),
    Binding(("t",), lambda: tr("tirer au sort comment on compte"), method, "room", "adopt-draw"),
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
        lambda: tr("une personne de plus : oui, non, ne sait pas ; ou à chaque réponse"),
        counting,
        "console",
        rf"{_HANDS}\.(\d)\.more",
    ),
    Binding(
        DIGITS[3:6],
        lambda: tr("une de moins"),
        counting,
        "console",
        rf"{_HANDS}\.(\d)\.less",
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
        DIGITS[:5],
        lambda: tr("la mention de l’idée, de 1, très bien, à 5, à rejeter ; puis la ligne suivante"),
        voting,
        "console",
        r"mark-(\d)",
        _before,
    ),
    Binding(("enter",), lambda: tr("saisir le premier bulletin attendu"), voting, "console", "ballot-first"),
    Binding(("up",), lambda: tr("la ligne d’avant"), voting, "console", "mark-up"),
    Binding(("down",), lambda: tr("la ligne d’après"), voting, "console", "mark-down"),
    Binding(
        ("enter",),
        lambda: tr("remettre le bulletin, et passer au suivant"),
        voting,
        "console",
        "mark-say",
        without="give-back",
    ),
    Binding(
        ("ctrl+enter",), lambda: tr("remettre son bulletin"), voting, "console", "mark-say", without="back"
    ),
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
