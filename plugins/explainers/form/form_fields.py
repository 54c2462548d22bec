"""The fields of the form, made from the models: for each a widget of the CMS, and how its value is written in a file.

The second, the shape, is for `record.js`, which turns a file into what the form shows, and back.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo
from pydantic_core import PydanticUndefined

from explainers.form.form_words import (
    DATE_HINT,
    NUMBER_HINT,
    TELLING_HINT,
    entry_label,
    hint,
    keys_in_form,
    label,
    left_out,
    shown_as,
    title_key,
)
from explainers.kinds.claim.model import Attribution, ClaimRelation
from explainers.kinds.explainer.model import TermChoice
from explainers.kinds.shared_parts import Citation, Gap
from explainers.model.base import Date, Edtf, Record, Update
from explainers.model.descriptions import descriptions
from explainers.model.fields import AttributionLink, Link, OpenWord, Prose, Several, WebAddress
from explainers.model.shape import keys
from explainers.model.short_forms import ATTRIBUTION, CITATION, RELATION, UPDATE, OneLine
from explainers.model.walk import typed_fields

Widget = dict[str, Any]
Shape = dict[str, Any]
# The collection in which a field looks up records that may be of several kinds. It is not shown.
ALL = "records"
# What `record.js` adds to each record for the CMS alone.
NAME, KIND = "_name", "_kind"
# The name of a figure, once the mapping of figures is a list.
FIGURE = "figure"
# A part that may be written as one word: of which of its keys that is the value, and what it says besides.
_SHORT: Mapping[type[BaseModel], tuple[str, Mapping[str, str]]] = {
    Date: ("edtf", {"basis": "stated"}),
    Gap: ("text", {}),
    TermChoice: ("mark", {}),
    Citation: ("source", {}),
}
# What a note in brackets after that word is, and what the part says with it.
_NOTED: Mapping[type[BaseModel], Shape] = {Date: {"key": "note", "besides": {"basis": "inferred"}}}
_IN_ONE_LINE: Mapping[type[BaseModel], OneLine] = {
    Attribution: ATTRIBUTION,
    Citation: CITATION,
    ClaimRelation: RELATION,
    Update: UPDATE,
}
_DATE_PATTERN = [r"^[-0-9TZYSWX.:/~?%+,{}\[\] ]+$", DATE_HINT]
_IS_DATE, _IS_ADDRESS, _IS_SEVERAL = get_args(Edtf)[1], get_args(WebAddress)[1], get_args(Several[str])[1]
# The widgets whose values tell closed entries of a list apart.
_SUMMARIZING = frozenset({"string", "select", "relation"})


@dataclass(frozen=True, slots=True)
class FormField:
    """A field as the CMS knows it, and how its value is written in a file."""

    widget: Widget
    shape: Shape


@dataclass(frozen=True, slots=True)
class _Type:
    """A type and its metadata."""

    base: Any
    notes: tuple[Any, ...]

    def note(self, wanted: type[Any]) -> Any:
        return next((note for note in self.notes if isinstance(note, wanted)), None)

    @property
    def pattern(self) -> str:
        return next((found for note in self.notes if (found := getattr(note, "pattern", None))), "")


def fields_of(model: type[BaseModel], folders: Mapping[str, str]) -> list[FormField]:
    """The fields of a record or of a part of one, in the order of the keys. `folders`: of each kind by its name."""
    order = keys(model)
    return sorted(_fields(model, folders), key=lambda field: order.index(field.widget["name"]))


def _fields(model: type[BaseModel], folders: Mapping[str, str]) -> Iterator[FormField]:
    words = descriptions(model)
    for name, key, annotation in typed_fields(model):
        if key in left_out(model) or (key == "id" and issubclass(model, Record)):
            continue
        info = model.model_fields[name]
        yield _named(_field(_plain(annotation), folders), key, words.get(name, ""), info)


def _named(made: FormField, key: str, description: str, info: FieldInfo) -> FormField:
    """A field with its name, its help and its default, which is shown, and need not be written."""
    widget, default = made.widget, _default(info, made.shape)
    is_list = widget["widget"] == "list" or widget.get("multiple")
    if "field" in widget:
        widget = {**widget, "field": {"name": "value", "label": entry_label(key), **widget["field"]}}
    named: Widget = {
        "name": key,
        "label": info.title or label(key),
        **({"label_singular": entry_label(key)} if widget["widget"] == "list" else {}),
        **widget,
        **default,
        **({"hint": words} if (words := hint(description, widget.get("hint", ""))) else {}),
        # A choice that has a default is never empty.
        "required": info.is_required() or (bool(default) and widget["widget"] == "select"),
        **({"min": 1} if is_list and info.is_required() else {}),
        # What has to be filled in is open.
        **({"collapsed": False} if widget["widget"] == "object" and info.is_required() else {}),
    }
    return FormField(named, made.shape | default)


def _default(info: FieldInfo, shape: Shape) -> Shape:
    """The word or the switch that need not be written."""
    default = info.get_default()
    if default in (None, PydanticUndefined, "") or not isinstance(default, str | bool | int) or "part" in shape:
        return {}
    return {"default": default if isinstance(default, bool) else str(default)}


def _field(found: _Type, folders: Mapping[str, str]) -> FormField:
    origin = get_origin(found.base)
    if link := found.note(Link):
        return FormField(_relation(link, folders), {})
    if origin is tuple:
        return _list(found, folders)
    if origin is dict:
        return _map(_plain(get_args(found.base)[1]), folders)
    if isinstance(found.base, type) and issubclass(found.base, BaseModel):
        return _part(found.base, folders)
    return FormField(_word(found), {"switch": True} if found.base is bool else {})


def _word(found: _Type) -> Widget:
    """The widget of a single value."""
    if found.base is bool:
        return {"widget": "boolean"}
    known = found.note(OpenWord)
    if get_origin(found.base) is Literal or (known and known.is_closed):
        words = known.known if known else get_args(found.base)
        options = [{"label": word.replace("-", " "), "value": word} for word in words]
        return {"widget": "select", "options": options, "dropdown_threshold": 4}
    if _IS_DATE in found.notes:
        return {"widget": "string", "pattern": _DATE_PATTERN}
    if found.note(Prose):
        return {"widget": "text"}
    if known:
        return {"widget": "string", "hint": f"Known words: {', '.join(known.known)}."}
    address = {"type": "url"} if _IS_ADDRESS in found.notes else {}
    pattern = {"pattern": [found.pattern, "This is not in the expected form."]} if found.pattern else {}
    telling = {"hint": TELLING_HINT} if found.note(AttributionLink) else {}
    return {"widget": "string", **address, **pattern, **telling}


def _relation(link: Link, folders: Mapping[str, str]) -> Widget:
    """A picker of records: by their names, and what is written is the id."""
    single = link.kinds[0] if len(link.kinds) == 1 else ""
    title = title_key(single) if single else NAME
    shown = shown_as(single) if single else f"{{{{{NAME}}}}}"
    filters = [{"field": KIND, "values": list(link.kinds)}] if len(link.kinds) > 1 else []
    return {
        "widget": "relation",
        "collection": folders[single] if single else ALL,
        "value_field": "{{slug}}",
        "display_fields": [shown],
        "search_fields": [title, "{{slug}}"],
        "dropdown_threshold": 0,
        **({"filters": filters} if filters else {}),
    }


def _list(found: _Type, folders: Mapping[str, str]) -> FormField:
    inner = _field(_plain(get_args(found.base)[0]), folders)
    several = {"one": True} if _IS_SEVERAL in found.notes else {}
    shape: Shape = {"list": inner.shape, **several}
    if inner.widget["widget"] == "relation":
        return FormField({**inner.widget, "multiple": True}, shape)
    if "part" in inner.shape:
        return FormField(_entries(inner), shape)
    return FormField({"widget": "list", "field": inner.widget}, shape)


def _entries(part: FormField, *more: Widget) -> Widget:
    """A list of parts. A closed entry shows its first two words or links."""
    fields = [*more, *part.widget["fields"]]
    by_key = {field["name"]: field for field in fields}
    names = [key for key in dict.fromkeys([*(each["name"] for each in more), *part.shape["part"]]) if key in by_key]
    words = [key for key in names if _is_in_summary(by_key[key])][:2]
    # What may be missing leaves no sign behind, but for what is said of a name or a number.
    between = " · " if words[:1] in (["id"], [FIGURE]) or all(by_key[key]["required"] for key in words) else " "
    summary = {"summary": between.join(f"{{{{{key}}}}}" for key in words)} if words else {}
    return {"widget": "list", "fields": fields, "collapsed": "auto", **summary}


def _is_in_summary(field: Widget) -> bool:
    """Whether a closed entry of a list shows the field."""
    return field["widget"] in _SUMMARIZING and (not field.get("multiple") or field["required"])


def _map(inner: _Type, folders: Mapping[str, str]) -> FormField:
    """Figures by their names: a list whose entries have a name, or lines of a name and a text."""
    made = _field(inner, folders)
    if "part" not in made.shape:
        return FormField(
            {"widget": "keyvalue", "key_label": "Figure", "value_label": "As printed"}, {"map": made.shape}
        )
    name = {
        "name": FIGURE,
        "label": "Name of the figure",
        "widget": "string",
        "hint": "As the statement has it in braces: **q1** for {q1}.",
        "required": True,
        "pattern": [r"^[A-Za-z]\w*$", "Letters and digits: q1."],
    }
    return FormField(_entries(made, name), {"map": made.shape, "name": FIGURE})


def _part(model: type[BaseModel], folders: Mapping[str, str]) -> FormField:
    made = fields_of(model, folders)
    shape: Shape = {"part": {field.widget["name"]: field.shape for field in made}}
    key, besides = _SHORT.get(model, ("", {}))
    if key:
        shape |= {"short": key, "besides": dict(besides)}
    if noted := _NOTED.get(model):
        shape["noted"] = noted
    if line := _IN_ONE_LINE.get(model):
        shape["line"] = {**line._asdict(), "others": sorted(line.others), "known": sorted(line.known)}
    order = keys_in_form(model)
    fields = sorted((_in_part(field.widget, besides) for field in made), key=lambda field: order.index(field["name"]))
    return FormField({"widget": "object", "fields": fields, "collapsed": "auto"}, shape)


def _in_part(widget: Widget, besides: Mapping[str, str]) -> Widget:
    """What a new part says at first: that a date is one that the source states. An id may be left to us."""
    if widget["name"] == "id":
        return widget | {"required": False, "hint": hint(widget.get("hint", ""), NUMBER_HINT)}
    return widget | ({"default": besides[widget["name"]]} if widget["name"] in besides else {})


def _plain(annotation: Any, notes: tuple[Any, ...] = ()) -> _Type:
    """A type apart from its notes. Of `X | None` it is X; of a part or its short form, the part."""
    origin = get_origin(annotation)
    if origin is Annotated:
        base, *more = get_args(annotation)
        deeper = [found for note in more if isinstance(note, FieldInfo) for found in note.metadata]
        return _plain(base, (*notes, *more, *deeper))
    if origin in {Union, UnionType}:
        options = [option for option in get_args(annotation) if option is not NoneType]
        parts = [option for option in options if isinstance(option, type) and issubclass(option, BaseModel)]
        return _plain(parts[0] if parts else options[0] if len(options) == 1 else str, notes)
    return _Type(annotation, notes)
