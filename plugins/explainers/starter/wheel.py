"""The wheel that this program was installed from, made again from what is installed.

A site keeps this wheel until the program can be had by its name. The same release gives the same bytes on every
machine: files in one order, with one date, and not compressed, because what compresses differs from one Python to the
next (git compresses what it keeps anyway). `make dist` packs its wheel by the same function: the two are one file.
"""

from __future__ import annotations

from base64 import urlsafe_b64encode
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from importlib.metadata import Distribution, PackageNotFoundError, PackagePath, distribution
from importlib.resources import files as package_files
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile, ZipInfo

DISTRIBUTION = "mkdocs-explainers"
PACKAGE = "explainers"
# What a release says of itself. An installer puts more beside it: how, from where and by whom it was installed.
_METADATA = frozenset({"METADATA", "WHEEL", "entry_points.txt", "top_level.txt"})
_EARLIEST = (1980, 1, 1, 0, 0, 0)
_PLAIN_FILE = 0o100644


class WheelFault(Exception):
    """The wheel cannot be made again; the message is for who asked for it."""


@dataclass(frozen=True)
class Wheel:
    """A wheel by the name of its file."""

    name: str
    content: bytes

    @property
    def sha256(self) -> str:
        """Its fingerprint, as pip asks for it."""
        return sha256(self.content).hexdigest()


def own_wheel() -> Wheel:
    """The wheel of the release that is running. Raises WheelFault."""
    try:
        installed = distribution(DISTRIBUTION)
    except PackageNotFoundError:
        raise WheelFault(f"{DISTRIBUTION} is not installed, so that a new site has nothing to install") from None
    recorded = [path for path in installed.files or () if ".." not in path.parts]
    metadata = {path.as_posix(): _read(path) for path in recorded if _says_what_it_is(path)}
    if not any(path.endswith("/WHEEL") for path in metadata):
        raise WheelFault(f"{DISTRIBUTION} was not installed from a wheel: install it with pip")
    ours = [path for path in recorded if path.parts[0] == PACKAGE and path.suffix != ".pyc"]
    package = {path.as_posix(): _read(path) for path in ours} if ours else package_in(_installed_package())
    return Wheel(file_name(installed), packed(package | metadata))


def file_name(installed: Distribution) -> str:
    """The name of the file; the program is plain Python, which every machine runs."""
    return f"{DISTRIBUTION.replace('-', '_')}-{installed.version}-py3-none-any.whl"


def package_in(folder: Path) -> dict[str, bytes]:
    """The files of the package in a folder, where no list says which these are: installed to be edited."""
    found = (path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
    ours = (path for path in found if not any(part.startswith((".", "__pycache__")) for part in path.parts))
    return {f"{PACKAGE}/{path.as_posix()}": (folder / path).read_bytes() for path in ours}


def packed(files: Mapping[str, bytes]) -> bytes:
    """A wheel of files by path, those of its `.dist-info` among them, but for the list of all, which is made here."""
    info = next(path.partition("/")[0] for path in files if path.endswith(".dist-info/METADATA"))
    # The files that describe a wheel are at its end, and the list of all files comes last. (PEP 427)
    order = sorted(files, key=lambda path: (path.startswith(f"{info}/"), path))
    listed = {**{path: files[path] for path in order}, f"{info}/RECORD": _record(files, order, info)}
    into = BytesIO()
    with ZipFile(into, "w", ZIP_STORED) as archive:
        for path, content in listed.items():
            entry = ZipInfo(path, _EARLIEST)
            entry.create_system = 3  # Unix, whatever this machine is: it is a byte of the file
            entry.external_attr = _PLAIN_FILE << 16
            archive.writestr(entry, content)
    return into.getvalue()


def _record(files: Mapping[str, bytes], order: Iterable[str], info: str) -> bytes:
    lines = [f"{path},sha256={_fingerprint(files[path])},{len(files[path])}\n" for path in order]
    return "".join([*lines, f"{info}/RECORD,,\n"]).encode()


def _fingerprint(content: bytes) -> str:
    """As `RECORD` has it."""
    return urlsafe_b64encode(sha256(content).digest()).rstrip(b"=").decode()


def _says_what_it_is(path: PackagePath) -> bool:
    parts = path.parts
    return parts[0].endswith(".dist-info") and (path.name in _METADATA or parts[1] == "licenses")


def _read(path: PackagePath) -> bytes:
    """A file as it was installed; where it was changed since, no release is made of it."""
    content = Path(str(path.locate())).read_bytes()
    if path.hash and path.hash.mode == "sha256" and path.hash.value != _fingerprint(content):
        raise WheelFault(f"{path.locate()} is not as it was installed: install {DISTRIBUTION} again")
    return content


def _installed_package() -> Path:
    return Path(str(package_files(PACKAGE)))
