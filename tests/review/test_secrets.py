"""What looks like a key is never quoted."""

from __future__ import annotations

from pathlib import Path

import pytest

from review.repository import commit, repository
from vade.review.again import found_again
from vade.review.evidence import Witness
from vade.review.secrets import MASK, masked

JWT = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N"


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("key = AKIA" + "IOSFODNN7EXAMPLE", "key = "),
        ("ghp_" + "a1" * 18, ""),
        ('password = "' + "correct-horse-1" + '"', 'password = "'),
        ("API_KEY: '" + "0123456789abcdef" + "'", "API_KEY: '"),
        ("postgres://shop:" + "hunter22" + "@db/shop", "postgres://shop:"),
        (f"Authorization: Bearer {JWT}", "Authorization: Bearer "),
        ("sk_live_" + "4eC39HqLyjWDarjtT1zdp7dc", ""),
        ("MIIEpAIBAAKCAQEA" + "x9Yz" * 12, ""),
    ],
)
def test_what_looks_like_a_secret_is_masked(line: str, kept: str) -> None:
    assert masked(line).startswith(f"{kept}{MASK}")
    assert masked(masked(line)) == masked(line)


@pytest.mark.parametrize(
    "line",
    [
        "password = request.form['password']",
        'password = "changeme"',
        "token = os.environ['TOKEN']",
        'secret = "{{ secret_from_vault }}"',
        "url = f'postgres://{user}:{password}@db/shop'",
        "raise HTTPException(status_code=401, detail='Invalid token')",
        "commit = '9e41d07c2f51a0b3c4d5e6f708192a3b4c5d6e7f'",
    ],
)
def test_code_that_only_speaks_of_secrets_is_quoted_as_it_is(line: str) -> None:
    assert masked(line) == line


def test_evidence_is_quoted_masked_and_found_again(tmp_path: Path) -> None:
    shop = repository(tmp_path / "shop")
    text = 'a = 1\npassword = "correct-horse-1"\n'
    head = commit(shop, "secret", src_s_py=text)
    taken = Witness(shop, head).take("src/s.py:1-2")
    assert taken.quote == f'a = 1\npassword = "{MASK}"'
    assert found_again(taken, shop) == "src/s.py:1-2"
