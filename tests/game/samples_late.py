"""Sample views of what comes after the choices: reveal, debate, map, bilan."""

# ruff: noqa: E501 - each sample text stands on one line, beside its English

from dataclasses import replace

from engine.debrief.types import (
    Alternative,
    Bilan,
    Gap,
    JeNous,
    OpinionGroup,
    Opinions,
    Placing,
    ResultLine,
    RungLine,
    Said,
    SaidLine,
    StatementLine,
    TrustNetwork,
    TurningPoint,
    WhatIfResult,
    WordLine,
)
from engine.view.types import (
    ActView,
    Change,
    CommonsView,
    Counts,
    DebateView,
    EndingView,
    FactView,
    MapView,
    MoveView,
    ProjectOutcome,
    Reason,
    RevealView,
    TokenCount,
    View,
    ZoneView,
)
from tests.game.samples import LABELS, Case, forecasts, posture, t, view

_FACTS = ("kept", "part", "kept", "kept", "gift", "kept", "none", "broken", "void", "part", "kept", "broken")
_WORDS = {
    "kept": ("Tenu", "Kept"), "part": ("En partie", "In part"), "broken": ("Non tenu", "Not kept"),
    "gift": ("Don", "Gift"), "void": ("Sans objet", "Void"), "none": ("", ""),
}  # fmt: skip
_MEANS = (
    "De l'énergie pour, et assez de critique pour faire bouger les lignes. On les écoute des deux côtés.",
    "Energy for, and enough criticism to shift things. Both sides listen to them.",
)
GRID = (
    ("passive", "passive", "committed", "committed"),
    ("grumbler", "hesitant", "golden", "golden"),
    ("opponent", "opponent", "hesitant", "golden"),
    ("diehard", "diehard", "torn", "torn"),
)


def reveal(case: Case = "usual") -> View:
    base = replace(view("reveal", "", case), forecasts=forecasts(case, True), forecasts_shown=True)
    heavy = case == "worst"
    facts = []
    for i, who in enumerate(base.characters):
        fact = _FACTS[i % 12]
        promised = (
            TokenCount(3, 3, 2)
            if heavy and i % 2
            else TokenCount(*(2 if k == i % 3 else 0 for k in range(3)))
        )
        given = {"kept": promised, "part": TokenCount(1, 0, 0), "gift": TokenCount(1, 0, 1)}.get(
            fact, TokenCount()
        )
        promised = TokenCount() if fact in ("gift", "none") else promised
        elsewhere = TokenCount(2, 1, 1) if fact in ("broken", "part") else TokenCount()
        word = t(*_WORDS[fact])
        back = TokenCount(0, 1, 0) if fact in ("kept", "gift") else TokenCount()
        unmet = promised if fact == "void" else TokenCount()
        facts.append(FactView(who.id, promised, given, fact, word, (), elsewhere, back, unmet))  # type: ignore[arg-type]
    outcomes = [
        ProjectOutcome(base.projects[1], "complete", TokenCount(), t("Permanence ouverte", "Advice desk open")),
        ProjectOutcome(base.projects[0], "lacking", TokenCount(0, 2, 0), t("Il en manquait trois, Marc les avait promis.", "Three were missing, and Marc had promised them.")),
    ]  # fmt: skip
    if heavy:
        outcomes = [
            ProjectOutcome(p, s, TokenCount(2, 2, 1), t("Fermé faute de jetons : ce qui était posé est perdu.", "Closed for lack of tokens: what was placed is lost."))
            for p, s in zip(base.projects, ("lapsed", "complete", "lacking", "lapsed", "lacking", "lacking"), strict=False)
        ]  # type: ignore[misc]  # fmt: skip
    trust = tuple((c.id, by) for c, by in zip(base.characters, (-14, -9, 7), strict=False))
    lifted = (
        t(
            "Marc ne dit plus de Fatou : « Elle ne fait que signaler. »",
            "Marc no longer says of Fatou: “She only complains.”",
        ),
    )
    gate = t(
        "En baisse : ce tour, aucun gain personnel ne compte.", "Down: no personal gain counts this round."
    )
    shown = RevealView(
        tuple(facts),
        tuple(outcomes),
        trust,
        lifted if heavy else (),
        CommonsView(t("Bien-être social", "Social well-being"), 46, 44, False, t("+1 des chantiers, −3 d’usure", "+1 from projects, −3 of wear"), gate),
        tuple(Change(i.id, i.title, by) for i, by in zip(base.indicators, (-1, 6, -1, -1), strict=False)),
    )  # fmt: skip
    return replace(base, reveal=shown)


