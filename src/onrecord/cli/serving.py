"""`onrecord serve`: the record in a browser."""

from typing import TYPE_CHECKING

import click

from onrecord.cli.options import setting_option, shared_options

if TYPE_CHECKING:
    import socket

    from onrecord.web.settings import Settings

PORT = 8417


@click.command("serve", short_help="Look at the record in a browser.")
@click.option("--open", "opens", is_flag=True, help="Open it in your browser.")
@click.option("--host", default="127.0.0.1", show_default=True, metavar="ADDRESS", help="Where to listen.")
@click.option("--port", type=click.IntRange(0, 65535), default=PORT, show_default=True, help="0 takes a free one.")
@click.option("--allow-host", "hosts", multiple=True, metavar="NAME", help="A further name that it is reached by.")
@click.option(
    "--behind-proxy", is_flag=True, help="Believe a proxy on this computer about who asks, and by TLS or not."
)
@click.option("--no-login", is_flag=True, help="No login though there are users; on this computer alone.")
@click.option("--no-fetch", is_flag=True, help="Let nobody import addresses: nothing goes over the network.")
@setting_option("files", metavar="FOLDER", help="Where dropped files are kept. [default: beside the record]")
@setting_option("workers", type=click.IntRange(min=1), metavar="N", help="Processes of an import.")
@shared_options
def command(
    *,
    opens: bool,
    host: str,
    port: int,
    hosts: tuple[str, ...],
    behind_proxy: bool,
    no_login: bool,
    no_fetch: bool,
) -> None:
    """Look at the record in a browser: positions, sources, reviews, imports.

    It listens on this computer alone. On any other address, and behind a proxy, everybody must log in; the
    record needs users then (onrecord users add). Stop it with Ctrl-C: nothing is lost.
    """
    from onrecord.cli.settings import files, least_score, record_location, reviewer, workers
    from onrecord.record import Record
    from onrecord.web.serving import listening, needs_login
    from onrecord.web.settings import Settings

    location = record_location()
    with Record.open(location) as record:
        authentication = needs_login(record, host, proxied=behind_proxy, no_login=no_login)
    listener = listening(host, port)
    settings = Settings(
        address=host, port=listener.getsockname()[1], authentication=authentication, reviewer=reviewer(),
        least_score=least_score(), hosts=tuple(name.casefold() for name in hosts), files=files(),
        may_fetch=not no_fetch, workers=workers(),
    )  # fmt: skip
    show(location, settings, listener, opens=opens, proxied=behind_proxy)


def show(location: str, settings: "Settings", listener: "socket.socket", *, opens: bool, proxied: bool = False) -> None:
    """Serve a record until Ctrl-C, having said where."""
    import webbrowser

    from onrecord.web.app import create_app
    from onrecord.web.serving import serve, url_of

    url = url_of(listener, settings.address)
    app = create_app(location, settings)
    click.echo(f"The record is at {url}  (stop with Ctrl-C)")
    if opens:
        webbrowser.open(url)  # the socket listens already: the browser waits until somebody answers
    serve(app, listener, proxied=proxied)
