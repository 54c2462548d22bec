"""The plugin: settings in, pages and files out. What it does is done in `build`; this only translates."""

from __future__ import annotations

import atexit
import gc
import logging
from collections.abc import Sequence
from functools import partial
from importlib.resources import files as package_files
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.exceptions import ConfigurationError
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.structure.files import File, Files

from explainers.build.check import Inputs
from explainers.build.files import repository, unpublishable
from explainers.build.garbage import kept_to_the_end
from explainers.build.inputs import inputs
from explainers.build.parts import Part
from explainers.build.phases import Phases
from explainers.build.preview import Preview
from explainers.build.progress import Progress
from explainers.build.settings import Settings
from explainers.build.site_build import Built, begun, finished
from explainers.engines.history import changed_days
from explainers.engines.mkdocs import shards
from explainers.engines.mkdocs.files import added_files, other_pages
from explainers.engines.mkdocs.files.generated_pages import GeneratedFile, GeneratedPage, every_page, share_out
from explainers.engines.mkdocs.files.navigation import doors, has_claims, navigation
from explainers.engines.mkdocs.finish import sitemap
from explainers.engines.mkdocs.finish.finishing import Finishing
from explainers.engines.mkdocs.finish.search_adapter import RecordIndexer, index_records
from explainers.engines.mkdocs.foreign_plugins import foreign_plugins
from explainers.engines.mkdocs.frames.direct_writing import write_records
from explainers.engines.mkdocs.frames.site_folder import SiteFolder
from explainers.engines.mkdocs.plugin_options import ExplainersConfig
from explainers.engines.mkdocs.reporting import faults_explained, refuse, report, report_time
from explainers.engines.mkdocs.serving.served_build import ServedBuild as ServedBuild
from explainers.engines.mkdocs.serving.served_build import Theme
from explainers.engines.mkdocs.serving.served_site import LiveBuild, ServedSite
from explainers.engines.site_settings import SettingsFault, settings
from explainers.exports import ExportedFile
from explainers.pages import Index
from explainers.pages.compiled import distrust
from explainers.text.suggest import one_of

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page as MkDocsPage

log = logging.getLogger("mkdocs.plugins.explainers")
# On leaving, Python looks once more through all that is in memory: a fifth of the time of a build.
atexit.register(gc.freeze)


