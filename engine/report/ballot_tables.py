"""The tables of a record that are about a ballot."""

from collections.abc import Iterator

from engine.language import tr
from engine.report.record import Record
from engine.report.table import Cell, Table, table, yes
from engine.telling.ballot import money
from engine.telling.vocabulary import grade_words


def tables(record: Record) -> Iterator[Table]:
    """All of them; those without rows too."""
    yield _ways(record)
    yield _voices(record)
    yield _catalogue(record)
    yield _outcomes(record)
    yield _counts(record)
    yield _papers(record)
    yield _brought(record)


def _ways(record: Record) -> Table:
    columns = (
        (tr("Façon de compter"), tr("ce que la salle pouvait choisir, avant de connaître les idées")),
        (tr("Mains levées"), tr("combien")),
        (tr("Égalité"), tr("oui : autant de mains qu’une autre")),
        (tr("Choisie"), tr("oui : c’est ainsi que l’on a compté")),
        (tr("Tirée au sort"), tr("oui : choisie par le sort")),
        (tr("En mots"), tr("comment elle compte")),
    )
    rows = ((w.title, w.hands, yes(w.tied), yes(w.adopted), yes(w.drawn), w.said) for w in record.ballot)
    return table("ballot", tr("Comment on compte"), columns, rows)


def _voices(record: Record) -> Table:
    columns = (
        (tr("Après le tour"), tr("0 : au début")),
        (tr("Public"), tr("qui vote sans être autour de la table")),
        (tr("Voix"), tr("combien voteraient")),
        (tr("Venues"), tr("en plus, ou en moins, à ce tour")),
        (tr("Grâce à"), tr("qui est allé les chercher")),
    )
    rows = ((v.round, v.public, v.voices, v.came, ", ".join(v.by)) for v in record.voices)
    return table("voices", tr("Qui vote, tour par tour"), columns, rows)


def _catalogue(record: Record) -> Table:
    columns = (
        (tr("Idée"), tr("ce qui pouvait être voté")),
        (tr("Prix"), tr("ce qu’elle coûte")),
        (tr("Recevable au tour"), tr("à partir de là, on pouvait voter pour elle")),
        (tr("Déposée par d’autres"), tr("oui : déjà au catalogue, avant le premier tour")),
        (tr("Qui a donné"), tr("pour qu’elle le soit")),
        (tr("Financée en"), tr("dans quel ordre ; rien : elle ne l’est pas")),
        (tr("Ce qu’elle change"), tr("aux jauges, une fois financée")),
        (tr("Pour qui"), tr("ce qu’elle rapporte ou coûte alors à quelqu’un")),
    )
    rows = (
        (
            i.title, money(i.price), i.round or None, yes(i.submitted), ", ".join(i.by), i.place or None,
            i.changed, i.named,
        )
        for i in record.catalogue
    )  # fmt: skip
    return table("catalogue", tr("Le catalogue"), columns, rows)


def _outcomes(record: Record) -> Table:
    columns = (
        (tr("Façon de compter"), tr("les mêmes bulletins, comptés de chaque façon")),
        (tr("Choisie"), tr("oui : c’est ainsi que l’on a compté")),
        (tr("Idées financées"), tr("combien")),
        (tr("Publics servis"), tr("combien trouvent bonne une idée financée")),
        (tr("Publics"), tr("combien il y en a")),
        (tr("Dépensé"), tr("en milliers d’euros")),
        (tr("À répartir"), tr("en milliers d’euros")),
    )
    rows = ((o.title, yes(o.used), o.funded, o.served, o.publics, o.spent, o.money) for o in record.outcomes)
    return table("outcomes", tr("Le vote, compté et recompté"), columns, rows)


def _counts(record: Record) -> Table:
    columns = (
        (tr("Façon de compter"), tr("les mêmes bulletins, comptés de chaque façon")),
        (tr("Idée"), tr("d’abord celles qui sont financées, dans l’ordre")),
        (tr("Financée en"), tr("dans quel ordre ; rien : elle ne l’est pas")),
        (tr("Prix"), tr("en milliers d’euros")),
        (tr("Reste"), tr("en milliers d’euros, une fois l’idée financée")),
        (tr("Voix"), tr("combien la trouvent bonne ou très bonne")),
        *((word, tr("combien de voix lui donnent cette mention")) for word in grade_words()),
        (tr("Publics"), tr("ceux qui la trouvent bonne")),
    )
    titles = {outcome.method: outcome.title for outcome in record.outcomes}
    rows: Iterator[tuple[Cell, ...]] = (
        (
            titles[c.method], c.idea, c.place or None, c.price, c.left if c.place else None, c.votes,
            *c.grades, ", ".join(c.publics),
        )
        for c in record.counts
    )  # fmt: skip
    return table("counts", tr("Le compte, idée par idée"), columns, rows)


def _papers(record: Record) -> Table:
    columns = (
        (tr("Qui"), tr("un public, ou un personnage ; rien : les personnages ne sont pas nommés")),
        (tr("Voix"), tr("combien pèse ce bulletin")),
        (tr("Idée"), tr("ce qui pouvait être voté")),
        (tr("Mention"), tr("ce que ce bulletin en dit")),
    )
    rows = ((p.name, p.voices, p.idea, p.word) for p in record.papers)
    return table("papers", tr("Les bulletins"), columns, rows)


def _brought(record: Record) -> Table:
    columns = (
        (tr("Qui"), tr("le personnage")),
        (tr("Points"), tr("ce que toutes les idées financées lui ont rapporté ou coûté")),
    )
    rows = ((b.name, int(b.points) if b.points == int(b.points) else b.points) for b in record.brought)
    return table("brought", tr("Ce que le vote a rapporté"), columns, rows)
