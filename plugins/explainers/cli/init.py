"""`explainers init <folder>`: a new site that builds at once, with all that checks and publishes it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import click

from explainers.build.publisher_setting import PublisherFault
from explainers.build.publisher_setting import publisher as publisher_named
from explainers.cli.command_site import find_site
from explainers.cli.schema import write_schemas
from explainers.engines.config_file import find_config, names_our_plugin
from explainers.starter.new_site import (
    CONFIG,
    REMOVE_EXAMPLE,
    REQUIREMENTS,
    SAID,
    Answers,
    example_files,
    requirements,
    site_files,
    wheel_path,
)
from explainers.starter.wheel import Wheel, WheelFault, own_wheel
from explainers.starter.writing import WrittenFiles, write_new
from explainers.text.report_frame import visible
from explainers.text.suggest import did_you_mean

_FOLDER = click.Path(file_okay=False, path_type=Path)


@click.command()
@click.argument("folder", type=_FOLDER)
@click.option("--name", help="The name of the site.  [default: that of the folder]")
@click.option("--url", default=Answers.site_url, help="Where the site will be, if you know.")
@click.option("--description", default=Answers.description, help="What the site is, in a sentence.")
@click.option("--language", default="en", help="The language of your texts.  [default: en]")
@click.option("--publisher", default="", help="Who publishes it.")
@click.option("--editor", default="", help="Who answers for what it says.")
@click.option("--contact", default="", help="Where readers write to: a mail address or a web address.")
@click.option("--corrections", default="", help="Where they report a mistake.  [default: the contact]")
@click.option("--without-example", is_flag=True, help="Leave out the invented example.")
def init(
    folder: Path, *, name: str | None, url: str, description: str, language: str, publisher: str, editor: str,
    contact: str, corrections: str, without_example: bool,
) -> None:  # fmt: skip
    """Make a site in FOLDER, which may be `.`: settings, folders, an example, workflows, and what installs it.

    A file that is there is left alone. Where FOLDER has a mkdocs.yml, its site stays as it is, and only what builds
    and checks it is added.
    """
    answers = _answers(
        Answers(
            name or _named_after(folder),
            url,
            description,
            language,
            publisher,
            editor,
            contact,
            corrections or contact,
        )
    )
    site = find_config(folder)
    try:
        wheel = _present(folder, own_wheel())
        files = {**site_files(answers), wheel_path(wheel): wheel.content, REQUIREMENTS: requirements(wheel)}
        has_example = not (without_example or site or _has_records(folder))
        if has_example:
            files |= example_files()
        if site:
            files = {path: content for path, content in files.items() if not path.startswith(SAID)}
        written = write_new(folder, files)
    except WheelFault as fault:
        raise click.UsageError(visible(str(fault))) from None
    except OSError as fault:
        raise click.UsageError(visible(f"{fault.filename or folder} cannot be written: {fault.strerror}")) from None
    click.echo("\n".join(_reported(folder, written, site, has_example=has_example)))
    if not site:
        write_schemas(find_site(folder / CONFIG, content=None, texts=None), folder / "schemas")


def _named_after(folder: Path) -> str:
    """The name of a site in words, from that of its folder."""
    words = folder.resolve().name.replace("-", " ").replace("_", " ").strip()
    return words[:1].upper() + words[1:] or "Explainers"


def _answers(given: Answers) -> Answers:
    """The answers, if a site can have them."""
    for option, value in vars(given).items():
        if any(unicodedata.category(sign) in {"Cc", "Cs"} for sign in value):
            raise click.UsageError(f"the {option.replace('_', ' ')} must be one line")
    for option in ("site_name", "description"):
        if any(sign in getattr(given, option) for sign in '<>"'):
            what = option.replace("_", " ")
            raise click.UsageError(f'the theme prints the {what} as HTML: write it without <, > and ", or with “ ”')
    try:
        publisher_named({"contact": given.contact, "corrections": given.corrections})
    except PublisherFault as fault:
        raise click.UsageError(str(fault)) from None
    if not given.site_url.startswith(("https://", "http://")):
        raise click.BadParameter(f"`{given.site_url}` is not a web address", param_hint="'--url'")
    languages = _languages()
    if given.language not in languages:
        hint = did_you_mean(given.language, languages) or "write a code such as `en`, `de` or `pt-BR`"
        raise click.BadParameter(f"the theme does not know `{given.language}`: {hint}", param_hint="'--language'")
    return given


def _languages() -> list[str]:
    """The languages of the theme; it is not loaded to look."""
    theme = find_spec("material")
    places = list(theme.submodule_search_locations or []) if theme else []
    return sorted(
        file.stem for place in places for file in (Path(place) / "templates/partials/languages").glob("*.html")
    )


def _present(folder: Path, wheel: Wheel) -> Wheel:
    """The wheel that the folder has already under this name: it stays, so the lock has to fit it."""
    there = folder / wheel_path(wheel)
    return Wheel(wheel.name, there.read_bytes()) if there.is_file() else wheel


def _has_records(folder: Path) -> bool:
    return any(path.suffix in {".yml", ".yaml"} for path in (folder / "content").rglob("*"))


def _reported(folder: Path, written: WrittenFiles, site: Path | None, *, has_example: bool) -> Iterator[str]:
    """What was done, what was not, and what comes next."""
    if not written.new:
        yield f"nothing is missing in {folder}"
        return
    example = ", with an invented example" if has_example else ""
    what = "what builds and checks the site" if site else "a site"
    yield f"wrote {what} to {folder}{example}: {len(written.new)} {'file' if len(written.new) == 1 else 'files'}"
    if written.kept:
        yield from ("", "left alone, because it is there already:", *(f"  {folder / path}" for path in written.kept))
    if site and not names_our_plugin(site):
        yield from ("", f"{site} does not name the plugin: add `explainers` to its `plugins`")
    yield from ("", "next:")
    if folder.resolve() != Path.cwd():
        yield f"  cd {folder}"
    yield "  python3 -m venv .venv"
    yield "  . .venv/bin/activate"
    yield f"  pip install --require-hashes --requirement {REQUIREMENTS}"
    yield "  explainers serve"
    if has_example:
        yield from ("", f"`{REMOVE_EXAMPLE}` removes the example. README.md says how to publish.")
