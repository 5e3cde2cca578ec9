"""The pages: a module and a router each."""

from onrecord.web.pages import (
    activity,
    adding,
    appearance,
    commitments,
    conflicts,
    documents,
    dossiers,
    figures,
    identities,
    network,
    overview,
    questions,
    review,
    search,
    speakers,
    timeline,
)

ROUTERS = tuple(
    page.router
    for page in (
        overview, questions, conflicts, commitments, figures, identities, speakers, documents, timeline, network,
        search, review, dossiers, activity, adding, appearance,
    )
)  # fmt: skip
