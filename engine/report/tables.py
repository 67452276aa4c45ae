"""A record → tables, with every column explained: what the spreadsheet, CSV, Markdown and HTML write."""

from collections.abc import Iterable

from engine.language import tr
from engine.report import ballot_tables
from engine.report.record import Record, Said
from engine.report.table import Cell, Table, of_round, table, yes


def tables(record: Record) -> tuple[Table, ...]:
    """Every subject of which there is something to tell, in the language in use."""
    found = (
        _gauges(record), _rounds(record), _needs(record), _week(record), _hands(record), _awake(record),
        _groups(record), _sites(record), _hoardings(record), _grounds(record), _nuisance(record),
        _seated(record), _strips(record), _seals(record), _bridges(record), _agenda(record),
        *ballot_tables.tables(record),
        _placings(record), _opinions(record), _promises(record), _pacts(record), *_said(record),
        _followups(record), _participation(record), _people(record), _maps(record), _what_if(record),
    )  # fmt: skip
    return tuple(one for one in found if one.rows)


def _gauges(record: Record) -> Table:
    columns = (
        (tr("Jauge"), tr("ce qui se mesure dans le quartier")),
        (tr("Au début"), tr("sa valeur au début de la séance")),
        (tr("À la fin"), tr("sa valeur à la fin")),
        (tr("Bien commun"), tr("« oui » pour la jauge du bien commun")),
    )
    rows = ((g.title, g.start, g.end, yes(g.common_good)) for g in record.gauges)
    return table("gauges", tr("Le quartier"), columns, rows)


def _rounds(record: Record) -> Table:
    columns = (
        of_round(),
        (tr("Situation"), tr("ce qui est arrivé")),
        (tr("Décidé"), tr("ce que la salle a choisi, et comment")),
        (tr("Chantiers terminés"), tr("ceux qui l’ont été à ce tour")),
        (tr("Chantiers abandonnés"), tr("ceux dont le temps était passé : leurs jetons sont perdus")),
        (tr("Confiance"), tr("confiance mutuelle des personnages à la fin du tour, sur 100")),
        (
            tr("Part au commun"),
            tr("part des jetons en main donnée à ce qui fait monter le bien commun, en %"),
        ),
        (tr("Promesses tenues"), tr("nombre de promesses tenues")),
        (tr("Promesses à tenir"), tr("nombre de promesses qui tenaient ; sans objet : pas comptée")),
    )
    rows = (
        (
            r.round, r.situation, r.decided, " · ".join(r.completed), " · ".join(r.given_up), r.trust,
            r.commons_share, r.kept, r.held,
        )
        for r in record.rounds
    )  # fmt: skip
    return table("rounds", tr("Je → nous, tour par tour"), columns, rows)


def _needs(record: Record) -> Table:
    columns = (
        (tr("Où"), tr("la partie de la ville où il était")),
        (tr("Ce que l’on entendait"), tr("la seule phrase lue tant que la carte était face cachée")),
        (tr("Le besoin"), tr("ce que disait la carte, une fois retournée")),
        (tr("Entendu au tour"), tr("rien : jamais entendu")),
        (tr("Qui a écouté"), tr("ceux dont le besoin garde le nom")),
        (tr("Ce qu’il est devenu"), tr("un fait, pas un jugement")),
        (tr("En mots"), tr("qui est venu, et si cela a suffi")),
    )
    rows = (
        (n.at, n.overheard, n.title, n.round or None, ", ".join(n.by), n.word, n.said) for n in record.needs
    )
    return table("needs", tr("Ce que l’on a entendu"), columns, rows)


def _week(record: Record) -> Table:
    columns = (
        (tr("Le chantier"), tr("ce qui a eu des heures dans les salles")),
        (tr("Ses heures"), tr("salle par salle")),
        (tr("Terminé au tour"), tr("à partir de là, ces heures étaient à lui")),
        (tr("Délogé au tour"), tr("rien : il y est encore")),
        (tr("Par"), tr("le chantier qui a pris son heure")),
        (tr("Ce qu’il est devenu"), tr("un fait, pas un jugement")),
    )
    rows = ((w.title, w.hours, w.since, w.until or None, w.by, w.word) for w in record.week)
    return table("week", tr("La semaine des salles"), columns, rows)


