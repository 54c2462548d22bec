"""What a build reports in MkDocs' log, its own failures included."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from errno import EACCES, EDQUOT, EIO, ENOSPC, EPERM, EROFS

from mkdocs.exceptions import ConfigurationError, PluginError

from explainers.build.phases import Phases
from explainers.build.shards import ShardFault
from explainers.build.site_build import SiteBuild
from explainers.build.workers import WorkerDied
from explainers.exports.csl_style import StyleFault
from explainers.text.diagnostic import Diagnostic, Severity
from explainers.text.report import one
from explainers.text.report_frame import visible

log = logging.getLogger("mkdocs.plugins.explainers")
_LESS_MEMORY = "with `workers: 1` it is done in one process, which needs less memory"
_OF_THE_DISK = frozenset({EACCES, EDQUOT, EIO, ENOSPC, EPERM, EROFS})


def _missing_template(fault: Exception) -> str:
    """The template that a theme asks for and does not have; ours are already compiled, and ask for none."""
    kind = type(fault)
    is_missing = (kind.__module__, kind.__name__) == ("jinja2.exceptions", "TemplateNotFound")
    return str(getattr(fault, "name", "")) if is_missing else ""


@contextmanager
def faults_explained() -> Iterator[None]:
    """Report a failure inside for what it is: wrong settings, unfit parts, a full disk, a killed worker, our bug."""
    try:
        yield
    except ConfigurationError:
        raise
    except StyleFault as fault:
        raise ConfigurationError(f"plugin 'explainers': `citation_style`: {fault}") from None
    except ShardFault as fault:
        raise ConfigurationError(f"plugin 'explainers': {fault}") from None
    except WorkerDied as fault:
        raise PluginError(f"{fault}; {_LESS_MEMORY}") from None
    except Exception as fault:
        if isinstance(fault, OSError) and fault.errno in _OF_THE_DISK:
            raise PluginError(f"{fault.filename or 'the site'} cannot be written: {fault.strerror}") from None
        if missing := _missing_template(fault):
            raise ConfigurationError(f"the theme has no template `{missing}`; is its `language` right?") from None
        log.exception("this is a bug in explainers")
        raise PluginError(f"this is a bug in explainers: {fault!r}") from fault


def report_time(phases: Phases, *, made: int, same: int, in_detail: bool) -> None:
    """Report how many pages were written, how many were unchanged, and how long it took."""
    unchanged = f", {same:,} unchanged" if same else ""
    log.info("%s pages of ours written%s, in %.1f s", f"{made - same:,}", unchanged, phases.whole())
    if in_detail:
        log.info("where the time went:\n%s", "\n".join(phases.table()))


def refuse(found: Sequence[Diagnostic]) -> None:
    """Report what must not be published, and build nothing. Raises PluginError."""
    for diagnostic in found:
        log.error(one(diagnostic, {}))
    if found:
        raise PluginError(f"the site is not built: {visible(found[0].span.path)} cannot be published")


def report(built: SiteBuild) -> None:
    """Each diagnostic as a line of MkDocs' log, so that `--strict` counts it."""
    levels = {Severity.ERROR: logging.ERROR, Severity.WARNING: logging.WARNING, Severity.INFO: logging.INFO}
    for diagnostic in built.diagnostics:
        level = levels[diagnostic.severity] if diagnostic.counts else logging.INFO
        log.log(level, one(diagnostic, built.texts))
    for id in built.unstyled:
        log.warning(
            "`citation_style`: its processor fails at the source `%s`, whose reference is in the house style", id
        )
