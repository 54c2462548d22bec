"""Files that no record, no page and no settings can be, each for another reason."""

from __future__ import annotations

import codecs
import gzip
import os
import socket
import struct
from collections.abc import Callable
from pathlib import Path

from tests.build.files import ACTOR, CLAIM

WHOLE = ACTOR.encode()
_KEYS = "".join(f"key{number}: x\n" for number in range(4000))
_LAUGHS = "a0: &a0 [x, x]\n" + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 30))
_MORE = {
    "citations": f"summary: >-\n  {'[@nobody] ' * 6000}\n",
    "links": f"summary: >-\n  {'[[nobody]] ' * 5000}\n",
    "open links": f"summary: >-\n  {'[[' * 30_000}\n",
    "stars": f"summary: >-\n  {'*' * 60_000}\n",
    "ids": f"member_of: [{'nobody, ' * 7000}]\n",
    "empty entries": "also:\n" + "  -\n" * 15_000,
}
# A file of an actor under each name. All are wrong.
RECORDS: dict[str, bytes] = {
    "UTF-16 with a mark": ACTOR.encode("utf-16"),
    "UTF-16 LE": ACTOR.encode("utf-16-le"),
    "UTF-16 BE": ACTOR.encode("utf-16-be"),
    "UTF-32": ACTOR.encode("utf-32"),
    "Latin-1": "name: Mära\n".encode("latin-1"),
    "Shift JIS": "name: 日本\n".encode("shift-jis"),
    "GB 18030": "name: 日本\n".encode("gb18030"),
    "KOI8": "name: Мара\n".encode("koi8-r"),
    "EBCDIC": ACTOR.encode("cp037"),
    "a mark in the middle": WHOLE + codecs.BOM_UTF8 + b"kind: person\n",
    "half a sign": "name: Mar\xe4".encode()[:-1],
    "half a pair": b"name: \xed\xa0\xbd\n",
    "too long a form": b"name: \xc0\xaf\n",
    "zeros": b"\0" * 70_000,
    "a zero": b"name: Mara\0Lind\n",
    "an escape": b"name: \x1b[2JMara\n",
    "nothing": b"",
    "spaces": b"   \n\n  \n",
    "a comment": b"# a comment\n",
    "a mark of a document": b"---\n",
    "an end of a document": b"...\n",
    "two documents": WHOLE + b"---\n" + WHOLE,
    "a version": b"%YAML 9.9\n---\n" + WHOLE,
    "a word": b"Mara",
    "a number": b"12",
    "a list": b"- name: Mara\n",
    "null": b"null\n",
    "a long word": b"x" * 60_000,
    "a long key": b"x" * 60_000 + b": y\n",
    "a long line": b"name: " + b"x" * 10_000_000,
    "many lines": b"\n" * 65_000 + b"x\n",
    "deep lists": b"a: " + b"[" * 30_000,
    "deep mappings": b"a: " + b"{a: " * 10_000,
    "deep dashes": b"- " * 30_000,
    "deep blocks": "".join(f"{' ' * depth}a:\n" for depth in range(300)).encode(),
    "closed deep lists": b"a: " + b"[" * 5000 + b"]" * 5000,
    "laughs": _LAUGHS.encode(),
    "an anchor": b"name: &a Mara\nsummary: *a\n",
    "an anchor to itself": b"a: &a [*a]\n",
    "a merge": b"a: &a {name: x}\nb:\n  <<: *a\n",
    "a tag": b"name: !!python/object/apply:os.system [exit]\n",
    "a tag of ours": b"!ENV name: x\n",
    "a key that is a list": b"? [a, b]\n: x\n",
    "a key that is a mapping": b"{a: b}: x\n",
    "no key": b": x\n",
    "a question": b"?\n",
    "tabs": b"name:\tMara\n\tkind: person\n",
    "a key twice": WHOLE + b"name: Other\n",
    "thousands of keys": _KEYS.encode(),
    "thousands of one key": b"name: x\n" * 7000,
    "keys of numbers": b"1: x\n2.0: y\n",
    "an open quote": b'name: "Mara\nkind: person\n',
    "an open bracket": b"name: [Mara\nkind: person\n",
    "a bracket too many": b"name: Mara]\nalso: ]\n",
    "a block that goes nowhere": b"name: |9\n x\n",
    "steps": b"name: Mara\n  kind: person\n summary: x\n",
    "a colon": b"name: Mara: Lind: x\n",
    "a percent": b"name: %Mara\n",
    "an at": b"name: @mara\n",
    "a backtick": b"name: `mara`\n",
    "a bad escape": b'name: "\\q"\n',
    "half a pair, written": b'name: "\\ud800"\n',
    "a hidden sign, written": WHOLE.replace(b"Mara Lind", b'"Mara\\u202e"', 1),
    "a merge conflict": b"<<<<<<< ours\n" + WHOLE + b"=======\n" + WHOLE + b">>>>>>> theirs\n",
    "a page": b"---\ntitle: x\n---\n\n# Mara\n",
    "HTML": b"<!doctype html><html><body>x</body></html>\n",
    "JSON with a comma": b'{"name": "Mara",,}\n',
    "gzip": gzip.compress(WHOLE),
    "a program": b"\x7fELF\x02\x01\x01" + bytes(range(256)),
    "a picture": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
    "half a record": CLAIM.encode()[: len(CLAIM) // 2],
    "half a line": WHOLE[:-25],
    "lines that end in NEL": WHOLE.replace(b"\n", "\x85".encode()),
    "lines that end in LS": WHOLE.replace(b"\n", "\u2028".encode()),
    "a form feed": WHOLE.replace(b"\n", b"\n\f"),
    "a wrong date": WHOLE + b"roles: [{title: x, from: Y1E9999999999}]\n",
    "thousands of dates": WHOLE + b"roles: [" + b"{title: x, from: 2024-99}, " * 2000 + b"]\n",
    "numbers": WHOLE + b"roles: 1e999\n",
    **{f"thousands of {name}": WHOLE + text.encode() for name, text in _MORE.items()},
}
# These say the same as a good file.
GOOD: dict[str, bytes] = {
    "a mark at the start": codecs.BOM_UTF8 + WHOLE,
    "CRLF": WHOLE.replace(b"\n", b"\r\n"),
    "CR": WHOLE.replace(b"\n", b"\r"),
    "no line end": WHOLE.rstrip(),
    "a directive": b"%TAG ! tag:x,2000:\n---\n" + WHOLE,
    "JSON": b'{"name": "Mara", "kind": "person", "summary": "She counts."}',
}


def _socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as made:
        # A socket's path is short: it is made from where it is.
        before = Path.cwd()
        os.chdir(path.parent)
        try:
            made.bind(path.name)
        finally:
            os.chdir(before)


# What is no file.
LAID: dict[str, Callable[[Path], object]] = {
    "pipe.yml": os.mkfifo,
    "socket.yml": _socket,
    "folder.yml": lambda path: (path.mkdir(), (path / "mara.yml").write_bytes(WHOLE)),
    "gone.yml": lambda path: path.symlink_to("nothing"),
    "itself.yml": lambda path: path.symlink_to("itself.yml"),
    "outside.yml": lambda path: path.symlink_to("/etc/hostname"),
    "endless.yml": lambda path: path.symlink_to("/dev/zero"),
    "loop": lambda path: path.symlink_to("."),
    "twin.yaml": lambda path: path.write_bytes(WHOLE),
    "two words.yml": lambda path: path.write_bytes(WHOLE),
    "UPPER.yml": lambda path: path.write_bytes(WHOLE),
    "a\n::error::b.yml": lambda path: path.write_bytes(WHOLE),
    "backup.yml~": lambda path: path.write_bytes(WHOLE),
}
# Thousands of open brackets in one paragraph are not among them: Markdown itself looks at all that follows each.
PAGES: dict[str, bytes] = {
    "quotations": b"> " * 3000 + b"x\n",
    "lists": "".join(f"{'    ' * depth}- a\n" for depth in range(200)).encode(),
    "links": b"[[nobody]] " * 5000,
    "citations": b"a [@nobody] b\n\n" * 3000,
    "stars": b"*" * 50_000,
    "fences": b"```\n" * 5001,
    "a long line": b"words " * 500_000,
    "front matter": b"---\ntitle: [\n---\n\n# a\n",
    "front matter of no keys": b"---\n- a\n---\n\n# a\n",
    "elements": b"<div>" * 3000,
    "zeros": b"a\0b\n\x1b[2J\n",
    "structs": struct.pack("100I", *range(100)),
}
SETTINGS: dict[str, str] = {
    "nothing": "",
    "a word": "x\n",
    "an open bracket": "site_name: [\n",
    "a tab": "site_name:\tx\n\tplugins: []\n",
    "a tag": "site_name: !!python/object/apply:os.system [exit]\n",
    "a deep one": "site_name: " + "[" * 20_000,
    "laughs": _LAUGHS,
    "plugins that are a word": "site_name: x\nplugins: explainers\n",
    "plugins that are a mapping of lists": "site_name: x\nplugins: {explainers: [a]}\n",
    "no plugin": "site_name: x\nplugins: []\n",
    "a number for a folder": "site_name: x\nplugins: [explainers: {content_dir: 5}]\n",
    "a folder that is a file": "site_name: x\nplugins: [explainers: {content_dir: mkdocs.yml}]\n",
    "fields that are a list": "site_name: x\nplugins: [explainers: {fields: [a]}]\n",
    "tags that are numbers": "site_name: x\nplugins: [explainers: {tags: [1, {a: b}]}]\n",
    "rules that are words": "site_name: x\nplugins: [explainers: {rules: all}]\n",
    "a language that is a list": "site_name: x\ntheme: {name: material, language: [a]}\nplugins: [explainers]\n",
    "two of ours": "site_name: x\nplugins: [explainers, explainers: {rules: {}}]\n",
    "a file to inherit from": "INHERIT: nothing.yml\nsite_name: x\nplugins: [explainers]\n",
    "itself to inherit from": "INHERIT: mkdocs.yml\nsite_name: x\nplugins: [explainers]\n",
}
