"""Views to look at: one for every phase and step, ordinary or as bad as texts and numbers can get.

The words are read in the language in use (`engine.words.use`), as a live session would give them.
"""

# ruff: noqa: E501 - each sample text stands on one line, beside its English

from dataclasses import replace
from typing import Literal

from engine import words
from engine.model import FaceCard, Family, PhaseKind
from engine.view.types import (
    CONSOLE,
    ROOM,
    AnswerView,
    Audience,
    BeliefView,
    BriefingPage,
    Change,
    CharacterView,
    ChoiceView,
    ClockView,
    Counts,
    Expression,
    ForecastView,
    IndicatorView,
    Legal,
    PhaseView,
    PostureView,
    ProjectView,
    PromiseView,
    Secret,
    SituationView,
    TokenCount,
    View,
)

NOW = 1_790_000_000.0
STEPS: tuple[PhaseKind, ...] = ("situation", "negotiation", "forecast", "choice", "reveal", "debate")
Case = Literal["usual", "worst", "few"]


def t(fr: str, en: str) -> str:
    """French or English, whichever is in use."""
    return words.typo(fr) if words.language() == "fr" else en


def _phase_words() -> dict[str, str]:
    return {
        "welcome": t("Accueil", "Welcome"),
        "briefing": t("Dépliant", "Briefing"),
        "situation": t("Situation", "Situation"),
        "negotiation": t("Négociation", "Negotiation"),
        "forecast": t("Pronostic", "Forecast"),
        "choice": t("Choix secrets", "Secret choices"),
        "reveal": t("Révélation", "Reveal"),
        "debate": t("Débat", "Debate"),
        "break": t("Pause", "Break"),
        "bilan": t("Bilan", "Debrief"),
    }


FACES = [
    FaceCard(head="hijab", skin="#ae5d29", clothing="#ffcf77", hair="#ffcf77"),
    FaceCard(head="short5", skin="#ffdbb4", clothing="#8fa7df", hair="#2c1b18", beard="moustache1"),
    FaceCard(head="mediumBangs2", skin="#edb98a", clothing="#e279c7", hair="#2c1b18", glasses="glasses3"),
    FaceCard(head="flatTop", skin="#d08b5b", clothing="#78e185", hair="#2c1b18"),
    FaceCard(head="grayBun", skin="#ffdbb4", clothing="#e78276", hair="#e8e1e1", glasses="glasses"),
    FaceCard(head="short4", skin="#edb98a", clothing="#9ddadb", hair="#2c1b18"),
    FaceCard(head="hatBeanie", skin="#d08b5b", clothing="#fdea6b", hair="#fdea6b"),
    FaceCard(head="shaved2", skin="#ffdbb4", clothing="#e78276", hair="#2c1b18", beard="full2"),
]
LABELS: dict[str, tuple[str, str, Expression, float, float]] = {
    "committed": ("engagé", "committed", "smile", 3.7, 1.3),
    "opponent": ("opposant", "opponent", "suspicious", 1.9, 3.2),
    "golden": ("triangle d'or", "golden triangle", "explaining", 3.0, 2.1),
    "hesitant": ("hésitant", "hesitant", "concerned", 2.1, 2.0),
    "passive": ("passif", "passive", "calm", 1.4, 1.3),
    "grumbler": ("grognon", "grumbler", "solemn", 1.4, 2.2),
    "diehard": ("irréductible", "diehard", "serious", 1.3, 3.8),
    "torn": ("déchiré", "torn", "tired", 3.4, 3.7),
}
CAST: list[tuple[str, str, str, str, Family, str]] = [
    ("habitante-conseil-citoyen", "Fatou Diarra", "Conseil citoyen", "Citizens' council", "inhabitants", "committed"),
    ("bailleur-charge-de-secteur", "Marc Vasseur", "Bailleur, chargé de secteur", "Landlord's area manager", "landlords", "opponent"),
    ("elue-aux-quartiers", "Inès Belkacem", "Élue aux quartiers", "Councillor for neighbourhoods", "institutions", "golden"),
    ("association-sportive", "Youssef Amrani", "Association sportive", "Sports association", "associations", "golden"),
    ("habitante-historique", "Odette Rivoire", "Habitante depuis 1974", "Resident since 1974", "inhabitants", "hesitant"),
    ("services-techniques", "Luc Tran", "Services techniques", "Technical services", "institutions", "passive"),
    ("jeune-du-city-stade", "Samia Kaci", "Les ados du city-stade", "Teenagers of the pitch", "inhabitants", "grumbler"),
    ("commercant-de-la-place", "Hugo Perrin", "Commerçant de la place", "Shopkeeper on the square", "shops", "diehard"),
]  # fmt: skip
LONG_CAST: list[tuple[str, str, str, str, Family, str]] = [
    ("marie-antoinette", "Marie-Antoinette de La Rochefoucauld-Montmorency", "Vice-présidente de l'intercommunalité chargée de la rénovation urbaine", "Vice-chair of the metropolitan authority for urban renewal", "institutions", "torn"),
    ("jean-christophe", "Jean-Christophe Vandenberghe-Maisonneuve", "Administrateur de la fédération des commerçants", "Board member of the shopkeepers' federation", "shops", "opponent"),
    ("sevgi", "Sevgi Yıldızoğlu-Przybyszewska", "Médiatrice sociale, adulte-relais", "Community mediator", "associations", "golden"),
    ("wilhelmina", "Wilhelmina Ÿsebaert-Grünwaldová", "Représentante des copropriétaires de la résidence", "Co-owners' representative of the residence", "landlords", "committed"),
]  # fmt: skip


