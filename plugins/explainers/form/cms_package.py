"""The CMS that the form is made with: Sveltia CMS, as its authors publish it, and no other bytes.

It is not in our wheel, which every site has a copy of: the CMS is three times as large, and few sites want it.
For a new release, change VERSION and INTEGRITY. Tests say where else it is named, and what it broke.
"""

from __future__ import annotations

import io
import tarfile
from base64 import b64encode
from hashlib import sha512

NAME = "@sveltia/cms"
VERSION = "0.221.1"
FILE = f"sveltia-cms-{VERSION}.tgz"
# As the registry states it: `npm view @sveltia/cms@… dist.integrity`.
INTEGRITY = "sha512-J+Qoik9kGMk2L7vNpOQrnDmFRi+NB6vwJ0f657YtsxWH0P8WYSYRRSRC2pQ/jGGbVlM//Pg/WIgmkpswqoo3gQ=="
# The build that asks no one else for fonts and the like. The rest of the package is for fields that we do not have.
_WANTED = ("index.js", "chunks/react-B", "assets/source-sans-", "assets/noto-mono", "assets/material-symbols-")
_IN = "package/npm/"
_LICENSE = "package/LICENSE.txt"


class PackageFault(Exception):
    """The file is not the package; the message is for the site's owner."""


def unpacked(data: bytes) -> dict[str, bytes]:
    """The files of the CMS, by their paths in its folder, from its package. Raises PackageFault."""
    found = f"sha512-{b64encode(sha512(data).digest()).decode()}"
    if found != INTEGRITY:
        raise PackageFault(f"it is not {NAME} {VERSION}, the one release that the form is made for")
    with tarfile.open(fileobj=io.BytesIO(data), mode="r:gz") as archive:
        return {_path(name): _bytes(archive, name) for name in archive.getnames() if _is_wanted(name)}


def _is_wanted(name: str) -> bool:
    return name == _LICENSE or (name.removeprefix(_IN).startswith(_WANTED) and not name.endswith(".map"))


def _path(name: str) -> str:
    return name.removeprefix(_IN) if name.startswith(_IN) else name.rpartition("/")[2]


def _bytes(archive: tarfile.TarFile, name: str) -> bytes:
    file = archive.extractfile(name)
    return file.read() if file else b""
