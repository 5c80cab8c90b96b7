"""An OpenID Connect provider of one client and one person, on this machine: what ours is held against."""

from __future__ import annotations

import base64
import hashlib
import json
import threading
import time
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Self
from urllib.parse import parse_qs, urlsplit

from joserfc import jwt
from joserfc.jwk import RSAKey


@dataclass
class Provider:
    """``claims`` are what the next ID token says on top of the usual; the test may change each of them."""

    claims: dict[str, Any] = field(default_factory=dict)
    key: RSAKey = field(default_factory=lambda: RSAKey.generate_key(2048, {"kid": "1", "use": "sig"}))
    signing: RSAKey | None = None
    wishes: dict[str, str] = field(default_factory=dict)

    def __enter__(self) -> Self:
        provider = self

        class Desk(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                self.say(provider.document() if "openid-configuration" in self.path else provider.keys())

            def do_POST(self) -> None:
                form = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
                self.say(provider.token(form["code_verifier"][0]))

            def say(self, answer: dict[str, Any]) -> None:
                body = json.dumps(answer).encode()
                self.send_response(200)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: object) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Desk)
        self.issuer = f"http://127.0.0.1:{self._server.server_port}"
        self._thread = threading.Thread(target=self._server.serve_forever)
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()

    def document(self) -> dict[str, Any]:
        return {
            "issuer": self.issuer,
            "authorization_endpoint": f"{self.issuer}/authorize",
            "token_endpoint": f"{self.issuer}/token",
            "jwks_uri": f"{self.issuer}/keys",
            "id_token_signing_alg_values_supported": ["RS256"],
        }

    def keys(self) -> dict[str, Any]:
        return {"keys": [self.key.as_dict(private=False)]}

    def authorize(self, location: str) -> str:
        """What the person's browser meets: the answer is where it is sent back to."""
        wishes = {name: values[0] for name, values in parse_qs(urlsplit(location).query).items()}
        self.wishes = wishes
        return f"{wishes['redirect_uri']}?code=x&state={wishes['state']}"

    def token(self, verifier: str) -> dict[str, Any]:
        digest = hashlib.sha256(verifier.encode()).digest()
        assert base64.urlsafe_b64encode(digest).rstrip(b"=").decode() == self.wishes["code_challenge"]
        now = int(time.time())  # noqa: TID251 - whoever checks the token looks at the real clock
        claims = {
            "iss": self.issuer,
            "sub": "4711",
            "aud": "campaign",
            "iat": now,
            "exp": now + 60,
            "nonce": self.wishes["nonce"],
            "email": "trang@example.org",
            "email_verified": True,
            **self.claims,
        }
        signed = jwt.encode({"alg": "RS256", "kid": "1"}, claims, self.signing or self.key)
        return {"access_token": "a", "token_type": "Bearer", "id_token": signed}