def posture(label: str, synergy: float | None = None, antagonism: float | None = None) -> PostureView:
    fr, en, expression, s, a = LABELS[label]
    return PostureView(synergy or s, antagonism or a, label, t(fr, en), expression)


def secret(name: str) -> Secret:
    """One holder's private sheet."""
    return Secret(
        wants=t(
            "Que la maison de santé rouvre avant l'hiver, et qu'on cesse de décider sans les locataires.",
            "That the health centre reopens before winter, and that tenants stop being decided for.",
        ),
        stakes=(
            Change("health", t("Santé", "Health"), 5),
            Change("rights", t("Droits", "Rights"), 3),
            Change("knowledge", t("Connaissances", "Knowledge"), 2),
        ),
        goal=7.0,
        gain=3.4,
        beliefs=(
            BeliefView("bailleur-charge-de-secteur", name, t("Il ne vient que pour les photos.", "He only comes for the photographs."), False),
            BeliefView("services-techniques", "Luc Tran", t("Son service ne rappelle jamais.", "His department never calls back."), True),
        ),
    )  # fmt: skip


def _character(
    entry: tuple[str, str, str, str, Family, str], i: int, private: bool, case: Case
) -> CharacterView:
    id, name, role, role_en, family, label = entry
    short = name.split(" ")[0]
    return CharacterView(
        id=id, name=name, short=short, role=t(role, role_en),
        description=t("Elle tient le local du conseil citoyen deux soirs par semaine.", "She keeps the citizens' council room two evenings a week."),
        voice=t("On ne nous demande jamais rien.", "Nobody ever asks us anything."),
        family=family, face=FACES[i % len(FACES)], influence=i % 5, held=i % 3 != 1 or case == "worst",
        table=t("Table des locataires du bâtiment Ampère", "Table of the Ampère building's tenants") if case == "worst" else f"Table {i + 1}",
        tokens=[TokenCount(2, 0, 1), TokenCount(0, 3, 0), TokenCount(0, 1, 2), TokenCount(2, 0, 0)][i % 4],
        posture=posture(label), secret=secret("Marc Vasseur") if private else None,
    )  # fmt: skip


def characters(case: Case = "usual", private: str | None = None) -> tuple[CharacterView, ...]:
    """Eight people; twelve with the longest names; or three. `private`: whose secrets are in ("*" for all)."""
    cast = {"usual": CAST, "worst": LONG_CAST + CAST, "few": CAST[:3]}[case]
    return tuple(_character(e, i, private in ("*", e[0]), case) for i, e in enumerate(cast))


