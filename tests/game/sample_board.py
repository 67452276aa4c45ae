"""Sample things on the table: indicators, projects, promises, answers, the situation."""

# ruff: noqa: E501 - each sample text stands on one line, beside its English

from engine.view.types import (
    AnswerView,
    Change,
    IndicatorView,
    ProjectView,
    PromiseView,
    SituationView,
    TokenCount,
)
from tests.game.sample_people import FACES, Case, characters, t


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
        4,
        t(
            "Ce que tout le monde partage : se parler, s'entraider.",
            "What everyone shares: talking, helping each other.",
        ),
        3,
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
        t("Deux médecins et une infirmière s'installent au pied du bâtiment A, sans loyer pendant trois ans. Le bailleur y avait promis trois logements, et il compte l'argent qu'il perd.",
          "Two doctors and a nurse settle at the foot of building A, rent-free for three years. The landlord had promised three homes there, and counts the money it loses."),
        pictogram, TokenCount(*cost), TokenCount(*placed), TokenCount(*promised),
        tuple(Change(*c) for c in changes), rounds_left, False,
        (t("Marc : synergie +0,2", "Marc: synergy +0.2"), t("Habitants → Bailleurs : confiance +5", "Residents → Landlords: trust +5")),
        t("co-construire", "co-build"), t("on décide et on fait avec les habitants", "decided and done with residents"),
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
        ("elue-aux-quartiers", "permanence-droits", (0, 0, 2), t("aux droits, si Youssef y donne du temps", "to rights, if Youssef gives time there"), True),
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
    return tuple(PromiseView(f"2.{i + 1}", who, where, TokenCount(*tokens), sentence, cond, sentence.split(",")[0])
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
