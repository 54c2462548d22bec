"""The snapshot has another length than the record says.

Fingerprint and length belong together. One of the two was copied from another text.

Passes:

    # content/sources/daily-post-flood.yml
    csl:
      type: article-newspaper
      title: "Minister: more than 10,000 people moved out of the valley"
      container-title: The Daily Post
      URL: https://example.org/flood
    summary: A news item on the flood.
    publisher: daily-post
    published:
      edtf: 2024-04-02
      basis: stated
    accessed:
      edtf: 2024-05-01
      basis: stated
    role: secondary
    seen: full-text
    snapshot:
      sha256: 79b7908378e60f8671dc1484d3098a6743dde3cae9b65667103caeee5a6a0213
      chars: 616
      file: daily-post-flood.txt

Fails:

    # content/sources/daily-post-flood.yml
    csl:
      type: article-newspaper
      title: "Minister: more than 10,000 people moved out of the valley"
      container-title: The Daily Post
      URL: https://example.org/flood
    summary: A news item on the flood.
    publisher: daily-post
    published:
      edtf: 2024-04-02
      basis: stated
    accessed:
      edtf: 2024-05-01
      basis: stated
    role: secondary
    seen: full-text
    snapshot:
      sha256: 79b7908378e60f8671dc1484d3098a6743dde3cae9b65667103caeee5a6a0213
      chars: 12
      file: daily-post-flood.txt
"""

from collections.abc import Iterator

from explainers.checks.context import Context
from explainers.checks.rule import Fault
from explainers.kinds.source.model import Source
from explainers.text.diagnostic import Severity

SEVERITY = Severity.ERROR


def check(context: Context) -> Iterator[Fault]:
    """Every snapshot that is at hand."""
    for source in context.graph.of(Source):
        snapshot = source.snapshot
        text = context.snapshots.get(snapshot.sha256) if snapshot else None
        if snapshot and text is None and (other := context.fingerprints.get(snapshot.file)):
            message = f"the file `{snapshot.file}` is not the text with this fingerprint"
            yield Fault(source, ("snapshot", "sha256"), message, f"its own is `{other}`; find out which text was read")
        if snapshot and text is not None and len(text) != snapshot.chars:
            message = f"the text has {len(text):,} characters, and the record says {snapshot.chars:,}"
            yield Fault(source, ("snapshot", "chars"), message)
