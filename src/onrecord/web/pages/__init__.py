"""The pages: a module and a router each."""

from onrecord.web.pages import documents, overview, questions

ROUTERS = (overview.router, questions.router, documents.router)
