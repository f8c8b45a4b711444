"""Signatures under what leaves the site, and looking whether one holds (Ed25519, RFC 8032)."""

import base64
import binascii
import json
from collections.abc import Mapping
from typing import Any, Final

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from wireroom.engine.errors import BadInput

ALGORITHM: Final = "Ed25519"


def canonical(told: Any) -> bytes:
    """Return JSON as it is signed: keys in order, no spaces, UTF-8; numbers whole or of a few
    digits, so that every language writes the same (as RFC 8785 does for such).
    """
    text = json.dumps(told, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return text.encode("utf-8", "surrogatepass")


class Signer:
    """A site by its private key, 32 bytes."""

    def __init__(self, secret: bytes) -> None:
        self._key = Ed25519PrivateKey.from_private_bytes(secret)
        self.public_key = _encode(self._key.public_key().public_bytes_raw())

    def sign(self, told: Mapping[str, Any]) -> dict[str, Any]:
        """Return what is told with the signature beside it."""
        value = _encode(self._key.sign(canonical(told)))
        signature = {"algorithm": ALGORITHM, "key": self.public_key, "value": value}
        return {"signed": dict(told), "signature": signature}


def check(envelope: object) -> tuple[dict[str, Any], str]:
    """Return what was signed and the public key that did it. Raises BadInput where it was changed,
    or is no signed export.
    """
    told, key, value = _parts(envelope)
    try:
        public = Ed25519PublicKey.from_public_bytes(_decode(key))
        public.verify(_decode(value), canonical(told))
    except (InvalidSignature, ValueError, RecursionError) as error:
        raise BadInput(
            "the signature does not fit: this was changed after it was signed"
        ) from error
    return told, key


def _parts(envelope: object) -> tuple[dict[str, Any], str, str]:
    if isinstance(envelope, dict):
        told, signature = envelope.get("signed"), envelope.get("signature")
        if isinstance(told, dict) and isinstance(signature, dict):
            key, value = signature.get("key"), signature.get("value")
            is_ours = signature.get("algorithm") == ALGORITHM
            if is_ours and isinstance(key, str) and isinstance(value, str):
                return told, key, value
    raise BadInput("this is no signed export: it has no 'signed' with a 'signature' of Ed25519")


def _encode(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode("ascii")


def _decode(told: str) -> bytes:
    try:
        return base64.urlsafe_b64decode(told.encode("ascii") + b"=" * (-len(told) % 4))
    except (binascii.Error, UnicodeEncodeError) as error:
        raise ValueError(told) from error
