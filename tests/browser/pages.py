"""One page of every type, as a reader comes upon it in the first site."""

PAGES = {
    "home": "",
    "explainer": "explainers/kursk-50000-troops/",
    "claim": "claims/troops-held-in-kursk/",
    "actor": "actors/volodymyr-zelensky/",
    "source": "sources/rksnews-zelensky-50000-kursk/",
    "place": "places/kursk-region/",
    "event": "events/kursk-incursion/",
    "glossary": "glossary/",
    "timeline": "timeline/",
    "figures": "figures/",
    "who-said-what": "who-said-what/",
    "index": "claims/",
    "changes": "changes/",
    "not-found": "no/such/page/",
    "about": "about/",
}
WIDTHS = (1280, 768, 360)
NARROWEST = 320
