"""How much the server takes on, and the token bucket that keeps one client from taking all of it."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from ipaddress import IPv6Address, ip_address
from math import ceil

KIBIBYTE = 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """How much the server takes on.

    at_once: questions answered at a time; two, as answering keeps a core busy.
    waiting: questions that may wait; a 21st is told so (503) rather than left hanging.
    patience: seconds a question waits for its turn before it is told so (503).
    open: requests of all kinds that may be open at once, the streams of open pages left out (503).
    body: bytes of a request's body (413).
    page_body: of a question typed into the page: even 100,000 characters get a real sentence back.
    sending: seconds within which a body must have arrived (408).
    rate: questions a second that one client may ask in the long run, and
    burst: how many at once (429); 0 is no limit. A reporter's whole newsroom may share an address.
    """

    at_once: int = 2
    waiting: int = 20
    patience: float = 30.0
    open: int = 200
    body: int = 64 * KIBIBYTE
    page_body: int = 512 * KIBIBYTE
    sending: float = 10.0
    rate: float = 10.0
    burst: int = 120


class Buckets:
    """A token bucket for each client, of the ``KEPT`` that were seen last."""

    KEPT = 10_000

    def __init__(self, rate: float, burst: int, clock: Callable[[], float] = time.monotonic) -> None:
        self._rate = rate
        self._burst = burst
        self._clock = clock
        self._buckets: OrderedDict[str, tuple[float, float]] = OrderedDict()  # tokens, and as of when

    def take(self, client: str) -> int:
        """Take a token of a client: 0, or the seconds after which there will be one."""
        if not self._burst:
            return 0
        now = self._clock()
        tokens, since = self._buckets.pop(client, (float(self._burst), now))
        tokens = min(self._burst, tokens + (now - since) * self._rate)
        taken = tokens >= 1
        self._buckets[client] = (tokens - taken, now)
        if len(self._buckets) > self.KEPT:
            self._buckets.popitem(last=False)
        return 0 if taken else max(1, ceil((1 - tokens) / self._rate))


def client_of(address: str) -> str:
    """Who an address belongs to: whoever has one IPv6 address has 2**64 of them."""
    try:
        parsed = ip_address(address.partition("%")[0])
    except ValueError:
        return address
    if not isinstance(parsed, IPv6Address):
        return address
    return str(parsed.ipv4_mapped or IPv6Address(int(parsed) >> 64 << 64))
