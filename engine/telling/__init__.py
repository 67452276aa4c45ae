"""Words for cards, people, projects, effects, facts, phases and the journal.

Every function takes a scenario or a game, and a `Reader`. None needs a running session: a card can be put
into words before anybody plays, for a page, a preview or a report.

    >>> from engine.content import library
    >>> from engine.telling import projects
    >>> from engine.telling.reader import Reader
    >>> scenario = library.load("le-rez-de-chaussee").scenario
    >>> reader = Reader("en")
    >>> with reader.speaking():
    ...     projects.title(scenario, reader, "laverie-commune")
    'The shared laundry'

What may be told to whom is decided elsewhere (`engine.view.veil`): who hands a game over hands over all that
may be told of it.
"""
