"""The desk is light: what it needs rarely is imported when it is needed."""

from __future__ import annotations

import subprocess
import sys


def test_the_desk_imports_no_parser_and_no_template_engine() -> None:
    heavy = "{'yaml', 'pyromark', 'jinja2', 'subprocess'} & set(sys.modules)"
    code = (
        f"import sys; sys.path[:0] = {sys.path!r}; import vade.review.desk; sys.exit(bool({heavy}))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
