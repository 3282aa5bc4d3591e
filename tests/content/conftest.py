from __future__ import annotations

import pytest

from vade.library import Library, load
from vade.library.layers import Root
from vade.library.scan import scan
from vade.paths import bundled


@pytest.fixture(scope="session")
def library() -> Library:
    """All that Vade ships: the agent, the skills, the pages and the checklists."""
    roots = [Root("bundled", "vade", bundled() / name) for name in ("agents", "content")]
    return load(scan(roots))
