"""The configuration of the CMS: where a site has its records, and the fields of each kind."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from explainers.form.form_fields import ALL, KIND, NAME, FormField, fields_of
from explainers.form.form_words import shown_as, title_key
from explainers.kinds.kind import Kind, Kinds
from explainers.model.fields import ID_PATTERN, MAX_ID

Config = dict[str, Any]
# The icon of each kind of record, by the names that the CMS has for icons.
_ICONS = {
    "explainer": "help",
    "claim": "format_quote",
    "source": "article",
    "actor": "groups",
    "place": "place",
    "event": "event",
    "term": "dictionary",
}


def collections(kinds: Kinds, content: str) -> list[Config]:
    """A collection for each kind of record, and one that holds all, where fields look up records of several kinds.

    `content` is the folder of records, from the root of the repository.
    """
    shown = [_collection(kind, record_fields(kind, kinds), content) for kind in kinds]
    every: Config = {
        "name": ALL,
        "label": "All records",
        "folder": content,
        "path": f"{{{{{KIND}}}}}/{{{{slug}}}}",
        "extension": "yml",
        "format": ALL,
        "identifier_field": NAME,
        "hide": True,
        "create": False,
        "delete": False,
        "fields": [_hidden(NAME), _hidden(KIND)],
    }
    return [*shown, every]


def record_fields(kind: Kind, kinds: Kinds) -> Sequence[FormField]:
    """The fields of a kind of record."""
    return fields_of(kind.model, {each.name: each.plural for each in kinds})


def shapes(kinds: Kinds) -> dict[str, Any]:
    """How the records of each kind are written, for `record.js`: by the name of the kind."""
    return {
        kind.name: {
            "part": {field.widget["name"]: field.shape for field in record_fields(kind, kinds)},
            "title": title_key(kind.name).split("."),
        }
        for kind in kinds
    }


def _collection(kind: Kind, fields: Sequence[FormField], content: str) -> Config:
    title = title_key(kind.name)
    return {
        "name": kind.plural,
        "label": kind.plural_label,
        "label_singular": kind.label,
        "folder": f"{content}/{kind.plural}",
        "extension": "yml",
        "format": kind.name,
        "identifier_field": title,
        "slug": {
            "template": f"{{{{{title}}}}}",
            "editable": ["create"],
            "pattern": [ID_PATTERN, "Small letters, digits and hyphens: mara-lind."],
            "hint": "The record's id: in links, in the name of its file, and in its address.",
        },
        "summary": shown_as(kind.name),
        "sortable_fields": [title, "status"],
        "view_filters": [{"label": "Drafts", "field": "status", "pattern": "^draft$"}],
        **({"icon": _ICONS[kind.name]} if kind.name in _ICONS else {}),
        "fields": [*(_widget(field) for field in fields), _hidden(KIND, kind.name)],
    }


def _widget(field: FormField) -> Config:
    """A new record is a draft."""
    return field.widget | ({"default": "draft"} if field.widget["name"] == "status" else {})


def _hidden(name: str, value: str = "") -> Config:
    return {"name": name, "label": name[1:].capitalize(), "widget": "hidden", **({"default": value} if value else {})}


def cms_config(kinds: Kinds, content: str, *, site_name: str, backend: Config) -> Config:
    """The whole configuration of the CMS."""
    return {
        "load_config_file": False,
        "app_title": f"{site_name}: edit",
        "backend": backend,
        # Each change is a pull request, which the checks read before it is published.
        "publish_mode": "editorial_workflow",
        "media_folder": "docs/assets",
        "media_libraries": {"default": False, "stock_assets": {"providers": []}},
        "editor": {"preview": False},
        "show_preview_links": False,
        "slug": {"encoding": "ascii", "clean_accents": True, "maxlength": MAX_ID},
        "collections": collections(kinds, content),
    }
