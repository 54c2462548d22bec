"""Invisible characters, letters that look like others, and digits of other scripts."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

# A control, a joiner, a filler or a selector: without a look, or only with one that it gives to its neighbour.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e"
    "\u2060-\u206f\u2800\u3164\ue000-\uf8ff\ufdd0-\ufdef\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffc\ufffe\uffff"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U0010ffff]"
    "|[" + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0x10000, 0xE0000, 0x10000)) + "]"
)
# Flags of nations are a black flag and invisible letters. (Unicode emoji-sequences: the three there are)
_NATIONS = ("".join(chr(0xE0000 + ord(letter)) for letter in nation) for nation in ("gbeng", "gbsct", "gbwls"))
_FLAG = re.compile(f"\U0001f3f4(?:{'|'.join(_NATIONS)})\U000e007f")
_TEXT_OR_EMOJI = "\ufe0e\ufe0f"
_EMOJI_THAT_ARE_NO_SYMBOLS = frozenset("\u203c\u2049\u3030\u303d")
_KEYCAP = "\u20e3"
_SKIN = range(0x1F3FB, 0x1F400)
_REPLACED = "\ufffd"
_EAST_ASIAN = frozenset({"CJK", "HIRAGANA", "KATAKANA", "KATAKANA-HIRAGANA", "HANGUL", "BOPOMOFO", "IDEOGRAPHIC"})
_IDEOGRAPHIC_SELECTORS = 0xE0100
# Scripts whose letters change next to an invisible joiner: Arabic to Mongolian, and those of India.
_JOINING = re.compile(
    "[\u0600-\u08ff\u0900-\u0dff\u0f00-\u109f\u1780-\u18af\u1a20-\u1c4f\ua840-\uabff\U00010a00-\U00011fff]"
)
_MONGOLIAN = re.compile("[\u1820-\u18af]")
_HAN = re.compile("[\u2e80-\u2fdf\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_JAMO = re.compile("[\u1100-\u11ff\ua960-\ua97f\ud7b0-\ud7ff]")
_BRAILLE = re.compile("[\u2801-\u28ff]")
# Cyrillic, Greek and Armenian letters with the shape of Latin ones. (Unicode Technical Standard 39, confusables)
LATIN_LOOK_ALIKES = dict(zip(
    "АВЕЅІЈКМНОРСТУХԌԚԜаеѕіјорсухԁһԛԝӏѵ" "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧοϳ" "օսհոցՕՍ",
    "ABESIJKMHOPCTYXGQWaesijopcyxdhqwlv" "ABEZHIKMNOPTYXoj" "ouhngOU",
    strict=True,
))  # fmt: skip
_OTHERS = re.escape("".join(LATIN_LOOK_ALIKES))
_LIKE_OTHERS = "ABCEGHIJKMNOPQSTUVWXYZabcdeghijlnopqsuvwxy"
_LATIN = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f"
_ALIEN = "\u0370-\u03ff\u0400-\u052f\u0531-\u0587"
# Only a word in which letters of two scripts follow each other can be a mixed one.
_MEET = re.compile(f"[{_LATIN}][{_ALIEN}]|[{_ALIEN}][{_LATIN}]")
_WORD = re.compile(f"[{_LATIN}{_ALIEN}]+")
_LATIN_LETTER = re.compile(f"[{_LATIN}]")
_ALIEN_LETTER = re.compile(f"[{_ALIEN}]")


def name(char: str) -> str:
    """A character by its number and its name: U+200B zero width space."""
    code = ord(char)
    return f"U+{code:04X} {unicodedata.name(char, _unnamed(code)).lower()}"


def invisible(text: str) -> Iterator[int]:
    """Where the invisible characters are. Those that an emoji or a script needs are left out."""
    if text.isascii() and text.isprintable():
        return
    flags: list[range] | None = None
    for found in _INVISIBLE.finditer(text):
        at = found.start()
        if 0xE0020 <= ord(found[0]) <= 0xE007F:
            flags = [range(*flag.span()) for flag in _FLAG.finditer(text)] if flags is None else flags
            if any(at in flag for flag in flags):
                continue
        elif _is_needed(text, at):
            continue
        yield at


def as_seen(text: str) -> str:
    """A text without its invisible characters; a sign in its place if there is nothing else."""
    hidden = {*invisible(text)}
    return "".join(char for at, char in enumerate(text) if at not in hidden) or (_REPLACED if hidden else text)


def mixed_words(text: str) -> Iterator[tuple[str, str]]:
    """Words in which some letters are of another script and look as if they were not, each with the first such letter.

    A word like `Яndex` or `NFκB`, in which everybody sees the other script, is none.
    """
    if text.isascii() or not _MEET.search(text):
        return
    for found in _WORD.finditer(text):
        letter = _look_alike(found[0])
        if letter:
            yield found[0], letter


def hides_script(word: str) -> str:
    """The first letter of a word that only looks Latin: in a mixed word, or in one of look-alikes alone."""
    others = "".join(letter for letter in word if letter.isalpha())
    if others and all(letter in LATIN_LOOK_ALIKES for letter in others):
        return others[0]
    return next((letter for _, letter in mixed_words(word)), "")


def mixed_script(word: str) -> str:
    """The first letter of a word in another script than the letters before it; scripts that go together are one."""
    scripts = [(char, _script(char)) for char in word if char.isalpha()]
    return next((char for char, script in scripts if not _go_together(scripts[0][1], script)), "")


def as_latin(word: str) -> str:
    """A word with Latin letters in the place of those that look like them."""
    return word if word.isascii() else "".join(LATIN_LOOK_ALIKES.get(char, char) for char in word)


def foreign_digit(text: str) -> str:
    """The first digit of another script than ours, or nothing."""
    return "" if text.isascii() else next((c for c in text if not c.isascii() and (c.isdigit() or c.isnumeric())), "")


def odd_space(text: str) -> str:
    """The first space that is not the one of the space bar, or nothing."""
    return "" if text.isascii() else next((c for c in text if not c.isascii() and c.isspace()), "")


def _script(char: str) -> str:
    return unicodedata.name(char, "").partition(" ")[0]


def _go_together(one: str, other: str) -> bool:
    east = _EAST_ASIAN | {"LATIN"}
    return one == other or (one in east and other in east)


def _look_alike(word: str) -> str:
    alien, latin = _ALIEN_LETTER.findall(word), _LATIN_LETTER.findall(word)
    if not alien or not latin:
        return ""
    if all(letter in LATIN_LOOK_ALIKES for letter in alien):
        return str(alien[0])
    # Greek letters among Latin ones belong to science; a few Latin ones in a Cyrillic word are a slip, or a disguise.
    is_cyrillic = len(alien) > len(latin) and all("\u0400" <= letter <= "\u052f" for letter in alien)
    return str(latin[0]) if is_cyrillic and all(letter in _LIKE_OTHERS for letter in latin) else ""


def _is_needed(text: str, at: int) -> bool:
    """Whether what surrounds an invisible character needs it."""
    char, before, after = text[at], text[at - 1] if at else "", text[at + 1 : at + 2]
    if char in _TEXT_OR_EMOJI:
        return _can_be_emoji(before, after)
    if char == "\u200d":
        return _joins_emoji(text, at) or _joins_letters(before)
    if char == "\u200c":
        return _joins_letters(before)
    if "\u180b" <= char <= "\u180f":
        return bool(_MONGOLIAN.match(before))
    if "\ufe00" <= char <= "\ufe0d" or _IDEOGRAPHIC_SELECTORS <= ord(char) < _IDEOGRAPHIC_SELECTORS + 0xF0:
        return bool(_HAN.match(before))
    if char in "\u115f\u1160":
        return bool(_JAMO.match(before) or _JAMO.match(after))
    return char == "\u2800" and bool(_BRAILLE.match(before) or _BRAILLE.match(after))


def _can_be_emoji(before: str, after: str) -> bool:
    if not before:
        return False
    if before in "#*0123456789":
        return after == _KEYCAP
    return before in _EMOJI_THAT_ARE_NO_SYMBOLS or (_is_symbol(before) and not before.isascii())


def _joins_emoji(text: str, at: int) -> bool:
    before = text[max(at - 2, 0) : at].rstrip(_TEXT_OR_EMOJI)[-1:]
    return _is_symbol(before) and _is_symbol(text[at + 1 : at + 2])


def _is_symbol(char: str) -> bool:
    return bool(char) and (unicodedata.category(char) in {"So", "Sm"} or ord(char) in _SKIN or char == "\u2139")


def _joins_letters(before: str) -> bool:
    return bool(_JOINING.match(before)) and not _INVISIBLE.match(before) if before else False


def _unnamed(code: int) -> str:
    if 0xE000 <= code <= 0xF8FF or code >= 0xF0000:
        return "private use character"
    return "control character" if code < 0xA0 else "no character"
