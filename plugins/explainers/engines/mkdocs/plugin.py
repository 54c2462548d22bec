"""The plugin: settings in, pages and files out. The work is done in `build`; this only translates."""

from __future__ import annotations

import gc
import logging
from collections.abc import Sequence
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
from explainers.build.phases import Phases
from explainers.build.progress import Progress
from explainers.build.settings import Settings
from explainers.build.site_build import SiteBuild, finish_build, start_build
from explainers.engines.config_file import SettingsFault
from explainers.engines.history import changed_days
from explainers.engines.mkdocs.files import added_files, other_pages
from explainers.engines.mkdocs.files.added_form import add_form
from explainers.engines.mkdocs.files.generated_pages import GeneratedPage, every_page, give_back, share_out
from explainers.engines.mkdocs.files.navigation import doors_of_404, has_claims, navigation
from explainers.engines.mkdocs.finish import sitemap
from explainers.engines.mkdocs.finish.finishing import Finishing
from explainers.engines.mkdocs.finish.search_adapter import RecordIndexer, index_records
from explainers.engines.mkdocs.foreign_plugins import foreign_plugins
from explainers.engines.mkdocs.frames import shard_builds
from explainers.engines.mkdocs.frames.direct_writing import write_records
from explainers.engines.mkdocs.frames.site_folder import SiteFolder
from explainers.engines.mkdocs.plugin_options import ExplainersConfig
from explainers.engines.mkdocs.reporting import faults_explained, refuse, report, report_time
from explainers.engines.mkdocs.serving.served_build import served_build
from explainers.engines.mkdocs.serving.served_site import LiveBuild, ServedSite
from explainers.engines.site_settings import settings
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