def _hands(record: Record) -> Table:
    columns = (
        (tr("Tour"), tr("le tour où c’était dans ces mains")),
        (tr("Quoi"), tr("ce qui passe de main en main")),
        (tr("Qui l’avait"), tr("pendant tout le tour")),
        (tr("À qui c’est allé"), tr("à la révélation")),
        (tr("En mots"), tr("pourquoi, et ce que cela a rapporté ou coûté")),
    )
    rows = ((h.round, h.what, h.who, h.to, h.said) for h in record.hands)
    return table("hands", tr("De main en main"), columns, rows)


def _awake(record: Record) -> Table:
    columns = (
        (tr("Après le tour"), tr("0 : au début")),
        (tr("En éveil"), tr("combien de groupes vivent ; les autres sont en sommeil")),
        (tr("Sur"), tr("combien de groupes il y a")),
        (tr("Leur autonomie"), tr("ce que font sans aide tous ceux qui sont en éveil, additionné")),
        (tr("En mots"), tr("et ce que cela vaut pour le bien commun")),
    )
    rows = ((a.round, a.awake, a.all, a.autonomy, a.said) for a in record.awake)
    return table("awake", tr("Combien de groupes en éveil"), columns, rows)


def _groups(record: Record) -> Table:
    columns = (
        (tr("Après le tour"), tr("0 : au début")),
        (tr("Groupe"), tr("son nom")),
        (tr("Vie"), tr("combien viennent, de 0 à 4 ; à 0, il est en sommeil")),
        (tr("Autonomie"), tr("ce qui s’y fait sans aide, de 0 à 4")),
        (tr("Aide"), tr("rien : personne n’est allé l’aider, ni n’a été appelé")),
        (tr("Qui est venu"), tr("aider, à ce tour")),
        (tr("En mots"), tr("ce que le tour y a changé")),
    )
    words = {"": "", "helped": tr("non demandée"), "asked": tr("demandée"), "vain": tr("demandée en vain")}
    rows = (
        (g.round, g.title, g.life, g.autonomy, words[g.help], ", ".join(g.by), g.said) for g in record.groups
    )
    return table("groups", tr("Les groupes, tour par tour"), columns, rows)


def _sites(record: Record) -> Table:
    columns = (
        (tr("Les travaux"), tr("ce qui s’est construit derrière une palissade")),
        (tr("Le sol"), tr("ce qu’ils en prennent")),
        (tr("Tranches"), tr("combien il y en a en tout")),
        (tr("Palissade dressée au tour"), tr("la première tranche est payée : la gêne commence")),
        (tr("Avancé au tour"), tr("une autre tranche est payée, qui n’est pas la dernière")),
        (tr("Pas avancé au tour"), tr("aucune tranche n’est payée : la gêne continue")),
        (tr("Palissade tombée au tour"), tr("rien : elle est encore debout")),
        (tr("Tranches à faire"), tr("combien il en reste")),
        (tr("Qui a donné"), tr("à une tranche au moins")),
        (tr("Ce qu’il est devenu"), tr("un fait, pas un jugement")),
    )
    rows = (
        (
            s.title, s.ground, s.phases, s.up, _rounds_of(s.on), _rounds_of(s.stalled), s.down or None,
            s.left, ", ".join(s.by), s.word,
        )
        for s in record.sites
    )  # fmt: skip
    return table("sites", tr("Les travaux"), columns, rows)


def _rounds_of(rounds: tuple[int, ...]) -> str:
    return ", ".join(map(str, rounds))


def _hoardings(record: Record) -> Table:
    columns = (
        (tr("Après le tour"), tr("le numéro du tour")),
        (tr("Palissades debout"), tr("combien")),
        (tr("En mots"), tr("et ce qu’elles ont changé aux jauges, à ce tour")),
        (tr("Ce qui a bougé"), tr("ce que le tour a fait aux travaux")),
    )
    rows = ((h.round, h.standing, h.said, " ".join(h.moved)) for h in record.hoardings)
    return table("hoardings", tr("Les palissades"), columns, rows)