def acts(case: Case) -> tuple[ActView, ...]:
    who = view("debate", "vote", case).characters
    says = t("Hugo Perrin avait promis deux moyens au marché. Il les a gardés pour rouvrir sa boutique.",
             "Hugo Perrin had promised two means to the market. He kept them to reopen his shop.")  # fmt: skip
    if case == "worst":
        says = t("Marie-Antoinette de La Rochefoucauld-Montmorency avait promis trois temps, trois moyens et deux appuis à la régie de quartier intercommunale ; elle en a donné un.",
                 "Marie-Antoinette de La Rochefoucauld-Montmorency had promised three time, three means and two backing to the intermunicipal company; she gave one.")  # fmt: skip
    question = t(
        "Qu'aurait-il fallu pour que la promesse tienne ?",
        "What would it have taken for the promise to hold?",
    )
    statement = t(
        "Mieux vaut une boutique ouverte qu'un marché à moitié plein.",
        "Better one open shop than a half-empty market.",
    )
    return tuple(
        ActView(f"2.{c.id}", c.id, says, question, statement) for c in who[-3 if case != "few" else -1 :]
    )


def debate(step: str, case: Case = "usual", counted: bool = True) -> View:
    base = view("debate", step, case)
    listed = acts(case)
    people = base.participants
    first = Counts(
        "verdict:2:1",
        people,
        people,
        min(5, people - 1),
        max(people - 6, 0),
        1,
        t("Désaccord, à débattre", "Disagreement, to discuss"),
    )
    second = replace(first, question="verdict:2:2", yes=max(people - 8, 2), no=min(7, people - 2))
    if not counted:
        first = second = Counts("verdict:2:1", people // 2, people)
    still = t(
        "5 personnes au moins ont changé d'avis. La question nous divise.",
        "At least 5 people changed their minds. The question divides us.",
    )
    picked = None if step == "pick" else listed[0]
    shown = DebateView(
        listed, picked, first, second if step == "revote" else None,
        Counts("statement:2", people, people, 2, people - 2, 0, t("Accord", "Agreement")) if counted else None,
        5 if step == "revote" and counted else None, still if step == "revote" and counted else "",
    )  # fmt: skip
    return replace(base, debate=shown)


def posture_map(case: Case = "usual", crowded: bool = False) -> View:
    base = view("debate", "map", case)
    zones = tuple(ZoneView(label, t(*LABELS[label][:2]), t(*_MEANS)) for label in LABELS)
    moves = []
    for i, who in enumerate(base.characters):
        after = posture("hesitant", 2.4, 2.4) if crowded else who.posture
        before = replace(
            who.posture, synergy=max(after.synergy - 0.4, 1.0), antagonism=min(after.antagonism + 0.5, 4.0)
        )
        reasons = (
            Reason(0.3, t("la maison de santé a rouvert pour ses locataires", "the health centre reopened for their tenants"), "synergy"),
            Reason(-0.1, t("tient à sa position de départ", "holds to where they started"), "synergy"),
            Reason(0.1, t("deux promesses qui comptaient sont tombées", "two promises that mattered fell through"), "antagonism"),
        )  # fmt: skip
        headline = t(f"{who.short} bouge", f"{who.short} moves")
        moves.append(MoveView(who.id, before, after, reasons, who.held and i < 2, headline))
    ids = [c.id for c in base.characters]
    links = tuple(
        (a, b, 0.5 + 0.05 * ((i + j) % 9)) for i, a in enumerate(ids) for j, b in enumerate(ids) if i < j
    )
    return replace(base, map=MapView(tuple(moves), GRID, zones, links, 46))


# ---- Bilan ---------------------------------------------------------------------------------------------


def bilan_view(case: Case = "usual") -> View:
    base = view("bilan", "", case)
    text = t("La maison de santé a rouvert, la permanence ne désemplit pas. On se dit bonjour autrement, et deux familles ont retrouvé leur palier.",
             "The health centre has reopened, the advice desk is always full. People greet each other differently, and two families are back on their landing.")  # fmt: skip
    end = EndingView("renouveau", t("Le quartier respire", "The neighbourhood breathes"), text, True)
    return replace(
        base,
        outcome="stopped" if case == "few" else "ending",
        ending=None if case == "few" else end,
        own_placing=((1, 2, 4, 5, 3, 2, 1), (0, 0, 1, 4, 6, 5, 2)),
    )


def _statement(i: int, word: str, case: Case) -> StatementLine:
    texts = (
        t(
            "Fatou ira jusqu'au bout si on lui laisse la main",
            "Fatou will see it through if she is left in charge",
        ),
        t("Les services techniques n'ont pas le temps", "Technical services have no time"),
        t(
            "La permanence a changé le regard du bailleur",
            "The advice desk changed how the landlord looks at us",
        ),
        t("Le bailleur est de bonne foi", "The landlord is in good faith"),
        t("Mieux vaut l'économie d'abord", "Better the economy first"),
    )
    text = texts[i % 5]
    if case == "worst":
        text = f"{text} : {texts[(i + 1) % 5]} : {texts[(i + 2) % 5]}"
    if i == 1:
        return StatementLine("verdict:1:2", "verdict", text, 2, 11, 0, t("COOP", "COOP"), t("pas COOP", "not COOP"), "disagree" if word == "agree" else word, 0.3, False, 4)  # type: ignore[arg-type]  # fmt: skip
    return StatementLine(f"statement:{i}", "statement", text, 15 - i, 2 + i, i % 3, t("d'accord", "agree"), t("pas d'accord", "disagree"), word, 0.5, i % 2 == 0, i % 2 or None)  # type: ignore[arg-type]  # fmt: skip


def bilan(case: Case = "usual") -> Bilan:
    people = view("bilan", "", case).characters
    rounds = {"usual": 3, "worst": 6, "few": 2}[case]
    trust = (39, 36, 43, 48, 52, 50, 61)[: rounds + 1]
    turning = (
        TurningPoint(2, 7, t("parole tenue", "word kept")),
        TurningPoint(1, -3, t("deux promesses non tenues", "two promises not kept")),
    )
    counts = (1, 2, 4, 5, 3, 2, 1)
    nobody = Placing((0,) * 7, None, None)
    je = JeNous(
        tuple((31, None, 44, 52, 48, 60)[:rounds]), tuple(((2, 5), (0, 0), (5, 6), (6, 6), (3, 8), (7, 7))[:rounds]), trust, turning,
        nobody if case == "few" else Placing(counts, 4.1, 42), nobody if case == "few" else Placing((0, 0, 1, 4, 6, 5, 2), 5.2, 22),
    )  # fmt: skip
    many = 9 if case == "worst" else 3
    unites = () if case == "few" else tuple(_statement(i, "agree", case) for i in range(many))
    divides = () if case == "few" else tuple(_statement(i + 3, "divided", case) for i in range(2))
    few = tuple(_statement(i, "few", case) for i in range(2 if case != "usual" else 0))
    groups = (
        OpinionGroup(t("habitants-associations", "inhabitants-associations"), 11),
        OpinionGroup(t("institutions", "institutions"), 7),
    )
    rungs = tuple(
        RungLine(i + 1, ((t("Permanence d'accès aux droits", "Rights advice desk"), t("co-construire", "co-produce")),) * (i % 3),
                 None if i == 1 else t("consulter", "consult"), None if i == 1 else (90, 60, 35, 10), 0 if i == 1 else 3 if i == 2 else 10)
        for i in range(0 if case == "few" else rounds)
    )  # fmt: skip
    words = tuple(
        WordLine(c.id, i % 4, i % 2, (i + 1) % 3, int(i % 5 == 4), i % 3) for i, c in enumerate(people)
    )
    ids = [c.id for c in people]
    pairs = tuple(
        (a, b, 30 + (i * 7 + j * 3) % 40, 40 + (i * 5 + j * 11) % 60)
        for i, a in enumerate(ids)
        for j, b in enumerate(ids)
        if i < j
    )
    results = tuple(ResultLine(c.id, i % 3 != 0, 3.4 + i, 7.0) for i, c in enumerate(people))
    ask = t(
        "Et si, au tour {n}, {who} avait tenu parole ?", "What if, in round {n}, {who} had kept their word?"
    )
    alternatives = tuple(
        Alternative(f"{i}", i + 1, c.id, ask.format(n=i + 1, who=c.name)) for i, c in enumerate(people[: 6 if case == "worst" else 3])
    )  # fmt: skip
    line = t(
        "Si on ferme, ils iront ailleurs, c'est tout.", "If we close it, they will go elsewhere, that is all."
    )
    lines = tuple(
        SaidLine(i, 1 + i % 3, line * (2 if case == "worst" else 1), "Marie-Antoinette" if i % 2 else "")
        for i in range({"few": 0, "usual": 3, "worst": 14}[case])
    )
    gaps = (
        () if case == "few" else tuple(Gap(1 + i % 3, line.who, -0.5, 0.3) for i, line in enumerate(results))
    )
    return Bilan(
        t("Au lendemain de la crue", "The morning after the flood"), rounds, {"usual": 18, "worst": 40, "few": 3}[case],
        None if case == "few" else True, je, Opinions(unites, divides, few, () if case == "few" else groups, "tables"), rungs, words,
        TrustNetwork(pairs), results, gaps, () if case == "few" else alternatives, Said(lines, lines[:2], lines, lines[:1]),
    )  # fmt: skip


def what_if(done: int = 100) -> WhatIfResult:
    return WhatIfResult("0", 100, done, done * 31 // 100, done * 55 // 100, done * 14 // 100)
