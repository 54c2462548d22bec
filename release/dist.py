"""`make dist`: the wheel and the sdist, built twice, compared, looked through, installed and tried.

Both have the same bytes wherever and whenever they are built: setuptools makes them, and their files are packed again
in one order, with one date and one mode.
"""

from __future__ import annotations

import gzip
import io
import os
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
import tomllib
import venv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from email import message_from_bytes
from email.message import Message
from pathlib import Path
from zipfile import ZipFile

from explainers.starter.wheel import PACKAGE, packed

ROOT = Path(__file__).parents[1]
SOURCES = ("pyproject.toml", "README.md", "LICENSE", "plugins")
# The earliest day that a zip file can have: none is later than the one a build asks for.
EARLIEST = 315532800
# setuptools leaves its own arguments behind.
_BUILD = "import setuptools.build_meta as b, sys; to = sys.argv[1]; b.build_wheel(to); b.build_sdist(to)"


class DistFault(Exception):
    """The distribution is not as it should be."""


@dataclass(frozen=True)
class Dist:
    """A wheel and an sdist, each as the name of its file and its bytes."""

    wheel: tuple[str, bytes]
    sdist: tuple[str, bytes]


def main() -> None:
    """Build into dist/, and leave with status 1 where something is not as it should be."""
    try:
        with tempfile.TemporaryDirectory() as aside:
            dist = twice(ROOT, Path(aside))
            check(dist, ROOT)
            out = ROOT / "dist"
            shutil.rmtree(out, ignore_errors=True)
            out.mkdir()
            for name, content in (dist.wheel, dist.sdist):
                (out / name).write_bytes(content)
            try_out(out / dist.wheel[0], Path(aside) / "tried")
    except DistFault as fault:
        sys.exit(f"make dist: {fault}")
    for name, content in (dist.wheel, dist.sdist):
        print(f"dist/{name}  {len(content):,} bytes")


def twice(root: Path, aside: Path) -> Dist:
    """Build it, and once more from the sdist, in another folder and under another umask. Raises DistFault."""
    first = built(sources(root, aside / "one"), umask=0o022)
    unpacked = aside / "from the sdist"
    with tarfile.open(fileobj=io.BytesIO(first.sdist[1])) as archive:
        archive.extractall(unpacked, filter="data")
    second = built(next(unpacked.iterdir()), umask=0o077)
    for one, other in ((first.wheel, second.wheel), (first.sdist, second.sdist)):
        if one != other:
            raise DistFault(f"two builds of {one[0]} differ: {_difference(one[1], other[1])}")
    return first


def sources(root: Path, to: Path) -> Path:
    """A copy of what a distribution is made from, with nothing that was made of it before."""
    to.mkdir(parents=True)
    left_out = shutil.ignore_patterns("__pycache__", "*.egg-info", ".*")
    for name in SOURCES:
        if (root / name).is_dir():
            shutil.copytree(root / name, to / name, ignore=left_out, copy_function=shutil.copyfile)
        else:
            shutil.copyfile(root / name, to / name)
    return to


def built(folder: Path, *, umask: int) -> Dist:
    """What setuptools makes of a folder, packed again. Raises DistFault."""
    with tempfile.TemporaryDirectory() as out:
        done = subprocess.run(
            [sys.executable, "-c", _BUILD, out],
            cwd=folder,
            env=os.environ | {"SOURCE_DATE_EPOCH": str(EARLIEST), "PYTHONDONTWRITEBYTECODE": "1"},
            umask=umask,
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            raise DistFault(f"setuptools cannot build it:\n{done.stderr}")
        wheel, sdist = next(Path(out).glob("*.whl")), next(Path(out).glob("*.tar.gz"))
        files = {path: content for path, content in wheel_files(wheel.read_bytes()).items() if not _is_record(path)}
        return Dist((wheel.name, packed(files)), (sdist.name, packed_sdist(sdist_files(sdist.read_bytes()))))


def wheel_files(wheel: bytes) -> dict[str, bytes]:
    """The files of a wheel by path."""
    with ZipFile(io.BytesIO(wheel)) as archive:
        return {path: archive.read(path) for path in archive.namelist() if not path.endswith("/")}


def sdist_files(sdist: bytes) -> dict[str, bytes]:
    """The files of an sdist by path."""
    with tarfile.open(fileobj=io.BytesIO(sdist)) as archive:
        files = {entry.name: found.read() for entry in archive if (found := archive.extractfile(entry))}
    # setuptools puts notes for itself beside them, which it makes again in each build.
    return {path: content for path, content in files.items() if not re.search(r"\.egg-info/|/setup\.cfg$", path)}


def packed_sdist(files: Mapping[str, bytes]) -> bytes:
    """An sdist of files by path, in one order, of no one, with one date and one mode."""
    tar = io.BytesIO()
    with tarfile.open(fileobj=tar, mode="w", format=tarfile.PAX_FORMAT) as archive:
        for path in sorted(files):
            entry = tarfile.TarInfo(path)
            entry.size, entry.mtime, entry.mode = len(files[path]), EARLIEST, 0o644
            archive.addfile(entry, io.BytesIO(files[path]))
    # Not compressed either: what compresses differs from one Python to the next.
    return gzip.compress(tar.getvalue(), compresslevel=0, mtime=EARLIEST)


def check(dist: Dist, root: Path) -> None:
    """Look through what was built. Raises DistFault."""
    for fault in (*content_faults(dist, root), *metadata_faults(dist, root)):
        raise DistFault(fault)


def content_faults(dist: Dist, root: Path) -> Iterator[str]:
    """What a distribution lacks, or has too much: the package has to be in it whole, and nothing besides."""
    folder = root / "plugins" / PACKAGE
    known = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z", "."],
        cwd=folder,
        check=True,
        capture_output=True,
        text=True,
    )
    ours = {f"{PACKAGE}/{path}" for path in known.stdout.split("\0") if path and (folder / path).is_file()}
    wheel = {path for path in wheel_files(dist.wheel[1]) if ".dist-info/" not in path}
    sdist = {path.partition("/")[2] for path in sdist_files(dist.sdist[1])}
    yield from (f"{path} is not in the wheel" for path in sorted(ours - wheel))
    yield from (f"{path} is in the wheel, and not in the repository" for path in sorted(wheel - ours))
    wanted = {*(f"plugins/{path}" for path in ours), "README.md", "LICENSE", "pyproject.toml"}
    yield from (f"{path} is not in the sdist" for path in sorted(wanted - sdist))


