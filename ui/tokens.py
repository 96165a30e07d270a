"""Short-lived passes for the widget: signed, bound to the page that shows it, kept nowhere."""

from __future__ import annotations

import hmac
import secrets
import time
from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error
from collections.abc import Callable

GOOD_FOR = 15 * 60  # seconds


class Refused(ValueError):
    """A token that is not ours, or no longer good; ``str`` is one sentence for the reader."""


class Tokens:
    """Issues and checks tokens ``BODY.SIGNATURE``: HMAC-SHA256 over an origin and a time.

    secret: at least 32 bytes, shared by all processes that serve the same widget. Made here where
    none is given, so that nothing is on disk to be read or backed up: the tokens of a server that
    ended are refused by the next, and open panels get themselves new ones.
    clock: seconds; replaced in tests.
    """

    def __init__(self, secret: bytes | None = None, clock: Callable[[], float] = time.time) -> None:
        if secret is not None and len(secret) < 32:
            raise ValueError(f"the widget's secret has {len(secret)} bytes; it needs at least 32.")
        self._secret = secret or secrets.token_bytes(32)
        self._clock = clock

    def issue(self, origin: str) -> str:
        """A token for a panel on a page of ``origin``, good from now on."""
        body = f"{int(self._clock())} {origin}".encode()
        return f"{_encode(body)}.{_encode(self._signature(body))}"

    def check(self, token: str) -> str:
        """The origin a token was issued for. Raises Refused where it is not ours or has run out."""
        try:
            body, signature = map(_decode, token.split(".", 1))
        except ValueError:
            raise Refused("This is not a token of this server; load the panel again.") from None
        if not hmac.compare_digest(self._signature(body), signature):
            raise Refused("This is not a token of this server; load the panel again.")
        issued, origin = body.decode().split(" ", 1)
        if not int(issued) <= int(self._clock()) < int(issued) + GOOD_FOR:
            raise Refused("The token has run out; load the panel again.")
        return origin

    def _signature(self, body: bytes) -> bytes:
        return hmac.digest(self._secret, b"ontherecord widget token 1\n" + body, "sha256")


def _encode(raw: bytes) -> str:
    return urlsafe_b64encode(raw).rstrip(b"=").decode()


def _decode(text: str) -> bytes:
    """Raises ValueError for anything that ``_encode`` does not write."""
    try:
        raw = urlsafe_b64decode(text.encode("ascii") + b"=" * (-len(text) % 4))
    except (Error, UnicodeEncodeError) as error:
        raise ValueError(str(error)) from None
    if _encode(raw) != text:
        raise ValueError("not canonical")
    return raw