def _grounds(record: Record) -> Table:
    states = {"old": tr("comme avant"), "site": tr("en travaux"), "new": tr("neuf")}
    columns = (
        (tr("Après le tour"), tr("0 : au début")),
        (tr("Le sol"), tr("une de ses parties")),
        (tr("Où il en est"), tr("comme avant, en travaux ou neuf")),
        (tr("Le chantier"), tr("ce qui l’a pris")),
        (tr("Tranches à faire"), tr("combien il en reste")),
    )
    rows = ((g.round, g.title, states[g.state], g.project, g.left or None) for g in record.grounds)
    return table("grounds", tr("Le sol, tour par tour"), columns, rows)


def _nuisance(record: Record) -> Table:
    columns = (
        (tr("À qui, à quoi"), tr("une jauge, ou une personne")),
        (tr("Points"), tr("ce que toutes les palissades ont changé, sur toute la séance")),
    )
    rows = ((n.name, int(n.points) if n.points == int(n.points) else n.points) for n in record.nuisance)
    return table("nuisance", tr("Ce que la gêne a coûté"), columns, rows)


def _seated(record: Record) -> Table:
    columns = (
        of_round(),
        (tr("Le coin"), tr("où l’on siège")),
        (tr("Qui y est chez soi"), tr("tout au long de la séance")),
        (tr("Qui y est invité"), tr("ce tour-là")),
    )
    rows = ((s.round, s.corner, s.member, ", ".join(s.guests)) for s in record.corners)
    return table("corners", tr("Qui siège où"), columns, rows)


def _strips(record: Record) -> Table:
    verdicts = {"": "", "yes": tr("reconnue"), "partly": tr("en partie"), "no": tr("désavouée")}
    columns = (
        of_round(),
        (tr("Le coin"), tr("qui a écrit")),
        (tr("Où on l’a lue"), tr("le coin qui l’a entendue")),
        (tr("Écrit"), tr("rien : sur papier seulement")),
        (tr("Lu"), tr("rien : personne ne l’a tapé")),
        (tr("D’autres mots"), tr("oui : elle a été lue avec d’autres mots")),
        (tr("Mots changés"), tr("combien ne sont pas comme ils sont écrits")),
        (tr("Ce qu’en dit le coin"), tr("reconnue, en partie, désavouée")),
        (tr("En mots"), tr("un fait, pas un jugement")),
    )
    rows = (
        (
            s.round, s.corner, s.to, s.written, s.read, yes(s.arranged), s.changed, verdicts[s.verdict],
            s.said,
        )
        for s in record.strips
    )  # fmt: skip
    return table("strips", tr("Les bandes"), columns, rows)


def _seals(record: Record) -> Table:
    columns = (
        (tr("Le coin"), tr("qui a écrit")),
        (tr("Où on l’a lue"), tr("le coin qui l’a entendue")),
        (tr("Après les tours"), tr("où elle était reconnue")),
        (tr("À la fin"), tr("oui : elle tient encore")),
    )
    rows = ((s.of, s.at, _rounds_of(s.rounds), yes(s.stands)) for s in record.seals)
    return table("seals", tr("Ce qui est reconnu"), columns, rows)


def _bridges(record: Record) -> Table:
    columns = (
        (tr("Le pont"), tr("un chantier entre deux coins")),
        (tr("Un coin"), tr("d’un côté")),
        (tr("L’autre"), tr("de l’autre côté")),
        (tr("Fini au tour"), tr("rien : jamais")),
        (tr("Qui a donné"), tr("une fois le pont fini")),
        (tr("Où il en est"), tr("un fait, pas un jugement")),
    )
    rows = ((b.title, b.one, b.other, b.built or None, ", ".join(b.by), b.said) for b in record.bridges)
    return table("bridges", tr("Les ponts"), columns, rows)


def _agenda(record: Record) -> Table:
    columns = (
        of_round(),
        (tr("Qui s’est proposé"), tr("rien : personne ; le sort a désigné parmi tous")),
        (tr("Qui a présidé"), tr("qui le sort a désigné")),
        (tr("Tenu par"), tr("des gens, ou le jeu")),
        (tr("Traité"), tr("ce dont le tour avait le temps")),
        (tr("Reporté"), tr("rien n’y est promis ni donné à ce tour, qui compte quand même")),
        (tr("Reporté, puis abandonné"), tr("ce dont le temps était passé à la fin du tour")),
        (tr("En mots"), tr("un fait, pas un jugement")),
    )
    rows = (
        (
            a.round, ", ".join(a.volunteers), a.chair, _player(a.played_by), " · ".join(a.treated),
            " · ".join(a.put_off), " · ".join(a.given_up), a.said,
        )
        for a in record.agenda
    )  # fmt: skip
    return table("agenda", tr("Qui préside, et ce qui attend"), columns, rows)


