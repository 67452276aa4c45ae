"""Requests, answers and words given, as an audience sees them."""

from dataclasses import replace

from engine.play.game import Game
from engine.play.table import AnswerRecord, RoundRecord, WordRecord
from engine.telling import reasons
from engine.telling import requests as words
from engine.telling.vocabulary import because_word
from engine.view.types import AnswerView, GivenWord, TokenCount
from engine.view.veil import Seen


def answers(seen: Seen) -> tuple[AnswerView, ...]:
    """Requests to simulated characters and what they said."""
    record = seen.game.round
    if record is None or not seen.game.in_round:
        return ()
    return tuple(_answer(seen, record, a) for a in record.answers)


def _answer(seen: Seen, record: RoundRecord, a: AnswerRecord) -> AnswerView:
    game, reader = seen.game, seen.reader
    return AnswerView(
        a.asker,
        a.asked,
        a.project,
        TokenCount(*a.accepted),
        words.answered(game, reader, record, a),
        says=reasons.said(game, reader, a.why) if a.why else "",
        decided=reasons.decided(game, reader, a.why) if a.why else "",
        request=words.request(game, reader, a),
        reply=words.reply(game, reader, a),
        offer=words.wanted(game, reader, a.bid) if a.bid else "",
        said=because_word(a.said) if a.said else "",
        counter=words.wanted(game, reader, a.counter) if a.counter else "",
        conditional=a.if_kind is not None,
    )


def given_words(seen: Seen) -> tuple[GivenWord, ...]:
    """The words given for this round, from the negotiation on: as they stand, then what became of them."""
    game = seen.game
    if game.round is None or not game.in_round:
        return ()
    now = game.playing.words if game.laid_open else tuple(_now(game, word) for word in game.playing.words)
    return tuple(
        GivenWord(word.who, word.to, word.kept, words.word(game, seen.reader, word, told=game.laid_open))
        for word in now
    )


def _now(game: Game, word: WordRecord) -> WordRecord:
    if word.kept is None:
        return word
    kept = any(p.who == word.who and p.project in word.where for p in game.playing.promises)
    return replace(word, kept=kept)
