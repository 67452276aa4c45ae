"""The Bilan of a made-up session, to look at: its figures for the people of tests/game/samples.py."""

# ruff: noqa: E501 - each sample text stands on one line, beside its English

from dataclasses import replace

from engine.debrief.types import (
    Alternative,
    Bilan,
    Gap,
    JeNous,
    OpinionGroup,
    Opinions,
    PactLine,
    Placing,
    ResultLine,
    RungLine,
    Said,
    SaidLine,
    SecretLine,
    StatementLine,
    TrustNetwork,
    TurningPoint,
    VoiceLine,
    WhatIfResult,
    WordLine,
)
from engine.view.types import EndingView, MapView, View
from tests.game.samples import NOW, Case, characters, t, view


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


def _numbered(lines: tuple[SaidLine, ...], after: int) -> tuple[SaidLine, ...]:
    """Each note of a session has a number of its own."""
    return tuple(replace(line, note=after + line.note) for line in lines)


def _voices(case: Case) -> tuple[VoiceLine, ...]:
    """What each simulated character remembers."""
    says = (
        t(
            "Tour 2 : Nadia m'a laissé payer seul. Je l'ai noté, et j'attends encore.",
            "Round 2: Nadia let me pay alone. I wrote it down, and I am still waiting.",
        ),
        t("J'avais donné ma parole.", "I had given my word."),
    )
    why = t(
        "Ce qui a pesé : la promesse de Nadia aux droits, non tenue au tour 2.",
        "What weighed most: Nadia's promise to give to rights, not kept in round 2.",
    )
    people = () if case == "few" else characters(case)
    return tuple(VoiceLine(c.id, says[i % 2], why) for i, c in enumerate(people))


def bilan(case: Case = "usual") -> Bilan:
    people = characters(case)
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
    made = t(
        "Marc Vasseur donnera 2 moyens au café. NON TENU",
        "Marc Vasseur will give 2 means to the café. NOT KEPT",
    )
    words_of = (t("tiendra", "will keep it"), t("ne tiendra pas", "will not keep it"))
    foresaw = () if case == "few" else tuple(
        StatementLine(f"forecast:{i}", "forecast", made, 8, 1, 0, *words_of, "agree", 0.5, None, None)
        for i in range(many // 3)
    )  # fmt: skip
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
        SaidLine(i + 1, 1 + i % 3, line * (2 if case == "worst" else 1), "Marie-Antoinette" if i % 2 else "")
        for i in range({"few": 0, "usual": 3, "worst": 14}[case])
    )
    gaps = (
        () if case == "few" else tuple(Gap(1 + i % 3, line.who, -0.5, 0.3) for i, line in enumerate(results))
    )
    return Bilan(
        t("Au lendemain de la crue", "The morning after the flood"), rounds, {"usual": 18, "worst": 40, "few": 3}[case],
        None if case == "few" else True, je, Opinions(unites, divides, few, () if case == "few" else groups, "tables", foresaw=foresaw), rungs, words,
        _voices(case), TrustNetwork(pairs), results, gaps, () if case == "few" else alternatives, Said(lines, _numbered(lines[:2], 100), _numbered(lines, 200), _numbered(lines[:1], 300)),
        pacts=_pacts(case, rounds),
        secrets=() if case == "few" else _secrets(case), film=() if case == "few" else _film(case), aim=_aim(case),
    )  # fmt: skip


def _aim(case: Case) -> str:
    """What was to be reached: one gauge, or as much as a scenario asks."""
    if case == "few":
        return ""
    if case == "usual":
        return t(
            "But commun : « Bien-être social » vaut 43 ou plus.",
            "Common goal: “Social well-being” is 43 or more.",
        )
    return t(
        "But commun : « Porte ouverte » vaut 53 ou plus, 3 idées au moins sont financées et 4 publics au moins trouvent bonne une idée financée.",
        "Common goal: “Open door” is 53 or more, 3 ideas at least are funded and 4 publics at least find an idea that is funded good.",
    )


def _secrets(case: Case) -> tuple[SecretLine, ...]:
    text = t("Vous avez demandé, en mars, une mutation dans une autre ville ; personne ici ne le sait.",
             "In March you asked for a transfer to another town; nobody here knows.")  # fmt: skip
    long = text * (3 if case == "worst" else 1)
    return tuple(SecretLine(who.id, long, i % 3 != 0) for i, who in enumerate(characters(case)))


def _pacts(case: Case, rounds: int) -> tuple[PactLine, ...]:
    """A pact in the first round, kept; in the last, as many as there may be, the first of them broken."""
    people = characters(case)
    pairs = list(zip(people[::2], people[1::2], strict=False))
    told = [
        (1, *pairs[0], False),
        *((rounds, *two, i == 0) for i, two in enumerate(pairs[: 4 if case == "worst" else 2])),
    ]
    return () if case == "few" else tuple(
        PactLine(n, one.id, other.id, (
            t(f"{one.short} : 2 moyens au centre de santé, tenu", f"{one.short}: 2 means to the health centre, kept"),
            t(f"{other.short} : 1 appui aux cours du soir, {'non tenu' if broken else 'tenu'}",
              f"{other.short}: 1 backing to the evening classes, {'not kept' if broken else 'kept'}"),
        ), (other.id,) if broken else ())
        for n, one, other, broken in told
    )  # fmt: skip


def _film(case: Case) -> tuple[MapView, ...]:
    there = view("debate", "map", case).map
    assert there is not None
    start = tuple(replace(move, after=move.before, reasons=(), headline="") for move in there.moves)
    return (replace(there, moves=start), *[there] * (6 if case == "worst" else 3))


def with_promises(data: Bilan, case: Case) -> Bilan:
    """The same session a month later: what people had committed themselves to, and what became of it."""
    texts = (
        t("Je passe voir la permanence avec ma voisine", "I will go to the advice desk with my neighbour"),
        t("J'appelle le bailleur pour la porte du hall", "I will call the landlord about the front door"),
        t(
            "Je tiens l'atelier vélo un samedi par mois",
            "I will run the bicycle workshop one Saturday a month",
        ),
    )
    happened = t(
        "Le bus ne passait plus ; on y va à pied en mai", "The bus no longer ran; we walk there in May"
    )
    due = t("avant l'été", "before the summer")
    lines = tuple(
        SaidLine(
            301 + i, 3, ". ".join(texts) if case == "worst" else texts[i % 3], "Marie-Antoinette" if i % 2 else "",
            "commitment", NOW - 30 * 86400, due if i % 3 != 1 else "", (None, "kept", "going", "not-kept")[i % 4],
            "" if i % 2 else happened * (3 if case == "worst" else 1), NOW if i % 4 else 0.0,
        )
        for i in range({"few": 1, "usual": 4, "worst": 14}[case])
    )  # fmt: skip
    return replace(data, said=replace(data.said, commitments=lines))


def what_if(done: int = 100) -> WhatIfResult:
    return WhatIfResult("0", 100, done, done * 31 // 100, done * 55 // 100, done * 14 // 100)