def indicators(case: Case = "usual") -> tuple[IndicatorView, ...]:
    rows = [
        ("health", t("Santé", "Health"), "clay", 36, -4),
        ("economy", t("Économie", "Economy"), "amber", 46, 6),
        ("knowledge", t("Connaissances", "Knowledge"), "violet", 39, -1),
        ("rights", t("Droits", "Rights"), "blue", 38, -2),
    ]
    if case == "worst":
        rows.append(
            (
                "housing",
                t("Attractivité résidentielle du quartier", "Residential attractiveness of the area"),
                "green",
                100,
                12,
            )
        )
    views = [
        IndicatorView(
            id,
            title,
            id if id != "housing" else "home",
            colour,
            value,
            40,
            move,
            False,
            None,
            t("Ce qui permet de se soigner près de chez soi.", "What lets people get care near home."),
        )
        for id, title, colour, value, move in rows
    ]
    gate = IndicatorView(
        "commons",
        t("Bien-être social", "Social well-being"),
        "commons",
        "teal",
        46,
        40,
        6,
        True,
        46,
        t(
            "Ce que tout le monde partage : se parler, s'entraider.",
            "What everyone shares: talking, helping each other.",
        ),
    )
    return (*views, gate)  # fmt: skip


def project(
    id: str,
    title: str,
    short: str,
    pictogram: str,
    cost: tuple[int, int, int],
    placed: tuple[int, int, int],
    promised: tuple[int, int, int],
    changes: tuple[tuple[str, str, int], ...],
    rounds_left: int = 2,
) -> ProjectView:
    return ProjectView(
        id, title, short,
        t("Deux médecins reviennent si les locaux sont secs.", "Two doctors will return if the premises are dry."),
        pictogram, TokenCount(*cost), TokenCount(*placed), TokenCount(*promised),
        tuple(Change(*c) for c in changes), rounds_left, any(c[0] == "commons" for c in changes), False, "coproduce",
    )  # fmt: skip


def projects(case: Case = "usual") -> tuple[ProjectView, ...]:
    health, commons = t("Santé", "Health"), t("Bien-être social", "Social well-being")
    rights, knowledge, economy = (
        t("Droits", "Rights"),
        t("Connaissances", "Knowledge"),
        t("Économie", "Economy"),
    )
    usual = (
        project("maison-de-sante", t("Rouvrir la maison de santé", "Reopen the health centre"), t("santé", "health"), "health",
                (0, 5, 1), (0, 2, 0), (0, 3, 1), (("health", health, 8), ("commons", commons, 2))),
        project("permanence-droits", t("Permanence d'accès aux droits", "Rights advice desk"), t("droits", "rights"), "legal",
                (3, 0, 2), (1, 0, 0), (2, 0, 2), (("rights", rights, 7), ("knowledge", knowledge, 2))),
        project("jardin-partage", t("Jardin partagé sur la friche", "Shared garden on the wasteland"), t("jardin", "garden"), "garden",
                (4, 1, 0), (1, 0, 0), (2, 0, 0), (("commons", commons, 6), ("health", health, 2)), 1),
        project("marche-des-relais", t("Marché des relais du quartier", "Neighbourhood relay market"), t("marché", "market"), "market",
                (2, 2, 0), (0, 0, 0), (0, 2, 0), (("economy", economy, 8), ("commons", commons, -2)), 3),
    )  # fmt: skip
    if case != "worst":
        return usual
    long = t("Régie de quartier intercommunale d'insertion par l'activité économique et l'écoconstruction",
             "Intermunicipal neighbourhood company for work integration and sustainable construction")  # fmt: skip
    return (
        project("regie", long, t("régie de quartier", "local company"), "work", (5, 6, 3), (2, 3, 1), (2, 2, 1),
                (("health", health, 8), ("economy", economy, 6), ("knowledge", knowledge, 3), ("commons", commons, -2))),
        *usual,
        project("transformation", t("Transformation participative de l'anticonstitutionnellement célèbre passerelle", "Participatory transformation of the uncharacteristically famous footbridge"),
                t("passerelle", "footbridge"), "path", (4, 4, 4), (0, 0, 0), (3, 4, 4), (("economy", economy, 12), ("rights", rights, -12))),
    )  # fmt: skip


