"""Gives the Playground's client another language: it always says en-US, so its requests pass through here."""

from __future__ import annotations

import http.client
import json
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.parse import urlsplit


@contextmanager
def speaking(locale: str, endpoint: str) -> Iterator[str]:
    """An endpoint that passes activities on to this one with another locale."""
    target = urlsplit(endpoint)

    class Passing(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            activity = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            # The client's own of the moment; what a test sends for somebody else keeps theirs.
            if activity.get("locale", "en-US") == "en-US":
                activity["locale"] = locale
            self._pass_on(json.dumps(activity).encode())

        def do_HEAD(self) -> None:
            self._pass_on(None)

        def _pass_on(self, body: bytes | None) -> None:
            connection = http.client.HTTPConnection(str(target.hostname), target.port, timeout=60)
            try:
                connection.request(self.command, target.path, body, {"Content-Type": "application/json"})
                answer = connection.getresponse()
                content = answer.read()
            finally:
                connection.close()
            self.send_response(answer.status)
            self.send_header("Content-Type", answer.getheader("Content-Type", "text/plain"))
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, format: str, *args: object) -> None:
            """Nothing: a test reads the bot's own output."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Passing) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}{target.path}"
        finally:
            server.shutdown()
