"""The fake service behind a real HTTPS proxy with a certificate authority of its own: how a command of another process meets it."""

from __future__ import annotations

import datetime as dt
import ipaddress
import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from fake_sheets import Broken, FakeGoogle

HOSTS = ("sheets.googleapis.com", "www.googleapis.com", "oauth2.googleapis.com")


@dataclass(frozen=True)
class Served:
    """Where the proxy listens, and the file with the authority's certificate."""

    proxy: str
    bundle: Path

    def environ(self) -> dict[str, str]:
        """What a command needs in its environment."""
        return {
            "HTTPS_PROXY": self.proxy,
            "https_proxy": self.proxy,
            "REQUESTS_CA_BUNDLE": str(self.bundle),
            "NO_PROXY": "",
            "no_proxy": "",
        }


def _authority(folder: Path) -> tuple[Path, Path]:
    """The authority's certificate, and one chain with its key for all hosts."""
    now = dt.datetime.now(dt.timezone.utc)

    def made(
        name: str, key: ec.EllipticCurvePrivateKey, issuer: str, signer: ec.EllipticCurvePrivateKey, *, ca: bool
    ) -> x509.Certificate:
        builder = (
            x509.CertificateBuilder()
            .subject_name(x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)]))
            .issuer_name(x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, issuer)]))
            .public_key(key.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(now - dt.timedelta(days=1))
            .not_valid_after(now + dt.timedelta(days=2))
            .add_extension(x509.BasicConstraints(ca=ca, path_length=None), critical=True)
            .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
            .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(signer.public_key()), critical=False)
        )
        if ca:
            usage = x509.KeyUsage(True, False, False, False, False, True, True, False, False)
            builder = builder.add_extension(usage, critical=True)
        else:
            names: list[x509.GeneralName] = [x509.DNSName(host) for host in HOSTS]
            builder = builder.add_extension(
                x509.SubjectAlternativeName([*names, x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]), critical=False
            )
        return builder.sign(signer, hashes.SHA256())

    root, leaf = ec.generate_private_key(ec.SECP256R1()), ec.generate_private_key(ec.SECP256R1())
    bundle, chain = folder / "authority.pem", folder / "server.pem"
    authority = made("Fake authority", root, "Fake authority", root, ca=True).public_bytes(serialization.Encoding.PEM)
    bundle.write_bytes(authority)
    private = leaf.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    chain.write_bytes(
        private + made(HOSTS[0], leaf, "Fake authority", root, ca=False).public_bytes(serialization.Encoding.PEM)
    )
    return bundle, chain


class _Line:
    """One connection: CONNECT in the clear, then requests in TLS until it closes."""

    def __init__(self, fake: FakeGoogle, context: ssl.SSLContext, lock: threading.Lock) -> None:
        self.fake, self.context, self.lock = fake, context, lock

    def serve(self, plain: socket.socket) -> None:
        with plain, suppress(OSError, ssl.SSLError, ValueError):
            first, _, _ = self._message(plain)
            if not first.startswith("CONNECT "):
                plain.sendall(b"HTTP/1.1 405 Method Not Allowed\r\nContent-Length: 0\r\n\r\n")
                return
            host = first.split()[1].rsplit(":", 1)[0]
            plain.sendall(b"HTTP/1.1 200 Connection established\r\n\r\n")
            with self.context.wrap_socket(plain, server_side=True) as line:
                while self._answer(line, host):
                    pass

    def _answer(self, line: socket.socket, host: str) -> bool:
        first, headers, body = self._message(line)
        if not first:
            return False
        method, path, _ = first.split(" ", 2)
        try:
            with self.lock:
                status, extra, text = self.fake.answer(method, f"https://{host}{path}", headers, body)
        except Broken:
            return False
        head = [f"HTTP/1.1 {status} {'OK' if status == 200 else 'Error'}", f"Content-Length: {len(text)}"]
        head += [f"{name}: {value}" for name, value in extra.items()]
        line.sendall("\r\n".join(head).encode() + b"\r\n\r\n" + text)
        return True

    @staticmethod
    def _message(line: socket.socket) -> tuple[str, dict[str, str], bytes]:
        data = b""
        while b"\r\n\r\n" not in data:
            more = line.recv(65536)
            if not more:
                return "", {}, b""
            data += more
        head, body = data.split(b"\r\n\r\n", 1)
        first, *lines = head.decode("latin-1").split("\r\n")
        headers = {name.strip(): value.strip() for name, value in (one.split(":", 1) for one in lines)}
        length = int({name.lower(): value for name, value in headers.items()}.get("content-length", "0"))
        while len(body) < length:
            body += line.recv(65536)
        return first, headers, body


@contextmanager
def serve(fake: FakeGoogle, folder: Path) -> Iterator[Served]:
    """Serves the fake until the block ends; certificates go into ``folder``."""
    bundle, chain = _authority(folder)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(chain)
    lock = threading.Lock()
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def run() -> None:
            while True:
                try:
                    line, _ = listening.accept()
                except OSError:
                    return
                threading.Thread(target=_Line(fake, context, lock).serve, args=(line,), daemon=True).start()

        threading.Thread(target=run, daemon=True).start()
        yield Served(f"http://127.0.0.1:{listening.getsockname()[1]}", bundle)
        with suppress(OSError):
            listening.shutdown(socket.SHUT_RDWR)
