"""Calls speak with nobody whose certificate no authority that the system knows has signed."""

import ssl
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from ipaddress import ip_address
from pathlib import Path
from threading import Thread
from urllib.error import URLError

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from slack_sdk import WebClient

from bot.slack.trust import trusted

HERE = "127.0.0.1"
NOW = datetime.now(UTC)


def sign_for_itself(folder: Path) -> Path:
    """Write a key, and a certificate of this machine that is signed with the same."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, HERE)])
    builder = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(NOW - timedelta(days=1))
        .not_valid_after(NOW + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address(HERE))]), False)
    )
    certificate = builder.sign(key, hashes.SHA256())
    kept = key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    path = folder / "both.pem"
    path.write_bytes(kept + certificate.public_bytes(serialization.Encoding.PEM))
    return path


@pytest.fixture
def impostor(tmp_path: Path) -> Iterator[str]:
    """Run what would take a token, and give its address."""
    server = HTTPServer((HERE, 0), BaseHTTPRequestHandler)
    server.handle_error = lambda *_: None  # type: ignore[method-assign]  # whoever calls hangs up
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(sign_for_itself(tmp_path))
    server.socket = context.wrap_socket(server.socket, server_side=True)
    thread = Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    yield f"https://{HERE}:{server.server_port}/api/"
    server.shutdown()
    thread.join()
    server.server_close()


def test_an_impostor_gets_no_token(impostor: str) -> None:
    client = WebClient("xoxb-secret", base_url=impostor, ssl=trusted())

    with pytest.raises(URLError, match="certificate"):
        client.auth_test()
