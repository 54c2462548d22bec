"""The files of the form, in a folder of the site: the page, our scripts, the CMS, and what it has to know."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from importlib.resources import files as package_files
from typing import Any

from explainers.form.cms_config import cms_config, shapes
from explainers.form.cms_package import unpacked
from explainers.kinds.kind import Kinds

FOLDER = "edit"
_OURS = ("edit.js", "record.js", "record_text.js", "js-yaml.js", "js-yaml.LICENSE")
# The CMS writes its styles into the page as it goes. It talks to no one but the site itself and, where the records are
# there, to GitHub, from which it also has the picture of who has signed in.
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self'; "
    "img-src 'self' data: blob:{pictures}; connect-src 'self' data:{host}; base-uri 'none'; form-action 'none'"
)
_HOST, _PICTURES = " https://api.github.com", " https://avatars.githubusercontent.com"
# Without GitHub there is nothing to sign in to.
_NO_SIGN_IN = "<style>.container .buttons > .secondary { display: none }</style>"


@dataclass(frozen=True, slots=True)
class RecordsHome:
    """Where the records of a site are. `content`: their folder, from the `root` of the repository, which is a name.

    `repository`: `owner/name` on GitHub; without one the form edits a folder of the reader's computer alone.
    `sign_in`: the address of the site's own helper for signing in to GitHub, or empty.
    """

    content: str
    root: str
    repository: str = ""
    sign_in: str = ""


def form_files(kinds: Kinds, package: bytes, *, site_name: str, home: RecordsHome) -> Mapping[str, bytes]:
    """The files of the form, by their paths in the site. Raises PackageFault."""
    cms = cms_config(kinds, home.content, site_name=site_name, backend=_backend(home))
    found = {f"{FOLDER}/cms/{path}": data for path, data in unpacked(package).items()}
    found |= {f"{FOLDER}/{name}": (package_files(__package__) / name).read_bytes() for name in _OURS}
    found[f"{FOLDER}/index.html"] = _page(site_name, is_online=bool(home.repository)).encode()
    found[f"{FOLDER}/config.json"] = f"{json.dumps({'cms': cms, 'shapes': shapes(kinds)})}\n".encode()
    return found


def _page(site_name: str, *, is_online: bool) -> str:
    policy = _POLICY.format(host=_HOST if is_online else "", pictures=_PICTURES if is_online else "")
    template = (package_files(__package__) / "page.html").read_text("utf-8")
    style = "" if is_online else _NO_SIGN_IN
    return template.format(policy=policy, title=escape(f"{site_name}: edit"), style=style)


def _backend(home: RecordsHome) -> dict[str, Any]:
    """GitHub: anyone can sign in with a token, and with a button where the site has a helper for that."""
    methods = ["oauth", "token"] if home.sign_in else ["token"]
    own = {"base_url": home.sign_in} if home.sign_in else {}
    return {"name": "github", "repo": home.repository or f"local/{home.root}", "auth_methods": methods, **own}