def _player(played_by: str) -> str:
    return tr("le jeu") if played_by == "game" else tr("des gens")


def _promises(record: Record) -> Table:
    columns = (
        of_round(),
        (tr("Qui"), tr("le personnage qui a promis")),
        (tr("Promis"), tr("les jetons promis")),
        (tr("Pour"), tr("le chantier, et la condition s’il y en a une")),
        (tr("Envers qui"), tr("qui l’avait demandé, ou donne en échange ; sinon, toute la salle")),
        (tr("Ce qui est arrivé"), tr("un fait, pas un jugement")),
    )
    rows = (
        (p.round, p.who, p.tokens, p.toward, ", ".join(p.to) or tr("toute la salle"), p.word)
        for p in record.promises
    )
    return table("promises", tr("Promesses"), columns, rows)


def _pacts(record: Record) -> Table:
    columns = (
        of_round(),
        (tr("Entre"), tr("les deux qui l’ont scellé")),
        (tr("Termes"), tr("ce que chacun devait donner")),
        (tr("Ce qui est arrivé"), tr("un fait, pas un jugement")),
    )
    rows = ((p.round, p.between, p.terms, p.word) for p in record.pacts)
    return table("pacts", tr("Pactes"), columns, rows)


def _placings(record: Record) -> Table:
    columns = (
        (tr("De je (1) à nous (7)"), tr("le chiffre où l’on s’est placé")),
        (tr("Au début"), tr("combien de personnes, au début")),
        (tr("À la fin"), tr("combien de personnes, à la fin ; on ne sait pas qui a bougé")),
    )
    rows = ((p.step, p.before, p.after) for p in record.placings)
    return table("placings", tr("Se placer"), columns, rows)


def _opinions(record: Record) -> Table:
    stands = {
        "unites": tr("rassemble"), "divides": tr("divise"), "leans": tr("penche, sans accord"),
        "few": tr("trop peu de réponses"), "foresaw": tr("cru ensemble"),
    }  # fmt: skip
    kinds = {"forecast": tr("pronostic"), "verdict": tr("verdict"), "statement": tr("phrase du débat")}
    columns = (
        (tr("Dans la salle"), tr("ce qui rassemble, ce qui divise")),
        (tr("Sorte"), tr("pronostic, verdict (COOP ou pas COOP), ou phrase du débat")),
        (tr("Ce qui était demandé"), ""),
        (tr("Oui"), tr("nombre de réponses : tiendra, COOP, ou d’accord")),
        (tr("Non"), tr("nombre de réponses : ne tiendra pas, pas COOP, ou pas d’accord")),
        (tr("Ne sait pas"), tr("nombre de réponses")),
        (tr("En mots"), tr("ce que la salle a répondu")),
    )
    rows = ((stands[o.stands], kinds[o.kind], o.text, o.yes, o.no, o.unsure, o.said) for o in record.opinions)
    return table("opinions", tr("Ce qui rassemble, divise"), columns, rows)


def _participation(record: Record) -> Table:
    columns = (
        of_round(),
        (tr("Annoncé"), tr("ce que disaient les chantiers terminés")),
        (tr("Vécu par les habitants"), tr("ce que leurs observateurs ont vu")),
        (tr("Observateurs des habitants"), tr("combien ils étaient")),
        (tr("Vécu par les autres"), tr("ce que leurs observateurs ont vu")),
        (tr("Observateurs des autres"), tr("combien ils étaient")),
    )
    rows = (
        (p.round, p.announced, p.residents, p.residents_observers, p.others, p.others_observers)
        for p in record.participation
    )
    return table("participation", tr("Participation"), columns, rows)


