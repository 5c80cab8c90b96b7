"""Requests that two readers may understand differently are refused (RFC 9112, 6.3); waitress has no option for it.

Of Transfer-Encoding with Content-Length waitress takes the first and keeps the connection; a proxy that takes the
second sees two requests where there is one. A folded header line is a header of its own to some.
"""

from __future__ import annotations

from typing import Any

from waitress.channel import HTTPChannel
from waitress.parser import HTTPRequestParser, ParsingError
from waitress.server import create_server


class StrictParser(HTTPRequestParser):
    def parse_header(self, header_plus: bytes) -> None:
        super().parse_header(header_plus)
        lines = [line.partition(b":") for line in header_plus.split(b"\r\n")[1:]]
        encodings = [value.strip(b" \t").lower() for name, _, value in lines if name.upper() == b"TRANSFER-ENCODING"]
        lengths = [value for name, _, value in lines if name.upper() == b"CONTENT-LENGTH"]
        is_folded = any(name[:1] in (b" ", b"\t") for name, _, _value in lines)
        is_chunked_once = encodings == [b"chunked"] and self.version == "1.1"
        if is_folded or len(encodings) + len(lengths) > 1 or (encodings and not is_chunked_once):
            raise ParsingError("A request has one length and no folded lines.")


def strict_server(app: Any, **options: Any) -> Any:  # noqa: ANN401 - waitress has no types
    """A server of waitress that refuses them."""
    HTTPChannel.parser_class = StrictParser
    return create_server(app, **options)
