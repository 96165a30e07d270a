"""A document's id as a part of an address."""

from __future__ import annotations

from starlette.convertors import Convertor, register_url_convertor

DOCUMENT = "{id:document}"  # in a route's path


class _Id(Convertor[str]):
    """A path, in which any character may stand that a file name can have."""

    regex = r"[\s\S]+"

    def convert(self, value: str) -> str:
        return value

    def to_string(self, value: str) -> str:
        return value


register_url_convertor("document", _Id())