def metadata_faults(dist: Dist, root: Path) -> Iterator[str]:
    """Where the wheel says something else of itself than pyproject.toml."""
    project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]
    found = metadata(dist.wheel[1])
    wanted = {
        "Name": project["name"],
        "Version": project["version"],
        "Summary": project["description"],
        "Requires-Python": project["requires-python"],
        "License-Expression": project["license"],
        "Description-Content-Type": "text/markdown",
    }
    yield from (f"{key} is `{found[key]}`, not `{value}`" for key, value in wanted.items() if found[key] != value)
    description = found.get_payload(decode=True)
    if not isinstance(description, bytes) or (root / "README.md").read_bytes().strip() != description.strip():
        yield "the description is not README.md"
    asked = [line for line in found.get_all("Requires-Dist", []) if "extra ==" not in line]
    if len(asked) != len(project["dependencies"]):
        yield f"it asks for {len(asked)} packages, and pyproject.toml for {len(project['dependencies'])}"


def metadata(wheel: bytes) -> Message:
    """What a wheel says of itself."""
    files = wheel_files(wheel)
    return message_from_bytes(next(files[path] for path in files if path.endswith(".dist-info/METADATA")))


def try_out(wheel: Path, aside: Path) -> None:
    """Install it as its lock says, make a site with it, and install and build that one by one command each.

    Only what the lock names is fetched, and nothing of this folder is in reach. Raises DistFault.
    """
    first, second, site = aside / "first", aside / "second", aside / "site"
    lock = ROOT / "plugins/explainers/starter/requirements.txt"
    print("installing the wheel and its lock into a new environment ...", flush=True)
    venv.create(first, with_pip=True)
    pip = ("-m", "pip", "install", "--quiet", "--disable-pip-version-check")
    _run(aside, first / "bin/python", *pip, "--require-hashes", "--only-binary", ":all:", "--requirement", str(lock))
    _run(aside, first / "bin/python", *pip, "--no-index", "--no-deps", str(wheel))
    _run(aside, first / "bin/explainers", "init", str(site))
    if (site / "vendor" / wheel.name).read_bytes() != wheel.read_bytes():
        raise DistFault("the wheel that `explainers init` writes is not the one that it was installed from")
    print("installing the site that it makes into another ...", flush=True)
    venv.create(second, with_pip=True)
    _run(site, second / "bin/python", *pip, "--require-hashes", "--requirement", "requirements.txt")
    _run(site, second / "bin/explainers", "check", "--strict")
    _run(site, second / "bin/mkdocs", "build", "--strict")


def _run(folder: Path, *command: Path | str) -> None:
    given = {key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "MAKE"))}
    done = subprocess.run(
        command, cwd=folder, env=given, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False
    )
    if done.returncode:
        raise DistFault(f"`{' '.join(map(str, command))}` fails:\n{done.stdout}")


def _is_record(path: str) -> bool:
    return path.endswith(".dist-info/RECORD")


def _difference(one: bytes, other: bytes) -> str:
    read = wheel_files if one.startswith(b"PK") else sdist_files
    first, second = read(one), read(other)
    names = [path for path in sorted(first.keys() | second.keys()) if first.get(path) != second.get(path)]
    return ", ".join(names[:5]) or "the archives themselves"


if __name__ == "__main__":
    main()
