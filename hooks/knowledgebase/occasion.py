"""The occasion of a build: its day, and whether what is built is the edition of that day. Told by the environment."""

from __future__ import annotations

import os
import re
from datetime import UTC, date, datetime


def build_day() -> date:
    """The day a build counts as its own: that of SOURCE_DATE_EPOCH if it is set, else today's, in UTC."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    is_moment = re.fullmatch(r"[0-9]{1,11}", epoch)
    moment = datetime.fromtimestamp(int(epoch), UTC) if is_moment else datetime.now(UTC)
    return moment.date()


def is_edition() -> bool:
    """Whether what is built is the edition of its day: where EDITION is set, as scripts/publish.py does."""
    return bool(os.environ.get("EDITION"))