class ExplainersPlugin(BasePlugin[ExplainersConfig]):  # type: ignore[no-untyped-call]
    """Turns records into pages of a MkDocs site."""

    def __init__(self) -> None:
        self.pages = other_pages.OtherPages()
        self.extension = self.pages.extension
        self.settings: Settings
        self.days: dict[str, str] = {}
        self.indexes: Sequence[Index] = ()
        self.nav: Navigation
        self.built: Built
        # Whether `check` has the pages converted, and nothing is to be built.
        self.only_pages = False
        self.phases = Phases()
        self.folder = SiteFolder(Path())
        self.parts: Sequence[Part] = ()
        self.files: Files
        self.all_pages: Sequence[File] = ()
        self.search: RecordIndexer | None = None
        self.finishing: Finishing
        self.found: Inputs
        self.env: Any = None
        self.is_finished = False
        self.is_served = self.is_dirty = self.knows_of_the_cache = False
        self.live = LiveBuild()
        # Whether pages are made when all is known that the theme needs, and not before MkDocs asks for them.
        # And whether that is when a browser asks.
        self.writes_directly = self.on_request = False

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """While a site is served, the plugin lives on from one build to the next: MkDocs looks whether this is here."""
        self.is_served = command == "serve" and not dirty
        self.is_dirty = dirty
        self.knows_of_the_cache = False

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read the settings; add our styles, our script and our Markdown."""
        self.phases = Phases()
        self.is_finished = False
        root = Path(config.config_file_path or "mkdocs.yml").resolve().parent
        try:
            self.settings = settings(root, dict(self.config), config, drafts=self.is_served)
        except SettingsFault as fault:
            raise ConfigurationError(f"plugin 'explainers': {fault}") from None
        distrust(repository(root))
        if self.config.cache is not None and not self.knows_of_the_cache:
            self.knows_of_the_cache = True
            log.info("the setting `cache` does nothing any more: nothing is kept between builds but the site itself")
        config.extra_css.insert(0, f"{added_files.ASSETS}/explainers.css")
        config.extra_javascript.append(f"{added_files.ASSETS}/explainers.js")
        policy = self.settings.content_security_policy
        self.finishing = Finishing(config, added_files.ASSETS, policy=policy, is_served=self.is_served)
        config.markdown_extensions.append(self.extension)  # type: ignore[arg-type]
        theme = str(package_files("explainers") / "engines" / "mkdocs" / "theme")
        config.theme.dirs.insert(1 if config.theme.custom_dir else 0, theme)
        return config

    @event_priority(-100)  # all who listen are known by then
    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """See who else hears of each page. A file of the last build that comes out the same is to be left."""
        if self.only_pages:
            return
        refuse(unpublishable(self.settings, self.settings.root))
        listening = foreign_plugins(config)
        self.writes_directly = self.settings.fast and not listening
        self.on_request = self.writes_directly and self.is_served
        if listening:
            log.info("records go through MkDocs one by one, and slowly, for %s hears of each", one_of(listening))
        self.parts = shards.parts(self.settings, config, once=not (self.is_served or self.is_dirty))
        self.folder = SiteFolder(Path(config.site_dir))
        # The folder of a preview is gone with it.
        if not (self.is_served or self.is_dirty):
            self.folder.instead_of_emptying()

    @kept_to_the_end()
    def _add_ours(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Read the records, and add what is made of them."""
        if self.only_pages:
            return files
        with self.phases("days of the last changes"):
            self.days = changed_days(self.settings.root, self.settings.content, self.settings.docs)
        with faults_explained():
            with self.phases("reading and checking the records"):
                self.found = self.live.last_good(inputs(self.settings))
                built = self._begun()
            with self.phases("files for programs"):
                joint = self._joint_files(built, files)
        self.pages.begin(built.site, built.linked.graph, root=self.settings.root)
        self.indexes = built.indexes
        self.built = built
        added_files.add_pages(built, files, config)
        added_files.add_files(joint, built, files, config)
        (added_files.add_late_files if self.writes_directly else added_files.add_unmade_files)(built, files, config)
        return files

    @event_priority(-100)  # the others have added and taken away pages by then
    def _add_navigation(self, files: Files, *, config: MkDocsConfig) -> Files:
        if config.nav is None and not self.only_pages:
            config.nav = navigation(files, self.indexes)
        return files

    on_files = CombinedEvent(_add_ours, _add_navigation)

    @event_priority(100)  # before anyone looks at the page
    def on_pre_page(self, page: MkDocsPage, *, config: MkDocsConfig, files: Files) -> MkDocsPage:
        """Pages of records come last: what the others use is known by then."""
        if isinstance(page, GeneratedPage) and not self.writes_directly:
            self._finish(files)
        return page

    def on_page_markdown(self, markdown: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        """Tell our Markdown where the page will stand, and the sitemap when it last changed."""
        if not isinstance(page, GeneratedPage):
            self.pages.prepare(page, other_pages.last_changed(page.file, self.settings.root, self.days))
        return markdown

    def on_page_content(self, html: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        """A page written by hand has what every page of the site has; a site without claims is left as it is."""
        if isinstance(page, GeneratedPage):
            return html
        self.pages.take(page, config)
        if not has_claims(self.indexes):
            return html
        return other_pages.with_frame(html, page, self.extension.site)

    @event_priority(-100)  # the others have put in what they put in
    def on_post_page(self, output: str, *, page: MkDocsPage, config: MkDocsConfig) -> str:
        """Put a page's data and its policy into its head."""
        return self.finishing.page(output, page)

    @event_priority(-100)  # the others have changed the navigation by then
    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """A record's page belongs to its index, so that the theme opens the right part of the navigation."""
        parents = {p.job.path.removesuffix("/index"): p for p in nav.pages if isinstance(p, GeneratedPage)}
        for file in files:
            if isinstance(file.page, GeneratedPage) and file.page.job.is_record:
                index = parents.get(file.page.job.path.partition("/")[0])
                file.page.parent = index.parent if index else None
        self.nav = nav
        if self.writes_directly:
            share_out(files, nav, all_of_ours=self.on_request)
        else:
            added_files.others_first(files)
        return nav

    @event_priority(-100)  # the others have changed the theme by then
    def on_env(self, env: Any, *, config: MkDocsConfig, files: Files) -> Any:
        """Give our page for what is not found the ways it can offer, and the theme its shells."""
        self._finish(files)
        self.env, self.files, self.all_pages = env, files, every_page(files)
        env.globals["explainers_doors"] = doors(self.indexes, self.extension.site)
        self.search = index_records(config, lambda: self.extension.site, pages=len(self.built.jobs))
        if self.writes_directly and not self.on_request:
            write_records(self, env, config, files)
        return env

    def on_template_context(self, context: Any, *, template_name: str, config: MkDocsConfig) -> Any:
        """Templates, such as that of the sitemap, know all pages, those that are written too."""
        return self._with_all_pages(context)

    def on_post_template(self, output: str, *, template_name: str, config: MkDocsConfig) -> str:
        """A sitemap that is too large for search engines is cut."""
        if template_name != sitemap.NAME:
            return self.finishing.template(output, template_name)
        whole, parts = sitemap.split_sitemap(output, self.extension.site.url)
        sitemap.write_parts(parts, Path(config.site_dir))
        return whole

    @event_priority(100)  # the others are given what MkDocs would have given
    def on_page_context(self, context: Any, *, page: MkDocsPage, config: MkDocsConfig, nav: Navigation) -> Any:
        """Pages know all pages, those that are written too."""
        return self._with_all_pages(context)

    @event_priority(100)  # the search plugin writes its index then
    def _before_others_end(self, *, config: MkDocsConfig) -> None:
        if self.search:
            self.search.put_in_order(self.files)

    @event_priority(-100)  # the others have written their files by then
    def _after_others_ended(self, *, config: MkDocsConfig) -> None:
        if not self.settings.shard:
            self.finishing.end(Path(config.site_dir), self.all_pages)
        with self.phases("files compared with the last build's"):
            self.folder.end()
        for file in self.files:
            if isinstance(file, GeneratedFile):
                file.is_ours_to_write = False
        self._tell_time()
        gc.unfreeze()
        if self.is_served:
            documents = self.built.linked.graph.documents.values()
            convert = partial(self.pages.converted_anew, config, self.files)
            found = Preview(self.built.site, documents, self.found, self.built.uses, convert)
            theme = Theme(config, self.files, self.nav, self.env)
            self.live.now = ServedBuild(
                found, theme, pages=self.pages, search=self.search, has_our_pages=not self.on_request
            )
            # While a page is made, nobody should look for garbage among all records.
            gc.collect()
            gc.freeze()

    # The build is over; what it needed may go, or is what a preview goes on from.
    on_post_build = CombinedEvent(_before_others_end, _after_others_ended)

    def on_build_error(self, *, error: Exception) -> None:
        """The build is over all the same."""
        self.folder.end()
        gc.unfreeze()

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
        """Watch the records too."""
        if self.live.now:
            ServedSite(server, self.settings, self.live).start()
        server.watch(str(self.settings.content))
        return server

    def _joint_files(self, built: Built, files: Files) -> Sequence[ExportedFile]:
        some_other_time = self.settings.shard or self.on_request
        return () if some_other_time and not shards.needs_files(files) else built.joint_files

    def _begun(self) -> Built:
        """The records, read, and what is to be made of them."""
        progress = Progress("records", log.info, quiet=not log.isEnabledFor(logging.INFO))
        try:
            return begun(self.settings, self.found, changed=self.days, tell=progress)
        finally:
            progress.end()

    @kept_to_the_end()
    def _finish(self, files: Files) -> None:
        """Check everything, now that the other pages are converted, and make ours if they are asked for next."""
        if self.is_finished:
            return
        self.is_finished = True
        with faults_explained():
            with self.phases("reading and checking the records"):
                self.built = finished(self.built, self.found, self.pages.found())
            report(self.built)
            if not self.writes_directly:
                with self.phases("pages"):
                    added_files.fill_pages(self.built, files)

    def _tell_time(self) -> None:
        if self.on_request:
            log.info("%s pages of ours are made when they are asked for", f"{len(self.built.jobs):,}")
            return
        ours = {file.dest_uri for file in self.files if isinstance(file.page, GeneratedPage)}
        same = len(ours & self.folder.unchanged)
        report_time(self.phases, made=len(self.built.jobs), same=same, in_detail=self.settings.profile)

    def _with_all_pages(self, context: Any) -> Any:
        if self.writes_directly:
            context["pages"] = self.all_pages
        return context
