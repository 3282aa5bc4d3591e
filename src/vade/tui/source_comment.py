"""A comment that names where copied code came from, in the code's own language."""

from __future__ import annotations

from vade.library.entry import Entry

__all__ = ["commented"]

_HASH = frozenset(
    {"python", "bash", "sh", "shell", "zsh", "fish", "yaml", "yml", "toml", "ruby", "perl"}
    | {"dockerfile", "docker", "makefile", "make", "ini", "nginx", "conf", "env", "dotenv"}
    | {"graphql", "http", "r", "elixir", "powershell"}
)
_DASHES = frozenset({"sql", "lua", "haskell", "postgresql", "plpgsql"})
_ANGLES = frozenset({"html", "xml", "svg", "markdown", "md"})
_NONE = frozenset({"json", "text", "txt", "diff", ""})


def commented(code: str, language: str, entry: Entry) -> str:
    """Return code under a comment with the title and place of its entry."""
    words = f"{entry.title}: {entry.id}"
    if language in _NONE:
        return f"{code}\n\n({words})" if language in {"text", "txt", ""} else code
    if language in _HASH:
        return f"# {words}\n{code}"
    if language in _DASHES:
        return f"-- {words}\n{code}"
    if language in _ANGLES:
        return f"<!-- {words} -->\n{code}"
    return f"// {words}\n{code}"