class ExplainersPlugin(BasePlugin[ExplainersConfig]):  # type: ignore[no-untyped-call]
    """Turns records into pages of a MkDocs site."""

    def __init__(self) -> None:
        self.pages = other_pages.OtherPages()
        self.extension = self.pages.extension
        self.settings: Settings
        self.days: dict[str, str] = {}
        self.indexes: Sequence[Index] = ()
        self.nav: Navigation
        self.built: SiteBuild
        self.only_pages = False  # for `explainers check`, which converts the pages and builds nothing
        self.phases = Phases()
        self.folder = SiteFolder(Path())
        self.files: Files
        self.all_pages: Sequence[File] = ()
        self.search: RecordIndexer | None = None
        self.finishing: Finishing
        self.found: Inputs
        self.env: Any = None
        self.is_finished = False
        self.is_served = self.is_dirty = self.cache_is_reported = False
        self.live = LiveBuild()
        # Record pages are written once the theme is ready, past MkDocs' own loops, or when a browser asks for one.
        self.writes_directly = self.on_request = False

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """MkDocs keeps a plugin with this method from one build to the next while it serves a site."""
        self.is_served = command == "serve" and not dirty
        self.is_dirty = dirty
        self.cache_is_reported = False

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
        if self.config.cache is not None and not self.cache_is_reported:
            self.cache_is_reported = True
            log.info("the setting `cache` does nothing any more: nothing is kept between builds but the site itself")
        config.extra_css.insert(0, f"{added_files.ASSETS}/explainers.css")
        config.extra_javascript.append(f"{added_files.ASSETS}/explainers.js")
        policy = self.settings.content_security_policy
        self.finishing = Finishing(config, added_files.ASSETS, policy=policy, is_served=self.is_served)
        config.markdown_extensions.append(self.extension)  # type: ignore[arg-type]
        theme = str(package_files("explainers") / "engines" / "mkdocs" / "theme")
        config.theme.dirs.insert(1 if config.theme.custom_dir else 0, theme)
        return config

    @event_priority(-100)  # once all plugins have registered their listeners
    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Find out which other plugins listen to single pages, and keep the files of the last build for comparison."""
        if self.only_pages:
            return
        refuse(unpublishable(self.settings, self.settings.root))
        listening = foreign_plugins(config)
        self.writes_directly = self.settings.fast and not listening
        self.on_request = self.writes_directly and self.is_served
        if listening:
            log.info("records go through MkDocs one by one, and slowly: %s listens to each page", one_of(listening))
        once = not (self.is_served or self.is_dirty)
        shard_builds.ensure_can_be_cut(self.settings, config, listening=listening, once=once)
        self.folder = SiteFolder(Path(config.site_dir))
        # A preview builds into its own folder, which is deleted at the end.
        if once:
            self.folder.instead_of_emptying()

    @kept_to_the_end()
    def _add_ours(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Read the records, and add their pages and files."""
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
        add_form(self.settings, built.site.kinds, files, config, is_served=self.is_served)
        (added_files.add_late_files if self.writes_directly else added_files.add_unmade_files)(built, files, config)
        return files

    @event_priority(-100)  # once other plugins have added and removed pages
    def _add_navigation(self, files: Files, *, config: MkDocsConfig) -> Files:
        if config.nav is None and not self.only_pages:
            config.nav = navigation(files, self.indexes)
        return files

    on_files = CombinedEvent(_add_ours, _add_navigation)

    @event_priority(100)  # before another plugin sees the page
    def on_pre_page(self, page: MkDocsPage, *, config: MkDocsConfig, files: Files) -> MkDocsPage:
        """Record pages come last, when it is known what the other pages use."""
        if isinstance(page, GeneratedPage) and not self.writes_directly:
            self._finish(files)
        return page

    def on_page_markdown(self, markdown: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        """Give our Markdown the address of the page, and the sitemap the day on which it last changed."""
        if not isinstance(page, GeneratedPage):
            self.pages.prepare(page, other_pages.last_changed(page.file, self.settings.root, self.days))
        return markdown

    def on_page_content(self, html: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        """A hand-written page gets the frame that every page has; a site without claims is left as it is."""
        if isinstance(page, GeneratedPage):
            return html
        self.pages.take(page, config)
        if not has_claims(self.indexes):
            return html
        return other_pages.with_frame(html, page, self.extension.site)

    @event_priority(-100)  # once other plugins have changed the page
    def on_post_page(self, output: str, *, page: MkDocsPage, config: MkDocsConfig) -> str:
        """Put a page's data and its policy into its head."""
        return self.finishing.page(output, page)

    @event_priority(-100)  # once other plugins have changed the navigation
    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Make the index the parent of each record's page, so that the theme opens the right part of the navigation."""
        parents = {p.spec.path.removesuffix("/index"): p for p in nav.pages if isinstance(p, GeneratedPage)}
        for file in files:
            if isinstance(file.page, GeneratedPage) and file.page.spec.is_record:
                index = parents.get(file.page.spec.path.partition("/")[0])
                file.page.parent = index.parent if index else None
        self.nav = nav
        if self.writes_directly:
            share_out(files, nav, all_of_ours=self.on_request)
        else:
            added_files.others_first(files)
        return nav

    @event_priority(-100)  # once other plugins have changed the theme
    def on_env(self, env: Any, *, config: MkDocsConfig, files: Files) -> Any:
        """Give our 404 page its links, and write the record pages, now that the theme is ready."""
        self._finish(files)
        self.env, self.files, self.all_pages = env, files, every_page(files)
        env.globals["explainers_doors"] = doors_of_404(self.indexes, self.extension.site)
        self.search = index_records(config, lambda: self.extension.site, pages=len(self.built.specs))
        if self.writes_directly and not self.on_request:
            write_records(self, env, config, files)
        return env

    def on_template_context(self, context: Any, *, template_name: str, config: MkDocsConfig) -> Any:
        """Templates, such as that of the sitemap, see all pages, also those that we write."""
        return self._with_all_pages(context)

    def on_post_template(self, output: str, *, template_name: str, config: MkDocsConfig) -> str:
        """Split a sitemap that is too large for search engines."""
        if template_name != sitemap.NAME:
            return self.finishing.template(output, template_name)
        whole, parts = sitemap.split_sitemap(output, self.extension.site.url)
        sitemap.write_parts(parts, Path(config.site_dir))
        return whole

    @event_priority(100)  # so that other plugins get what MkDocs would have given them
    def on_page_context(self, context: Any, *, page: MkDocsPage, config: MkDocsConfig, nav: Navigation) -> Any:
        """Pages see all pages, also those that we write."""
        return self._with_all_pages(context)

    @event_priority(100)  # before the search plugin writes its index
    def _before_others_end(self, *, config: MkDocsConfig) -> None:
        if self.search:
            self.search.put_in_order(self.files)

    @event_priority(-100)  # once other plugins have written their files
    def _after_others_ended(self, *, config: MkDocsConfig) -> None:
        if not self.settings.shard:
            self.finishing.end(Path(config.site_dir), self.all_pages)
        with self.phases("files compared with the last build's"):
            self.folder.end()
        give_back(self.files)
        self._report_time()
        gc.unfreeze()
        if self.is_served:
            self.live.now = served_build(self, config)

    # The build is over: what it needed is released, or is what the preview starts from.
    on_post_build = CombinedEvent(_before_others_end, _after_others_ended)

    def on_build_error(self, *, error: Exception) -> None:
        """Clean up after a build that failed."""
        self.folder.end()
        gc.unfreeze()

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
        """Watch the records too."""
        if self.live.now:
            ServedSite(server, self.settings, self.live).start()
        server.watch(str(self.settings.content))
        return server

    def _joint_files(self, built: SiteBuild, files: Files) -> Sequence[ExportedFile]:
        are_made_elsewhere = self.settings.shard or self.on_request
        return () if are_made_elsewhere and not shard_builds.needs_files(files) else built.joint_files

    def _begun(self) -> SiteBuild:
        """Read the records and plan the pages."""
        progress = Progress("records", log.info, quiet=not log.isEnabledFor(logging.INFO))
        try:
            return start_build(self.settings, self.found, changed=self.days, on_progress=progress)
        finally:
            progress.end()

    @kept_to_the_end()
    def _finish(self, files: Files) -> None:
        """Check everything, now that the other pages are converted, and make ours if MkDocs asks for them next."""
        if self.is_finished:
            return
        self.is_finished = True
        with faults_explained():
            with self.phases("reading and checking the records"):
                self.built = finish_build(self.built, self.found, self.pages.found())
            report(self.built)
            if not self.writes_directly:
                with self.phases("pages"):
                    added_files.fill_pages(self.built, files)

    def _report_time(self) -> None:
        if self.on_request:
            log.info("%s pages of ours are made when they are asked for", f"{len(self.built.specs):,}")
            return
        ours = {file.dest_uri for file in self.files if isinstance(file.page, GeneratedPage)}
        same = len(ours & self.folder.unchanged)
        report_time(self.phases, made=len(self.built.specs), same=same, in_detail=self.settings.profile)

    def _with_all_pages(self, context: Any) -> Any:
        if self.writes_directly:
            context["pages"] = self.all_pages
        return context