def _people(record: Record) -> Table:
    columns = (
        (tr("Personnage"), ""),
        (tr("Rôle"), ""),
        (tr("Tenu par"), tr("des gens, ou le jeu")),
        (tr("Tenues"), tr("nombre de ses promesses tenues")),
        (tr("En partie"), tr("nombre de ses promesses tenues en partie")),
        (tr("Non tenues"), tr("nombre de ses promesses non tenues")),
        (tr("Sans objet"), tr("nombre de ses promesses dont la condition n’était pas remplie")),
        (tr("Dons"), tr("jetons donnés sans les avoir promis")),
        (tr("Voulait sauver"), tr("su de tous à la fin")),
        (tr("But atteint"), tr("deux buts ne se comparent pas")),
        (tr("Ce qu’il en dit"), tr("la mémoire d’un personnage joué par le jeu")),
    )
    rows = (
        (
            p.name, p.role, _player(p.played_by), p.kept, p.part,
            p.broken, p.void, p.gifts, p.wanted, yes(p.reached), p.remembers,
        )
        for p in record.people
    )  # fmt: skip
    return table("people", tr("Personnages"), columns, rows)


def _maps(record: Record) -> Table:
    columns = (
        (tr("Après le tour"), tr("0 : au début")),
        (tr("Qui"), tr("le personnage")),
        (tr("Synergie"), tr("ce qu’il met pour le projet commun, comme sur la carte")),
        (tr("Antagonisme"), tr("ce qu’il met contre, comme sur la carte")),
        (tr("Place"), tr("le nom de cette place")),
    )
    rows = ((m.round, m.who, m.synergy, m.antagonism, m.word) for m in record.maps)
    return table("maps", tr("Cartes des postures"), columns, rows)


def _said(record: Record) -> Iterable[Table]:
    columns = (
        (tr("Date"), tr("le jour où c’est noté")),
        (tr("Parole"), tr("mot pour mot, après relecture")),
        (tr("Qui"), tr("le nom choisi par la personne, ou rien")),
        (tr("Sorte"), tr("l’étiquette de la parole")),
        of_round(),
    )

    def rows(several: Iterable[Said]) -> Iterable[tuple[Cell, ...]]:
        return ((s.date, s.text, s.speaker, s.tag, s.round) for s in several)

    yield table("missing", tr("Qui manquait ?").rstrip(" ?\u202f"), columns, rows(record.missing))
    yield table("words", tr("Ce qui s’est dit"), columns, rows(record.words))
    yield table("takeaways", tr("Ce que j’en retiens"), columns, rows(record.takeaways))
    due = (tr("Pour quand"), tr("dans les mots de la personne, ou rien"))
    told = ((s.date, s.text, s.speaker, s.due, s.round) for s in record.commitments)
    yield table("commitments", tr("Je m’engage à"), (*columns[:3], due, columns[4]), told)


def _followups(record: Record) -> Table:
    columns = (
        (tr("Promis le"), tr("le jour de la promesse")),
        (tr("Je m’engage à"), tr("mot pour mot, après relecture")),
        (tr("Qui"), tr("le nom choisi par la personne, ou rien")),
        (tr("Pour quand"), tr("dans les mots de la personne, ou rien")),
        (tr("Tenu ?"), tr("ce qu’en dit la personne ; un non n’est pas un verdict")),
        (tr("Repris le"), tr("le jour où la personne l’a dit")),
        (tr("Ce qui s’est passé"), tr("en une ligne, ou rien")),
    )
    rows = ((f.date, f.text, f.speaker, f.due, f.word, f.checked, f.happened) for f in record.followups)
    return table("followups", tr("Promis, tenu ?").rstrip(" ?\u202f"), columns, rows)


def _what_if(record: Record) -> Table:
    columns = (
        (tr("Et si"), tr("le choix changé")),
        (tr("Mieux"), tr("sur 100 suites jouées, celles qui finissent mieux")),
        (tr("Pareil"), tr("celles qui finissent de même")),
        (tr("Moins bien"), tr("celles qui finissent moins bien")),
        (tr("Suites jouées"), tr("combien, avec les mêmes dés")),
    )
    rows = ((one.text, one.better, one.same, one.worse, one.played) for one in record.what_if)
    return table("what_if", tr("Et si"), columns, rows)
