"""A mail server on this machine that speaks IMAP4rev1 as far as a reader of letters needs it."""

import re
import socketserver
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from threading import Thread
from typing import Any, Final
from urllib.parse import quote

from wireroom.adapters.mailbox import MailAccount

USER: Final = "ada.lindqvist@reader.example"
PASSWORD: Final = 'a "quoted" \\ word'
FOLDER: Final = "Presse & Blätter"
MONTHS: Final = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec"


@dataclass(slots=True)
class Box:
    """The folder: letters by number, and every command that was given."""

    letters: dict[int, tuple[datetime, bytes]] = field(default_factory=dict)
    validity: int = 7
    port: int = 0
    commands: list[str] = field(default_factory=list)
    claims: dict[int, int] = field(default_factory=dict)  # sizes that are not so
    answer: bytes | None = None  # to every SEARCH, instead of what is true
    drip_s: float = 0.0
    slow: set[int] = field(default_factory=set)  # letters that drip, whole
    refused: set[int] = field(default_factory=set)  # letters that are not given
    refusal: str = "there is something wrong with it"
    endless: set[int] = field(default_factory=set)  # letters whose heads have ten gigabytes

    def add(self, raw: bytes, *, at: datetime | None = None, uid: int | None = None) -> int:
        """Put a letter into the folder; return its number."""
        uid = uid or max(self.letters, default=0) + 1
        self.letters[uid] = (at or datetime.now(UTC), raw)
        return uid

    @property
    def account(self) -> MailAccount:
        """How the folder is reached."""
        return MailAccount(
            host="127.0.0.1", port=self.port, user=USER, password=PASSWORD, folder=FOLDER, tls=""
        )

    @property
    def url(self) -> str:
        """The same as a setting."""
        who = f"{quote(USER, safe='')}:{quote(PASSWORD, safe='')}"
        return f"imap://{who}@127.0.0.1:{self.port}/{quote(FOLDER)}"


class _Speaker(socketserver.StreamRequestHandler):
    """One client's session."""

    box: Box
    disable_nagle_algorithm = True

    def handle(self) -> None:
        self._say("* OK ready")
        while line := self.rfile.readline():
            tag, _, said = line.decode("ascii").strip().partition(" ")
            self.box.commands.append(re.sub(r"(LOGIN \S+) .*", r"\1", said))
            try:
                self._obey(tag, said)
            except (BrokenPipeError, ConnectionResetError):
                return
            if said == "LOGOUT":
                return

    def _obey(self, tag: str, said: str) -> None:
        verb = said.removeprefix("UID ").split(" ")[0]
        does: Any = getattr(self, f"_{verb.lower()}", None)
        if does is None:
            self._say(f"{tag} BAD what is {verb}?")
        elif (trouble := does(said)) is None:
            self._say(f"{tag} OK done")
        else:
            self._say(f"{tag} NO {trouble}")

    def _say(self, line: str) -> None:
        self.wfile.write(f"{line}\r\n".encode())

    def _capability(self, said: str) -> None:
        self._say("* CAPABILITY IMAP4rev1")

    def _logout(self, said: str) -> None:
        self._say("* BYE")

    def _login(self, said: str) -> str | None:
        word = '"' + PASSWORD.replace("\\", "\\\\").replace('"', '\\"') + '"'
        return None if said == f'LOGIN "{USER}" {word}' else f"{said} is wrong"

    def _examine(self, said: str) -> str | None:
        if said != 'EXAMINE "Presse &- Bl&AOQ-tter"':
            return "there is no such folder"
        self._say(f"* {len(self.box.letters)} EXISTS")
        self._say(f"* OK [UIDVALIDITY {self.box.validity}] valid")
        self._say(f"* OK [UIDNEXT {max(self.box.letters, default=0) + 1}] next")
        return None

    def _search(self, said: str) -> None:
        if self.box.answer is not None:
            self.wfile.write(self.box.answer)
            return
        behind = re.search(r"UID (\d+):\*", said)
        since = re.search(r"SINCE (\d+)-(\w+)-(\d+)", said)
        found = sorted(self.box.letters)
        if behind:
            # RFC 3501: "n:*" always holds the last letter.
            found = [uid for uid in found if uid >= int(behind[1])] or found[-1:]
        if since:
            month = MONTHS.split().index(since[2]) + 1
            day = datetime(int(since[3]), month, int(since[1]), tzinfo=UTC)
            found = [uid for uid in found if self.box.letters[uid][0] >= day]
        self._say(f"* SEARCH {' '.join(map(str, found))}")

    def _fetch(self, said: str) -> str | None:
        match = re.fullmatch(
            r"UID FETCH ([\d,]+) \(UID RFC822\.SIZE INTERNALDATE"
            r" BODY\.PEEK\[(HEADER)?\]<0\.(\d+)>\)",
            said,
        )
        assert match, said
        for uid in filter(self.box.letters.get, map(int, match[1].split(","))):
            if uid in self.box.refused and not match[2]:
                return self.box.refusal
            at, raw = self.box.letters[uid]
            size = self.box.claims.get(uid, len(raw))
            told = raw[: raw.find(b"\r\n\r\n") + 4] if match[2] else raw
            told = told[: int(match[3])]
            drip_s = 0.01 if uid in self.box.slow and not match[2] else self.box.drip_s
            claimed = 10_000_000_000 if uid in self.box.endless else len(told)
            what = f"BODY[{match[2] or ''}]<0>"
            date = f"{at.day:2}-{MONTHS.split()[at.month - 1]}-{at:%Y %H:%M:%S +0000}"
            self.wfile.write(f"* {uid} FETCH (RFC822.SIZE {size} {what} {{{claimed}}}\r\n".encode())
            self._say_letter(told, drip_s)
            self._say(f' INTERNALDATE "{date}" UID {uid})')
        return None

    def _say_letter(self, told: bytes, drip_s: float) -> None:
        if not drip_s:
            self.wfile.write(told)
        for place in range(len(told) if drip_s else 0):
            self.wfile.write(told[place : place + 1])
            time.sleep(drip_s)


class _Server(socketserver.ThreadingTCPServer):
    daemon_threads = True
    block_on_close = False
    allow_reuse_address = True


@contextmanager
def open_box() -> Iterator[Box]:
    """Give a folder that is served until the end."""
    box = Box()
    speaker = type("Speaker", (_Speaker,), {"box": box})
    with _Server(("127.0.0.1", 0), speaker) as server:
        box.port = server.server_address[1]
        Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        yield box
        server.shutdown()
