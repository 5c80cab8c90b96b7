"""The keys in links and sessions.

``Tokens`` signs the links in a member's mail: one key opens one purpose, and a key to unsubscribe cannot answer.
``itsdangerous`` signs (HMAC-SHA-256) under a salt per purpose; several secrets, newest first, keep old links alive.

``fresh`` and ``derived`` make secret keys: random, long, shown once; the database knows only their SHA-256. A key of
256 random bits needs no slow hash, and looking it up by its hash gives a clock nothing to measure.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import secrets
from collections.abc import Sequence
from functools import cache

from itsdangerous import BadSignature, Signer
from itsdangerous.signer import SigningAlgorithm

from campaign.errors import NotFound

ANSWER = "answer"
UNSUBSCRIBE = "unsubscribe"
PERSONAL = "personal"


class Tokens:
    """Makes and reads the tokens of one organisation."""

    def __init__(self, secrets: Sequence[str]) -> None:
        self._secrets = list(reversed(secrets))  # itsdangerous signs with the last one
        self._signers: dict[str, Signer] = {}

    def sign(self, purpose: str, member_id: int) -> str:
        """The token with which this member may do this one thing; ASCII, safe in an address."""
        return self._signer(purpose).sign(str(member_id)).decode("ascii")

    def read(self, purpose: str, token: str) -> int:
        """The member's id. Raises ``NotFound`` for any token that this purpose did not make."""
        return self._ids(purpose, token)[0]

    def sign_answer(self, occurrence_id: int, member_id: int) -> str:
        """The token with which this member may answer for this one occurrence."""
        return self._signer(ANSWER).sign(f"{occurrence_id}-{member_id}").decode("ascii")

    def read_answer(self, token: str) -> tuple[int, int]:
        """The ids of the occurrence and of the member. Raises ``NotFound``."""
        occurrence_id, member_id = self._ids(ANSWER, token)
        return occurrence_id, member_id

    def _ids(self, purpose: str, token: str) -> list[int]:
        try:
            return list(map(int, self._signer(purpose).unsign(token).split(b"-")))
        except (BadSignature, ValueError):
            raise NotFound("Liên kết này không đúng hoặc đã bị cắt mất một phần; xin mở lại từ thư gốc.") from None

    def _signer(self, purpose: str) -> Signer:
        if purpose not in self._signers:
            self._signers[purpose] = _Signer(
                self._secrets,
                salt=f"campaign.{purpose}",
                key_derivation="hmac",
                digest_method=hashlib.sha256,
                algorithm=_Sha256(),
            )
        return self._signers[purpose]


class _Sha256(SigningAlgorithm):
    """HMAC-SHA-256 in one call."""

    def get_signature(self, key: bytes, value: bytes) -> bytes:
        return hmac.digest(key, value, "sha256")


class _Signer(Signer):
    """Derives each key once: every mail carries two signatures."""

    def derive_key(self, secret_key: str | bytes | None = None) -> bytes:
        return self._derived(secret_key)

    @cache  # noqa: B019 - as few signers as purposes, kept for the life of the process
    def _derived(self, secret_key: str | bytes | None) -> bytes:
        return super().derive_key(secret_key)


LENGTH = 32


def fresh() -> str:
    """A new random key; ASCII, safe in an address and in a cookie."""
    return secrets.token_urlsafe(LENGTH)


def digest(key: str) -> str:
    """Under which name the database knows the key."""
    return hashlib.sha256(key.encode()).hexdigest()


def derived(secret: str, purpose: str, seed: str) -> str:
    """The key of a stored ``seed``: whoever has the database alone, or the secret alone, cannot make it."""
    return base64.urlsafe_b64encode(mac(secret, purpose, seed)).rstrip(b"=").decode("ascii")


def mac(secret: str, purpose: str, seed: str) -> bytes:
    """HMAC-SHA-256 of the seed, for one purpose."""
    return hmac.digest(secret.encode(), f"campaign.{purpose}\0{seed}".encode(), "sha256")


def code(key: str) -> str:
    """The six digits that stand for a key on a screen; they say nothing about it."""
    return f"{int.from_bytes(hashlib.sha256(b'campaign.code' + key.encode()).digest()[:8]) % 10**6:06}"
