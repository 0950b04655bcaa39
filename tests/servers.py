"""A mail server and a webhook on this computer, which keep what they were given."""

from __future__ import annotations

import base64
import http.server
import json
import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any


class Mailbox(socketserver.ThreadingTCPServer):
    """Speaks as much SMTP as a message needs."""

    allow_reuse_address = True
    daemon_threads = True

    def __init__(self, *, password: str = "", says: str = "") -> None:
        self.password, self.says = password, says  # what it wants; what it answers to DATA instead of taking it
        self.messages: list[str] = []
        self.signed_in: list[tuple[str, str]] = []
        super().__init__(("127.0.0.1", 0), _Mail)

    @property
    def port(self) -> int:
        """Where it listens."""
        return int(self.server_address[1])


class _Mail(socketserver.StreamRequestHandler):
    server: Mailbox

    def handle(self) -> None:
        self._say("220 here")
        while line := self.rfile.readline().decode().strip():
            word = line.split()[0].upper()
            if word == "EHLO":
                self._say("250-here\r\n250 AUTH PLAIN")
            elif word == "AUTH":
                _, user, password = base64.b64decode(line.split()[2]).decode().split("\0")
                self.server.signed_in.append((user, password))
                right = password == self.server.password
                self._say("235 ok" if right else f"535 the password {password} is wrong")
            elif word == "DATA":
                if self.server.says:
                    self._say(self.server.says)
                    continue
                self._say("354 go on")
                held = []
                while (text := self.rfile.readline().decode().rstrip("\r\n")) != ".":
                    held.append(text)
                self.server.messages.append("\n".join(held))
                self._say("250 kept")
            elif word == "QUIT":
                self._say("221 bye")
                return
            else:
                self._say("250 ok")

    def _say(self, text: str) -> None:
        self.wfile.write(text.encode() + b"\r\n")


class Hook(http.server.ThreadingHTTPServer):
    """Takes what is posted, and answers with one status."""

    daemon_threads = True

    def __init__(self, status: int = 200) -> None:
        self.status = status
        self.posted: list[Any] = []
        super().__init__(("127.0.0.1", 0), _Hook)

    @property
    def address(self) -> str:
        """Where to post to."""
        return f"http://127.0.0.1:{self.server_address[1]}/hook/secret-part"


class _Hook(http.server.BaseHTTPRequestHandler):
    server: Hook

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.posted.append(json.loads(body))
        self.send_response(self.server.status)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""


@contextmanager
def running(server: Any) -> Iterator[Any]:
    """The server, answering until the end of the block."""
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
