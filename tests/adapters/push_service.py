"""A push service on this machine that checks who sends, and reads messages as a browser does."""

import asyncio
import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Thread
from typing import Any

from aiohttp import web
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from wireroom.adapters.push.lock import decode, encode, point_of

CURVE = ec.SECP256R1()


class Browser:
    """A browser's keys, and its reading of a message by the letter of RFC 8291."""

    def __init__(self, secret: int | None = None, auth: bytes = b"0123456789abcdef") -> None:
        made = ec.generate_private_key(CURVE)
        self.key = ec.derive_private_key(secret, CURVE) if secret else made
        self.point, self.auth = point_of(self.key.public_key()), auth
        self.keys = {"p256dh": encode(self.point), "auth": encode(auth)}

    def read(self, body: bytes) -> bytes:
        """Return what was locked for this browser."""
        salt, size, point = body[:16], body[20], body[21 : 21 + body[20]]
        theirs = ec.EllipticCurvePublicKey.from_encoded_point(CURVE, point)
        shared = self.key.exchange(ec.ECDH(), theirs)
        about = b"WebPush: info\0" + self.point + point
        secret = HKDF(algorithm=SHA256(), length=32, salt=self.auth, info=about).derive(shared)
        key, nonce = (
            HKDF(
                algorithm=SHA256(), length=length, salt=salt,
                info=b"Content-Encoding: " + name + b"\0",
            ).derive(secret)
            for name, length in ((b"aes128gcm", 16), (b"nonce", 12))
        )  # fmt: skip
        return AESGCM(key).decrypt(nonce, body[21 + size :], None).rstrip(b"\0")[:-1]


@dataclass(slots=True)
class PushService:
    """What came in, by path; `status` answers it."""

    port: int = 0
    statuses: dict[str, int] = field(default_factory=dict)
    taken: list[tuple[str, bytes, dict[str, Any]]] = field(default_factory=list)

    @property
    def allow(self) -> str:
        return f"127.0.0.1:{self.port}"

    def endpoint(self, name: str) -> str:
        return f"http://127.0.0.1:{self.port}/{name}"

    def read(self, browser: Browser) -> list[dict[str, Any]]:
        return [json.loads(browser.read(body)) for _path, body, _claims in self.taken]

    async def take(self, request: web.Request) -> web.Response:
        claims = claims_of(request.headers["Authorization"])
        self.taken.append((request.path.strip("/"), await request.read(), claims))
        assert request.headers["Content-Encoding"] == "aes128gcm"
        status = self.statuses.get(request.path.strip("/"), 201)
        return web.Response(status=status, headers={"Location": self.endpoint("elsewhere")})


def claims_of(authorization: str) -> dict[str, Any]:
    """Return what a sender claims, once its signature holds."""
    token, _, key = authorization.removeprefix("vapid t=").partition(", k=")
    signed, _, signature = token.rpartition(".")
    raw = decode(signature)
    der = encode_dss_signature(int.from_bytes(raw[:32], "big"), int.from_bytes(raw[32:], "big"))
    public = ec.EllipticCurvePublicKey.from_encoded_point(CURVE, decode(key))
    public.verify(der, signed.encode(), ec.ECDSA(SHA256()))
    claims: dict[str, Any] = json.loads(decode(signed.partition(".")[2]))
    return claims


@contextmanager
def push_service() -> Iterator[PushService]:
    """Run the service in a thread until the block ends."""
    service, loop = PushService(), asyncio.new_event_loop()
    app = web.Application()
    app.router.add_post("/{name}", service.take)
    runner = web.AppRunner(app)

    async def start() -> None:
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        service.port = runner.addresses[0][1]

    loop.run_until_complete(start())
    thread = Thread(target=loop.run_forever, daemon=True)
    thread.start()
    try:
        yield service
    finally:
        asyncio.run_coroutine_threadsafe(runner.cleanup(), loop).result(10)
        loop.call_soon_threadsafe(loop.stop)
        thread.join(10)
        loop.close()
