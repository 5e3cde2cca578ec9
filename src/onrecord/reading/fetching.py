"""Pages fetched when asked: http and https only, from public addresses only, within bounds of size and time.

The host is resolved once and the connection goes to that very address, so a name cannot point elsewhere between the
check and the connection; every redirect is checked the same way. Proxies of the environment are not used.
"""

import http.client
import socket
import ssl
import time
from collections.abc import Callable
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from typing import NamedTuple
from urllib.parse import SplitResult, urljoin, urlsplit

from onrecord.reading.archives import inflate
from onrecord.reading.limits import Limits
from onrecord.reading.refusals import refuse

Resolve = Callable[[str, int], list[str]]
Connect = Callable[[tuple[str, int], float], socket.socket]

_NAT64 = ip_network("64:ff9b::/96")
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_CHUNK = 1 << 16
_HEADERS = {
    "User-Agent": "OnRecord/1 (reads one page on request)",
    "Accept": "text/html,application/xhtml+xml,application/pdf,text/plain;q=0.9,*/*;q=0.5",
    "Accept-Language": "en",
    "Accept-Encoding": "identity",
    "Connection": "close",
}


class Fetched(NamedTuple):
    """What came from an address: the final address, the bytes, and the encoding that HTTP declared."""

    url: str
    data: bytes
    charset: str | None


def resolve_host(host: str, port: int) -> list[str]:
    """The addresses of a host, as the system's resolver gives them."""
    return [str(found[4][0]) for found in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]


def connect_to(address: tuple[str, int], timeout: float) -> socket.socket:
    """A connection to one numeric address."""
    return socket.create_connection(address, timeout=timeout)


def fetch(url: str, *, limits: Limits, resolve: Resolve = resolve_host, connect: Connect = connect_to) -> Fetched:
    """The bytes at `url`, redirects followed. `resolve` and `connect` can be replaced in tests."""
    deadline = time.monotonic() + limits.fetch_seconds
    current = url
    for _ in range(limits.redirects + 1):
        parts = _checked(current, where=url)
        response, connection = _asked(parts, deadline, limits, resolve, connect, where=url)
        try:
            if response.status in _REDIRECTS and (location := response.headers.get("Location")):
                current = urljoin(current, location)
                continue
            if response.status != 200:
                raise refuse("E133", f"the server answers {response.status} {response.reason}", where=url)
            data = _body(response, deadline, limits, where=url)
            coding = (response.headers.get("Content-Encoding") or "").casefold()
            if coding in ("gzip", "x-gzip", "deflate"):
                data = inflate(data, coding, limits=limits, where=url)
            return Fetched(current, data, response.headers.get_content_charset())
        finally:
            connection.close()
    raise refuse("E135", f"more than {limits.redirects}", where=url)


def is_public(address: str) -> bool:
    """Whether a numeric address is on the public internet, looking through the forms that embed another address."""
    try:
        ip = ip_address(address.partition("%")[0])
    except ValueError:
        return False
    inner: IPv4Address | None = None
    if isinstance(ip, IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
        if inner is None and ip in _NAT64:
            inner = IPv4Address(int(ip) & 0xFFFFFFFF)
    if inner is not None:
        return is_public(str(inner))
    return ip.is_global and not (ip.is_multicast or ip.is_reserved or ip.is_unspecified)


def _checked(url: str, *, where: str) -> SplitResult:
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        raise refuse("E131", url[:80], where=where) from None
    if parts.scheme not in ("http", "https"):
        raise refuse("E131", f"{parts.scheme}:", where=where)
    if not parts.hostname or parts.username is not None or port == 0 or any(c <= " " for c in url):
        raise refuse("E131", "no plain host in it", where=where)
    return parts


def _asked(
    parts: SplitResult, deadline: float, limits: Limits, resolve: Resolve, connect: Connect, *, where: str
) -> tuple[http.client.HTTPResponse, http.client.HTTPConnection]:
    """The response to a GET, from the address that was checked."""
    host = str(parts.hostname)
    secure = parts.scheme == "https"
    port = parts.port or (443 if secure else 80)
    try:
        addresses = resolve(host.encode("idna").decode() if not host.isascii() else host, port)
    except (OSError, UnicodeError) as error:
        raise refuse("E133", f"{host} cannot be found: {error}", where=where) from None
    hidden = [address for address in addresses if not is_public(address)]
    if hidden or not addresses:
        raise refuse("E132", f"{host} is {hidden[0] if hidden else 'nowhere'}", where=where)
    connection = http.client.HTTPConnection(host, port, timeout=_left(deadline, limits, where))
    try:
        plain = connect((addresses[0], port), _left(deadline, limits, where))
        plain.settimeout(_left(deadline, limits, where))
        connection.sock = ssl.create_default_context().wrap_socket(plain, server_hostname=host) if secure else plain
        target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        connection.request("GET", _quoted(target), headers=_HEADERS)
        return connection.getresponse(), connection
    except TimeoutError:
        connection.close()
        raise refuse("E134", f"{limits.fetch_seconds:g} s", where=where) from None
    except (OSError, http.client.HTTPException, ValueError) as error:
        connection.close()
        raise refuse("E133", str(error)[:100] or type(error).__name__, where=where) from None


def _body(response: http.client.HTTPResponse, deadline: float, limits: Limits, *, where: str) -> bytes:
    declared = response.headers.get("Content-Length", "")
    if declared.isdecimal() and int(declared) > limits.file_bytes:
        raise refuse("E108", f"{int(declared):,} bytes, limit {limits.file_bytes:,}", where=where)
    parts, size = [], 0
    try:
        while chunk := response.read1(_CHUNK):
            parts.append(chunk)
            size += len(chunk)
            _left(deadline, limits, where)
            if size > limits.file_bytes:
                raise refuse("E108", f"more than {limits.file_bytes:,} bytes", where=where)
    except TimeoutError:
        raise refuse("E134", f"{limits.fetch_seconds:g} s", where=where) from None
    except (OSError, http.client.HTTPException) as error:
        raise refuse("E133", str(error)[:100] or type(error).__name__, where=where) from None
    if declared.isdecimal() and size < int(declared):
        raise refuse("E133", f"only {size:,} of {int(declared):,} bytes came", where=where)
    return b"".join(parts)


def _left(deadline: float, limits: Limits, where: str) -> float:
    left = deadline - time.monotonic()
    if left <= 0:
        raise refuse("E134", f"{limits.fetch_seconds:g} s", where=where)
    return left


def _quoted(target: str) -> str:
    from urllib.parse import quote

    return quote(target, safe="/%?=&;:@!$'()*+,~#[]-._")
