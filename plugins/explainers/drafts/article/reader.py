"""A sentence read frame by frame: who says what, through whom. (English; rules)

Frames that close a sentence are taken first, and what is inside each is read as a sentence: so chains of speakers
come about. Each step looks a bounded number of words ahead or back, so that the work grows with the text.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from explainers.drafts.article import clauses
from explainers.drafts.article import reporting_frames as frames
from explainers.drafts.article.article_words import SentenceWords
from explainers.drafts.article.reporting_cues import Cue, Words, cues, helpers_before
from explainers.drafts.article.reporting_frames import Frame
from explainers.drafts.article.reporting_verbs import HEARSAY
from explainers.drafts.article.said import Kind, Statement, Teller
from explainers.drafts.article.speaker_phrases import Phrase, subject

MOST_STATEMENTS = 400
_DEEPEST = 4
_ASKING = 10  # words in which it is seen what was asked
# What only says where, when or to whom somebody spoke begins so.
_PLACES = frozenset("to in at on during after before by via from with".split())
# What is after these is said; after others it may be their object: warned the board of a leak.
_OF_CLAUSES = frozenset("say tell add write announce".split())
_LONGEST = 160  # words; a longer sentence is taken whole
_JOINTS = frozenset(
    """
    and but while whereas although though even as so yet or because since after before hours days weeks months years
    """.split()
)
_SUBORDINATE = frozenset(
    "if when as while although though after before because since in on at for with asked given".split()
)


@dataclass
class Reader:
    """What the sentences of a paragraph say, gathered one after the other."""

    text: str
    found: list[Statement] = field(default_factory=list)
    paragraph: int = 0

    def read(self, sentence: SentenceWords) -> None:
        """Add what a sentence says."""
        words = sentence.words
        self.paragraph = sentence.paragraph
        if len(words) > _LONGEST:
            self._keep(words, 0, len(words), ())
        else:
            self._read(words, 0, len(words), (), None, 0)

    def _read(
        self, words: Words, start: int, end: int, tellers: tuple[Teller, ...], shared: Phrase | None, depth: int
    ) -> None:
        """Read a stretch of a sentence that some speakers say, or the page."""
        start, end = clauses.trimmed(words, start, end)
        if end - start < 1:
            return
        found = cues(words, start, end) if depth < _DEEPEST else []
        for cue in found:
            if frame := frames.closing(words, cue, start, end):
                self._closing(words, frame, (start, end), tellers, depth)
                return
        for at, cue in enumerate(found):
            if frame := frames.leading(words, cue, start, end, shared=shared):
                self._leading(words, frame, found[at + 1 :], (start, end), tellers, shared, depth)
                return
        self._keep(words, start, end, tellers, found)

    def _closing(
        self, words: Words, frame: Frame, span: tuple[int, int], tellers: tuple[Teller, ...], depth: int
    ) -> None:
        """…, Nomark said on Monday, and what comes after it."""
        start, end = span
        own = (*tellers, self._teller(words, frame))
        self._read(words, start, frame.start, own, None, depth + 1)
        rest, _ = clauses.trimmed(words, frame.end, end)
        if rest < end and words[rest].quotation >= 0:
            # “…,” she said, “and …”: the same speaker goes on.
            self._read(words, rest, end, own, None, depth + 1)
        elif frame.cue.kind == "according":
            self._rest(words, rest, end, own, frame.speaker, depth)
        else:
            self._rest(words, rest, end, tellers, frame.speaker, depth)

    def _rest(
        self, words: Words, start: int, end: int, tellers: tuple[Teller, ...], shared: Phrase | None, depth: int
    ) -> None:
        hangs = start < end and words[start].low in clauses.TAILS | _PLACES
        if cues(words, start, end) or (clauses.is_clause(words, start, end) and not hangs):
            self._read(words, start, end, tellers, shared, depth + 1)

    def _leading(
        self,
        words: Words,
        frame: Frame,
        later: list[Cue],
        span: tuple[int, int],
        tellers: tuple[Teller, ...],
        shared: Phrase | None,
        depth: int,
    ) -> None:
        """The mayor said that …, and what comes before and after it."""
        start, end = span
        speaker = frame.speaker or shared
        self._preamble(words, start, frame.start, tellers, depth)
        teller = self._teller(words, frame, speaker)
        stop, goes_on = self._stop(words, frame, later, end, speaker)
        if frame.cue.kind in {"reply", "unverified"}:
            self._reply(words, frame, max(frame.end, frame.cue.end), (*tellers, teller))
        elif teller.act in frames.ANSWERS and frames.is_anaphor(words, frame.end, stop):
            self._reply(words, frame, stop, (*tellers, teller))
        else:
            first = len(self.found)
            for from_, to in clauses.parts(words, frame.end, stop):
                self._read(words, from_, to, (*tellers, teller), None, depth + 1)
            if first < len(self.found) and not self._is_whole(words, frame, stop):
                self.found[first] = self._with_verb(words, frame, self.found[first])
        if goes_on:
            self._read(words, stop, end, tellers, speaker, depth)
        elif frame.cue.kind in {"reply", "unverified"} and frame.end < stop:
            self._rest(words, frame.end, stop, tellers, speaker, depth)

    def _with_verb(self, words: Words, frame: Frame, one: Statement) -> Statement:
        """A statement with its verb, without which the words say nothing: accused the company of hiding it."""
        start, end = self._with_marks(words[frame.cue.start].start, one.end)
        return replace(one, start=start, end=end, inner=one.start)

    @staticmethod
    def _is_whole(words: Words, frame: Frame, stop: int) -> bool:
        """Whether what follows a verb is a clause, or a quotation, and no object of the verb."""
        if frame.cue.verb is None or frame.cue.verb.of_object:
            return frame.cue.verb is None
        inside = words[frame.end : stop]
        opened = words[frame.end - 1].low in {"that", "whether", "if"} or frame.cue.verb.plain in _OF_CLAUSES
        return opened or frames.has_verb(inside) or any(word.quotation >= 0 for word in inside)

    def _preamble(self, words: Words, start: int, end: int, tellers: tuple[Teller, ...], depth: int) -> None:
        """What goes before a frame: kept if it says something by itself."""
        while end > start and (not words[end - 1].is_word or words[end - 1].low in _JOINTS | clauses.TAILS | {"that"}):
            if words[end - 1].quotation >= 0 or words[end - 1].text in '”"':
                break
            end -= 1
        first, last = clauses.trimmed(words, start, end)
        subordinate = first < last and (words[first].low in _SUBORDINATE or words[first].low.endswith("ing"))
        if clauses.is_clause(words, first, last) and not subordinate:
            self._read(words, first, last, tellers, None, depth + 1)

    def _stop(self, words: Words, frame: Frame, later: list[Cue], end: int, speaker: Phrase | None) -> tuple[int, bool]:
        """Where the words of a frame end: where another speaker, or the same with another verb, comes in beside it."""
        for cue in later:
            if cue.start < frame.end or words[cue.start].quotation >= 0:
                continue
            other = frames.leading(words, cue, frame.end, end, shared=speaker)
            if other is None or other.start <= frame.end:
                continue
            before = other.start - 1
            if other.speaker is None:
                # Warned the board and told it: the same speaker goes on.
                is_joint = words[before].low in {"and", "but"} or words[before].text == ","
                return (before, True) if is_joint else (end, False)
            while before > frame.end and words[before].low in _JOINTS:
                before -= 1
            is_joint = before < other.start - 1
            if words[before].text == ";" or (is_joint and words[before].text == ","):
                return before, True
            if is_joint and words[before + 1].low in {"while", "but"}:
                return before, True
        return end, False

    def _reply(self, words: Words, frame: Frame, stop: int, tellers: tuple[Teller, ...]) -> None:
        """Keep an answer to what was said before, with whoever gives it."""
        kind: Kind = "unverified" if frame.cue.kind == "unverified" else "reply"
        start, stop = clauses.trimmed(words, frame.start, max(stop, frame.cue.end))
        act = tellers[-1].act
        self.found.append(
            Statement(words[start].start, words[stop - 1].end, tellers, kind, act, paragraph=self.paragraph)
        )

    def _teller(self, words: Words, frame: Frame, speaker: Phrase | None = None) -> Teller:
        speaker = frame.speaker or speaker
        cue = frame.cue
        printed = self.text[words[cue.start].start : words[cue.end - 1].end]
        if cue.kind != "according":
            printed = self.text[words[helpers_before(words, cue.start, frame.start)].start : words[cue.end - 1].end]
        printed = " ".join(printed.split())
        asked = {word.low for word in words[cue.end : cue.end + _ASKING]}
        is_question = bool(cue.verb and cue.verb.plain == "ask" and "to" not in asked)
        act = "question" if is_question and asked & {"whether", "if", "why", "how", "what"} else cue.act
        if speaker is None:
            return Teller(words[cue.start].start, words[cue.start].start, None, act, printed)
        inner = speaker.apposition
        apposition = (words[inner[0]].start, words[inner[1] - 1].end) if inner else None
        return Teller(words[speaker.start].start, words[speaker.end - 1].end, apposition, act, printed)

    def _subject(self, words: Words, start: int, end: int) -> Teller | None:
        """Whom a stretch is about, if it begins with a name."""
        found = subject(words, start, end)
        if found is None or not any(word.is_name for word in words[found.start : found.end]):
            return None
        return Teller(words[found.start].start, words[found.end - 1].end, None, "say", "")

    def _keep(
        self, words: Words, start: int, end: int, tellers: tuple[Teller, ...], found: list[Cue] | None = None
    ) -> None:
        """Keep a stretch as one statement, or as two where a clause is tied to it that may be the page’s."""
        start, end = clauses.trimmed(words, start, end)
        if end <= start or len(self.found) >= MOST_STATEMENTS:
            return
        if (not tellers and not clauses.is_clause(words, start, end)) or (words[end - 1].text == "?" and not tellers):
            return
        quoted = any(word.quotation >= 0 for word in words[start:end])
        half = clauses.half(words, start, end) if not (tellers and quoted) else end
        if half < end:
            for first, last in ((start, half), (half + 1, end)):
                self._keep(words, first, last, tellers, [cue for cue in found or [] if first <= cue.start < last])
            return
        hearsay = any(cue.kind == "hearsay" for cue in found or [])
        tail = clauses.tail(words, start, end) if tellers or hearsay else end
        self._add(words, start, tail, tellers, found or [])
        if tail < end:
            first, last = clauses.trimmed(words, tail, end)
            self._add(words, first, last, tellers, [], "whether the speaker says this too, or only the page")

    def _with_marks(self, start: int, end: int) -> tuple[int, int]:
        """A stretch with the other mark of a quotation of which it has one."""
        inside, next_ = self.text[start:end], self.text[end : end + 2].lstrip(".,")[:1]
        odd, opened = inside.count('"') % 2 == 1, inside.count("“") - inside.count("”")
        if (odd and next_ == '"') or (opened > 0 and next_ == "”"):
            return start, self.text.index(next_, end) + 1
        before = self.text[start - 1 : start] if start else ""
        return (start - 1 if (odd and before == '"') or (opened < 0 and before == "“") else start), end

    def _add(
        self, words: Words, start: int, end: int, tellers: tuple[Teller, ...], found: list[Cue], doubt: str = ""
    ) -> None:
        start, end = clauses.trimmed(words, start, end)
        inside = words[start:end]
        if not any(word.is_word for word in inside):
            return
        quoted = sum(word.quotation >= 0 for word in inside) * 2 > len(inside)
        act, verb = ("say", "")
        hearsay = next((word for word in inside if word.low in HEARSAY and word.quotation < 0), None)
        passive = next((cue for cue in found if cue.kind == "hearsay"), None)
        if not tellers and (hearsay or passive):
            act = "relay"
            verb = (
                hearsay.text
                if hearsay
                else f"{words[passive.start - 1].text} {words[passive.start].text}"
                if passive
                else ""
            )
        self.found.append(
            Statement(
                *self._with_marks(words[start].start, words[end - 1].end),
                tellers,
                "claim",
                act,  # type: ignore[arg-type]
                verb,
                quoted,
                self.paragraph,
                (doubt,) if doubt else (),
                None if tellers else self._subject(words, start, end),
            )
        )
