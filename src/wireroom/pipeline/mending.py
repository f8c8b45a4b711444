"""An editor's deed with all that it changes on pages, in one transaction."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime

from wireroom.news.models import Story
from wireroom.news.services.local_ranks import file_local_ranks
from wireroom.news.services.mends import Mending
from wireroom.news.services.stories import NO_FACE
from wireroom.pipeline.publish import make_faces, pinned_rank


def mending(*, by: str, why: str, now: datetime) -> Mending:
    """Return what files an editor's deeds; the stories' faces change with them."""

    def renew(stories: Sequence[int]) -> None:
        rows = Story.objects.in_bulk(stories)
        for pk, face in make_faces(list(rows.values())).items():
            columns = asdict(face) if face else dict(NO_FACE)
            if face:
                columns["rank"] = pinned_rank(rows[pk], face.rank, now=now)
            Story.objects.filter(pk=pk).update(**columns)
        file_local_ranks(stories)

    return Mending(by=by, why=why, now=now, renew_faces=renew)