def promises(case: Case = "usual") -> tuple[PromiseView, ...]:
    rows = [
        ("habitante-conseil-citoyen", "jardin-partage", (2, 0, 0), t("au jardin", "to the garden"), False),
        ("bailleur-charge-de-secteur", "maison-de-sante", (0, 3, 0), t("à la santé", "to health"), False),
        ("elue-aux-quartiers", "permanence-droits", (0, 0, 2), t("aux droits, si Youssef donne du temps", "to rights, if Youssef gives time"), True),
        ("association-sportive", "permanence-droits", (2, 0, 0), t("aux droits", "to rights"), False),
        ("services-techniques", "maison-de-sante", (0, 0, 1), t("à la santé", "to health"), False),
        ("commercant-de-la-place", "marche-des-relais", (0, 2, 0), t("au marché", "to the market"), False),
    ]  # fmt: skip
    if case == "few":
        return ()
    if case == "worst":
        condition = t("à la régie de quartier, si Marie-Antoinette donne de l'appui",
                      "to the local company, if Marie-Antoinette gives backing")  # fmt: skip
        rows = [
            (c.id, "regie", (3, 3, 2) if i == 0 else (2, 1, 1), condition, True)
            for i, c in enumerate(characters("worst"))
        ]
        rows += [
            (
                rows[2][0],
                "transformation",
                (1, 0, 0),
                t("à la passerelle, si Sevgi donne des moyens", "to the footbridge, if Sevgi gives means"),
                True,
            )
        ]
    return tuple(PromiseView(f"2.{i + 1}", who, where, TokenCount(*tokens), sentence, cond)
                 for i, (who, where, tokens, sentence, cond) in enumerate(rows))  # fmt: skip


def answers(case: Case = "usual") -> tuple[AnswerView, ...]:
    who = characters(case)
    yes = t(
        "Inès Belkacem répond à Fatou : « D'accord pour un appui, si la presse vient. »",
        "Inès Belkacem answers Fatou: “Agreed for one backing, if the press comes.”",
    )
    no = t(
        "Marc Vasseur répond à Fatou : « Pas ce tour, mon budget est bloqué jusqu'à la commission. »",
        "Marc Vasseur answers Fatou: “Not this round, my budget is frozen until the committee.”",
    )
    return (
        AnswerView(who[0].id, who[2].id, "permanence-droits", TokenCount(0, 0, 1), yes),
        AnswerView(who[0].id, who[1].id, "maison-de-sante", TokenCount(), no),
    )  # fmt: skip


