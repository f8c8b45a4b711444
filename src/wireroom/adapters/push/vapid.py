"""Who sends a push message, signed so that a push service believes it (VAPID, RFC 8292)."""

import json
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Final

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature
from cryptography.hazmat.primitives.hashes import SHA256
from yarl import URL

from wireroom.adapters.push.lock import encode, point_of

_HOLDS: Final = timedelta(hours=12)  # the RFC allows a day; clocks differ


class Sender:
    """This site, by its private key (a number) and the address where its host is found."""

    def __init__(self, secret: int, *, contact: str) -> None:
        self._key = ec.derive_private_key(secret, ec.SECP256R1())
        self._contact = contact
        self.public_key = encode(point_of(self._key.public_key()))

    def authorize(self, endpoint: str, *, now: datetime) -> str:
        """Return the Authorization header of a message to an endpoint."""
        claims = {
            "aud": str(URL(endpoint).origin()),
            "exp": int((now + _HOLDS).timestamp()),
            "sub": self._contact,
        }
        signed = f"{_part({'typ': 'JWT', 'alg': 'ES256'})}.{_part(claims)}"
        r, s = decode_dss_signature(self._key.sign(signed.encode("ascii"), ec.ECDSA(SHA256())))
        signature = encode(r.to_bytes(32, "big") + s.to_bytes(32, "big"))
        return f"vapid t={signed}.{signature}, k={self.public_key}"


def _part(value: Mapping[str, object]) -> str:
    return encode(json.dumps(value, separators=(",", ":")).encode())
