"""The sample newsroom as `up` uses it: its moment in time, its outlets, its server."""

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, Self

from wireroom.news.services.outlets import OutletFacts
from wireroom.sample.reading import load_newsroom
from wireroom.sample.site import Site
from wireroom.sample.truth import sample_outlets

# Where its invented towns lie: an ocean has room for two countries.
PLACES: Final = Path(__file__).resolve().parent.parent / "sample" / "places.csv"


@dataclass(frozen=True, slots=True)
class SampleSetting:
    """When and where the sample newsroom is set; kept, so that a restart finds the same pages."""

    epoch: datetime
    port: int

    @classmethod
    def kept_in(cls, var: Path, *, port: int | None, default_port: int) -> Self:
        """Read the kept setting, or make one that starts now. Raises OSError."""
        path = var / "sample.json"
        kept = json.loads(path.read_text("utf-8")) if path.exists() else {}
        epoch = datetime.fromisoformat(kept["epoch"]) if "epoch" in kept else datetime.now(UTC)
        setting = cls(epoch, port or int(kept.get("port", default_port)))
        path.parent.mkdir(parents=True, exist_ok=True)
        row = {"epoch": setting.epoch.isoformat(), "port": setting.port}
        path.write_text(json.dumps(row), "utf-8")
        return setting

    @property
    def base_url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def command(self) -> list[str]:
        """Return what runs the server, for a child process."""
        epoch = self.epoch.isoformat()
        return ["-m", "wireroom.cli.sample_server", "--port", str(self.port), "--epoch", epoch]

    def outlets(self) -> list[tuple[OutletFacts, list[str]]]:
        """Return the invented outlets with their feeds."""
        newsroom = load_newsroom()
        rows = sample_outlets(Site(newsroom=newsroom, epoch=self.epoch, base_url=self.base_url))
        return [
            (
                OutletFacts(
                    name=row["name"],
                    slug=row["slug"],
                    home_url=row["home"],
                    country=row["country"],
                    lang=row["lang"],
                    owner=row["owner"],
                    owner_type=row["owner_type"],
                    policy=row["policy"],
                    excerpt_words=row["excerpt_words"] or 60,
                    is_aggregator=newsroom.outlets[row["slug"]].aggregator,
                    is_sample=True,
                ),
                row["feeds"],
            )
            for row in rows
        ]