def situation(case: Case = "usual") -> SituationView:
    if case == "worst":
        return SituationView(
            "long", t("La réunion de concertation est fixée un mardi à 14 h, à l'autre bout de l'agglomération", "The consultation meeting is set on a Tuesday at 2 pm, at the other end of town"),
            t("La préfecture annonce une réunion publique sur le relogement, un jour ouvré, à quarante minutes de bus. "
              "Les personnes concernées travaillent, gardent leurs enfants ou n'ont plus de voiture depuis la crue. "
              "Le compte rendu servira pourtant de base au programme des trois prochaines années.",
              "The prefecture calls a public meeting about rehousing, on a working day, forty minutes away by bus. "
              "The people concerned work, look after their children, or lost their car in the flood. "
              "The minutes will nonetheless shape the programme of the next three years."),
            "meeting", FACES[4], "concerned", "Marie-Antoinette de La Rochefoucauld-Montmorency",
            t("Si on n'y va pas, on dira que nous n'étions pas intéressés ; si on y va, on perd une journée de paie.",
              "If we do not go, they will say we did not care; if we go, we lose a day's pay."),
            t("Faut-il y aller quand même, envoyer quelqu'un, ou demander publiquement un autre horaire ?",
              "Should we go anyway, send someone, or publicly ask for another time?"),
            (t("Droits −2", "Rights −2"), t("Les chantiers demandent un appui de plus ce tour", "Projects need one more backing this round"),
             t("Les habitants ont un temps de moins", "Inhabitants have one time less")),
        )  # fmt: skip
    return SituationView(
        "square-ferme", t("Le square ferme à 18 h", "The square closes at 6 pm"),
        t("Depuis la crue, c'est le seul lieu sec où se retrouver. Après deux plaintes, un arrêté le ferme le soir. Les familles l'ont appris par une affiche.",
          "Since the flood it is the only dry place to meet. After two complaints, an order closes it in the evening. Families learnt it from a poster."),
        "tree", FACES[6], "concerned", t("Samia, 16 ans", "Samia, 16"),
        t("On ne nous demande jamais rien.", "Nobody ever asks us anything."),
        t("À qui est le square après 18 h ?", "Whose is the square after 6 pm?"),
        (t("Bien-être social −2", "Social well-being −2"), t("Samia : antagonisme +0,3", "Samia: antagonism +0.3")),
    )  # fmt: skip


def forecasts(case: Case = "usual", shown: bool = False) -> tuple[ForecastView, ...]:
    if case == "few":
        picked, numbers = (
            promises("usual")[:1],
            [(2, 1, 0, t("réserve : moins de 5 réponses", "caution: fewer than 5 answers"))],
        )
    else:
        picked = tuple(promises(case)[i] for i in (0, 1, -1))
        numbers = [(16, 1, 0, t("Accord", "Agreement")), (9, 8, 3, t("Désaccord, à débattre", "Disagreement, to discuss")),
                   (3, 14, 0, t("Accord", "Agreement"))]  # fmt: skip
    people = 40 if case == "worst" else 17
    result = []
    for promise, (yes, no, unsure, word) in zip(picked, numbers, strict=True):
        counts = Counts(f"forecast:{promise.id}", yes + no + unsure, people, next_voter=yes + no + unsure + 1)
        if shown:
            counts = replace(counts, yes=yes, no=no, unsure=unsure, word=word)
        result.append(ForecastView(promise, counts))
    return tuple(result)


def phase(kind: PhaseKind, step: str = "", case: Case = "usual") -> PhaseView:
    names = _phase_words()
    next_label = {
        "situation": t("Ouvrir la négociation", "Open the negotiation"),
        "negotiation": t("Clore la négociation", "Close the negotiation"),
        "forecast": t("Passer aux choix secrets", "Go on to the secret choices"),
        "choice": t("Révéler les choix", "Reveal the choices"),
        "reveal": t("Ouvrir le débat", "Open the debate"),
        "debate": {"vote": t("Ouvrir la discussion", "Open the discussion"), "talk": t("Revoter", "Vote again"),
                   "revote": t("Qui est où, maintenant ?", "Who is where now?")}.get(step, t("Tour suivant", "Next round")),
        "welcome": t("Commencer le premier tour", "Start the first round"),
        "break": t("Reprendre la séance", "Resume the session"),
        "briefing": t("Volet suivant", "Next panel"),
        "bilan": t("Clore la séance", "Close the session"),
    }[kind]  # fmt: skip
    inside = kind in STEPS
    return PhaseView(
        kind, step, 2 if inside else 0, 3, names[kind], 5, tuple((k, names[k]) for k in STEPS), next_label
    )


