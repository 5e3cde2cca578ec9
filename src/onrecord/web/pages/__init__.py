"""The pages: a module and a router each."""

from onrecord.web.pages import documents, overview, questions, review

ROUTERS = (overview.router, questions.router, documents.router, review.router)
