"""Signed links: the keys in a member's mail. One key opens one purpose; a key to unsubscribe cannot answer.

``itsdangerous`` signs (HMAC-SHA-256) under a salt per purpose; several secrets, newest first, keep old links alive.
"""

from __future__ import annotations

import hashlib
import hmac
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