def view(
    kind: PhaseKind, step: str = "", case: Case = "usual", audience: Audience = ROOM, shown: bool = False
) -> View:
    """What an audience sees in a phase; later parts (reveal, debate, map, bilan) come from samples_late."""
    private = "*" if audience == CONSOLE else audience.character
    cast = characters(case, private)
    title = t("Au lendemain de la crue", "The morning after the flood")
    if case == "worst":
        title = t(
            "Renouvellement urbain : l'intercommunalité à l'épreuve",
            "Urban renewal: a metropolitan authority put to the test",
        )
    return View(
        audience=audience, scenario_id="au-lendemain-de-la-crue", title=title,
        pitch=t("La rivière est sortie de son lit. Tout le monde veut que le quartier revive, chacun à sa manière.",
                "The river burst its banks. Everybody wants the neighbourhood to recover, each in their own way."),
        mode="facilitated", duration="90", participants={"usual": 18, "worst": 40, "few": 3}[case],
        tables=tuple(f"Table {i + 1}" for i in range(len(cast))),
        phase=phase(kind, step, case), clock=ClockView(NOW - 60, NOW + 336, None, NOW - 1800, NOW + 3100, 0.0),
        indicators=indicators(case), characters=cast, projects=projects(case), promises=promises(case), answers=(),
        situation=situation(case), forecasts=forecasts(case, shown), forecasts_shown=shown,
        choice=_choice(case, audience) if kind == "choice" else None,
        reveal=None, debate=None, map=None, briefing=briefing(), carte_blanche_used=False,
        own_placing=((0,) * 7, (0,) * 7), ending=None, results=None, legal=_legal(kind, cast), console=None,
    )  # fmt: skip


def briefing() -> tuple[BriefingPage, ...]:
    pages = _pages()
    return tuple(BriefingPage(title, text, source=source) for title, text, source in pages)


def _pages() -> tuple[tuple[str, str, str], ...]:
    return (
        (t("Pourquoi ?", "Why?"),
         t("Réduire les écarts entre les quartiers prioritaires et le reste de la ville : logement, emploi, école, santé, accès aux services publics.",
           "To reduce the gaps between priority neighbourhoods and the rest of town: housing, work, school, health, access to public services."),
         t("Loi n° 2014-173 du 21 février 2014 de programmation pour la ville et la cohésion urbaine · 21 février 2014",
           "Law no. 2014-173 of 21 February 2014 on planning for the city and urban cohesion · 21 February 2014")),
        (t("Où ?", "Where?"), t("Des quartiers définis par un seul critère : le revenu des habitants.", "Areas defined by one criterion: the income of their residents."), ""),
        (t("Avec qui ?", "With whom?"), t("Habitants, ville, État, bailleurs, associations : chacun sa logique.", "Residents, town, State, landlords, associations: each has its own logic."), ""),
        (t("Le contrat de ville", "The city contract"), t("Il engage tous les signataires autour de priorités locales.", "It binds all who sign it to local priorities."), ""),
    )  # fmt: skip


def _choice(case: Case, audience: Audience) -> ChoiceView:
    ids = [c.id for c in characters(case) if c.held]
    cut = len(ids) // 2
    mine = None
    if audience.kind == "holder":
        mine = tuple(
            (p.id, TokenCount(1 if i == 0 else 0, 0, 1 if i == 1 else 0))
            for i, p in enumerate(projects(case))
        )
    left = TokenCount(1, 0, 0) if mine is not None else None
    return ChoiceView(tuple(ids[:cut]), tuple(ids[cut:]), None, True, mine, left)


def _legal(kind: PhaseKind, cast: tuple[CharacterView, ...]) -> tuple[Legal, ...]:
    legal = [Legal("advance"), Legal("undo"), Legal("note"), Legal("clock")]
    ids = tuple(c.id for c in cast)
    if kind == "negotiation":
        legal += [Legal("promise", ids), Legal("withdraw"), Legal("ask", ids), Legal("carte-blanche")]
    if kind == "forecast":
        legal += [Legal("show-forecasts"), Legal("vote"), Legal("tally")]
    if kind == "choice":
        held = tuple(c.id for c in cast if c.held)
        legal += [Legal("place", held), Legal("confirm", held), Legal("reopen", held), Legal("pass-to", held)]
    if kind == "debate":
        legal += [Legal("pick-act"), Legal("tally"), Legal("place-posture", ids)]
    if kind in ("welcome", "bilan"):
        legal += [Legal("own-placing")]
    return tuple(legal)
