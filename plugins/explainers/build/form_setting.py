"""The form in the browser: what a site's settings say of it, and its files."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from explainers.text.suggest import did_you_mean, one_of

if TYPE_CHECKING:
    from explainers.kinds import Kinds

# Where the form is in a site.
FORM = "edit/"
_KEYS = ("cms", "sign_in")
_GITHUB = re.compile(r"https://github\.com/([\w.-]+/[\w.-]+?)(?:\.git)?/?")


class FormFault(Exception):
    """What the settings say of the form cannot be used; the message is for the site's owner."""


@dataclass(frozen=True)
class FormSetting:
    """The form of a site. `cms`: the package that it is made with. `repository`: `owner/name` on GitHub, or empty.

    `sign_in`: the address of the site's own helper for signing in, or empty.
    """

    cms: Path
    repository: str = ""
    sign_in: str = ""


def form_setting(root: Path, given: Any, repo_url: str) -> FormSetting | None:
    """The form that a site wants, if it wants one: `edit` names the package, or has lines of keys. Raises FormFault."""
    if not given:
        return None
    values = {"cms": given} if isinstance(given, str) else given
    if not isinstance(values, Mapping):
        raise FormFault(f"`edit` must name a file, or be lines of `key: value`, with {one_of(_KEYS)}")
    for key, value in values.items():
        if key not in _KEYS:
            fault = f"`{key}` is not a key of `edit`: it is {one_of(_KEYS)}"
            raise FormFault(" – ".join(filter(None, [fault, did_you_mean(str(key), list(_KEYS))])))
        if not isinstance(value, str | None):
            raise FormFault(f"`{key}` of `edit` must be text")
    cms, sign_in = values.get("cms"), values.get("sign_in") or ""
    if not cms:
        raise FormFault("`edit` needs a line `cms:` with the file of the package that the form is made with")
    if sign_in and not re.fullmatch(r"https://[\w.-]+(?::\d+)?(?:/[^\s?#]*)?", sign_in):
        raise FormFault(f"`{sign_in}` is not an address: `sign_in` of `edit` is `https://…`")
    found = _GITHUB.fullmatch(repo_url)
    return FormSetting(root / cms, found[1] if found else "", sign_in)


def form_files(
    form: FormSetting, kinds: Kinds, *, site_name: str, content: Path, repository: Path
) -> Mapping[str, bytes]:
    """The files of the form, by their paths in the site. Raises FormFault."""
    # What reads an archive is loaded for the few sites that have the form.
    from explainers.form.cms_package import NAME, VERSION, PackageFault
    from explainers.form.form_files import RecordsHome
    from explainers.form.form_files import form_files as made

    fetched = f"`npm pack {NAME}@{VERSION}` fetches it"
    try:
        package = form.cms.read_bytes()
    except OSError as fault:
        raise FormFault(
            f"`edit` names `{form.cms.name}`, and it cannot be read: {fault.strerror} – {fetched}"
        ) from None
    root = repository.resolve()
    folder = os.path.relpath(content.resolve(), root).replace(os.sep, "/")
    if folder.startswith(".."):
        raise FormFault(f"`edit` needs the records in the repository of the site, {root}, and they are in {content}")
    home = RecordsHome(folder, root.name, form.repository, form.sign_in)
    try:
        return made(kinds, package, site_name=site_name, home=home)
    except PackageFault as fault:
        raise FormFault(f"`edit` names `{form.cms.name}`, and {fault} – {fetched}") from None
