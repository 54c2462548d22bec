"""Text for LaTeX: the signs that mean something there are named or escaped, all others stay as they are."""

from __future__ import annotations

import re
import unicodedata

# Braces by name: BibTeX counts them even after a backslash.
_SIGNS = str.maketrans(
    {sign: f"\\{sign}" for sign in "%&$#_"}
    | {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        "<": r"\textless{}",
        ">": r"\textgreater{}",
        "|": r"\textbar{}",
    }
)

# Two hyphens become a dash, two accents a quotation mark, and so on.
_LIGATURES = re.compile(r"(?<=-)(?=-)|(?<=')(?=')|(?<=`)(?=`)|(?<=,)(?=,)|(?<=[?!])(?=`)")
_WORD = re.compile(r"(\W*)(.*?)(\W*)", re.DOTALL)


def latex(text: str) -> str:
    """One line of text, escaped."""
    printable = "".join(sign if unicodedata.category(sign) != "Cc" else " " for sign in text)
    return _LIGATURES.sub("{}", " ".join(printable.split()).translate(_SIGNS))


def kept_capitals(title: str) -> str:
    """A title, escaped, in which no style makes small letters of capitals: a word with one is in braces."""
    first, *others = title.split() or [""]
    # Every style leaves the first sign of a title as it is.
    start = latex(first) if first[1:] == first[1:].lower() else _kept(first)
    return " ".join([start, *map(_kept, others)])


def _kept(word: str) -> str:
    if word == word.lower():
        return latex(word)
    before, core, after = _WORD.fullmatch(word).groups()  # type: ignore[union-attr]  # it has a letter
    escaped = latex(core)
    # BibTeX takes `{\` for an accented letter, and changes the case of what follows.
    braced = f"{{{{{escaped}}}}}" if escaped.startswith("\\") else f"{{{escaped}}}"
    return f"{latex(before)}{braced}{latex(after)}"
