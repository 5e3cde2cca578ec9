"""The pages: a module and a router each."""

from onrecord.web.pages import overview

ROUTERS = (overview.router,)
