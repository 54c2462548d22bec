"""What is typed, pasted or damaged: signs of YAML, of Markdown and of terminals, words that rules look for, and
characters that nobody sees."""

from __future__ import annotations

import random

from explainers.kinds import KINDS

EXAMPLES = {kind.example.splitlines()[0].removeprefix("# "): kind.example.encode() for kind in KINDS}
YAML = [
    *"[]{}:,-?&*!|>'\"%@`#~=<\\\t\r\0\x1b\x7f\u00a0\u00ad\u200b\u202e\u2060\u2028\x85\ufeff\ufe0f\U000e0041\ue000",
    *("- ", ": ", " #x", "---\n", "...\n", "<<: ", "<<<<<<< x\n", "!!python/object ", "&a ", "*a", "? ", "|\n", ">-\n"),
    *(
        "\\u0000",
        '"\\ud800"',
        '"\\e[2J"',
        '"\\u202e"',
        "null",
        "~",
        "[]",
        "{}",
        "a" * 5000,
        "a\n\n  b",
        "\r",
        "|9\n",
        "? :",
    ),
    *(
        "[" * 3000,
        "{a: " * 500,
        "- " * 1000,
        "\n" * 2000,
        "yes",
        "2024-11-11 10:00:00",
        "0x1F",
        "1_000",
        ".inf",
        "!!int 3",
    ),
]
VALUES = [
    *("1e999", "-0", "0", "-1", "٣", "\u0430", "Y1E9999999999", "9999-99-99", "2024-13-45/..", "2024-02-30", "0000"),
    *("https://u:p@h:99999/", "javascript:x", "a1", "a1#a1", "own-estimate", "several", "between", "es", "x" * 70),
]
WORDS = [
    *(
        "[[",
        "]]",
        "[@",
        "{q1}",
        "{q2}",
        "{",
        "**",
        "*",
        "“",
        "”",
        "(",
        "'s ",
        ". ",
        "; ",
        ": ",
        "\n\n",
        "\\",
        "é",
        "日本",
    ),
    *("[[the-actor]]", "[[the-claim|words]]", "[[the-claim#a1]]", "[@the-source, p. 3]", "@the-source", "[[nobody|]]"),
    *("1,200 ", "five ", "two-thirds", "$5 million", "30–40 ", "per cent", "−3", "nearly ", "2024 ", "3 March 2024"),
    *(
        "said ",
        "admitted that ",
        "denied ",
        "claimed",
        "allegedly",
        "not ",
        "the storm ",
        "some words ",
        "Nobody ",
        "I ",
    ),
    *(
        "<b>",
        "&amp;",
        "</script>",
        "::error::x",
        "##[group]x",
        "=1+1",
        "{{ x }}",
        "1",
        "a",
        " ",
        ",",
        "?",
        "👩‍🚒",
        "e\u0301",
    ),
]
BYTES = [b"\xff", b"\xc3", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\xfe\xff", b"\x00", b"\xef\xbb\xbf", b"\r"]
ALL = [*YAML, *VALUES, *WORDS]


def damaged(data: bytes, chance: random.Random) -> bytes:
    """A file after up to four of the things that happen to files."""
    for _ in range(chance.randint(1, 4)):
        data = _once_damaged(data, chance)[: 1 << 20]
    return data


def _once_damaged(data: bytes, chance: random.Random) -> bytes:
    lines = data.split(b"\n")
    at = chance.randrange(len(lines))
    key, colon, value = lines[at].partition(b": ")
    piece = chance.choice(ALL).encode()
    offset = chance.randrange(len(data) + 1)
    match chance.randrange(10):
        case 0:
            del lines[at]
        case 1:
            lines.insert(chance.randrange(len(lines)), lines[at])
        case 2:
            lines[at] = b" " * chance.randrange(7) + lines[at].lstrip()
        case 3:
            lines[at] = key + colon + piece
        case 4:
            lines[at] = key + colon.rstrip() + value
        case 5:
            return data[:offset] + piece + data[offset:]
        case 6:
            return data[:offset] + chance.choice(BYTES) + data[offset:]
        case 7:
            return data[:offset]
        case 8:
            lines += lines[at:] * chance.choice([1, 1, 1000])
        case 9:
            return chance.choice([b"\r", b"\r\n", b"\xc2\x85", b"\xe2\x80\xa8"]).join(lines)
    return b"\n".join(lines)


def bad_files(number: int) -> dict[str, bytes]:
    """Damaged examples, each under a name of its own."""
    found = {}
    for seed in range(number):
        chance = random.Random(seed)
        path = chance.choice([*EXAMPLES])
        folder, _, name = path.rpartition("/")
        found[f"{folder}/{name.removesuffix('.yml')}-{seed}.yml"] = damaged(EXAMPLES[path], chance)
    return found
