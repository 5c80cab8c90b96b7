"""A web process to be measured: ``serve.py application URL FOLDER``, ``serve.py reference FOLDER``; prints its port.

Both run under waitress with as many threads as ``campaign run`` uses. The reference is a bare Flask application with
the same bytes, their gzip and their ETag in memory and knows nothing else.
"""

from __future__ import annotations

import gzip
import sys
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parents[2]), str(Path(__file__).resolve().parents[1])]

from flask import Flask, Response, request  # noqa: E402
from waitress.server import create_server  # noqa: E402

THREADS = 8


def application(url: str, folder: str) -> Flask:
    from bench.stage import NOW  # noqa: PLC0415
    from campaign import create_app  # noqa: PLC0415
    from campaign.config import Config, DatabaseSettings, Server  # noqa: PLC0415

    server = Server(base_url="http://127.0.0.1", secret_key="bench" * 8)
    config = replace(Config(), server=server, database=DatabaseSettings(url=url), folder=Path(folder))
    return create_app(config, now=lambda: NOW + timedelta(days=1))


def reference(folder: str) -> Flask:
    app = Flask("reference")
    body = Path(folder, "feed.ics").read_bytes()
    packed = gzip.compress(body, 6, mtime=0)
    headers = {"Cache-Control": "public, max-age=300", "Vary": "Accept-Encoding"}
    tags = {False: '"reference"', True: '"reference-gz"'}

    @app.get("/calendars/<name>.ics")
    def feed(name: str) -> Response:
        wanted = "gzip" in request.headers.get("Accept-Encoding", "")
        tag = tags[wanted]
        if request.headers.get("If-None-Match") == tag:
            return Response(status=304, headers={"ETag": tag, **headers})
        extra = {"Content-Encoding": "gzip"} if wanted else {}
        return Response(
            packed if wanted else body, headers={"ETag": tag, **headers, **extra}, content_type="text/calendar"
        )

    page = Path(folder, "front.html").read_bytes()

    @app.get("/")
    def front() -> Response:
        return Response(page, headers=headers, content_type="text/html; charset=utf-8")

    return app


if __name__ == "__main__":
    kind, *rest = sys.argv[1:]
    app = application(*rest) if kind == "application" else reference(*rest)
    server = create_server(app, host="127.0.0.1", port=0, threads=THREADS, ident=None)
    print(server.effective_port, flush=True)
    server.run()
