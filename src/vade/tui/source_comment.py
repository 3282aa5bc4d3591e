"""A comment that names where copied code came from, in the code's own language."""

from __future__ import annotations

from vade.library.entry import Entry

__all__ = ["with_source"]

_HASH = frozenset(
    {"python", "bash", "sh", "shell", "zsh", "fish", "yaml", "yml", "toml", "ruby", "perl"}
    | {"dockerfile", "docker", "makefile", "make", "ini", "nginx", "conf", "env", "dotenv"}
    | {"graphql", "http", "r", "elixir", "powershell"}
)
_DASHES = frozenset({"sql", "lua", "haskell", "postgresql", "plpgsql"})
_ANGLES = frozenset({"html", "xml", "svg", "markdown", "md"})
_NONE = frozenset({"json", "text", "txt", "diff", ""})


def with_source(entry: Entry) -> str:
    """Return the entry's code under a comment with its title and place."""
    words = f"{entry.title}: {entry.id}"
    code = entry.code or entry.body
    language = entry.language
    if language in _NONE:
        return code if entry.code else f"{code}\n\n({words})"
    if language in _HASH:
        return f"# {words}\n{code}"
    if language in _DASHES:
        return f"-- {words}\n{code}"
    if language in _ANGLES:
        return f"<!-- {words} -->\n{code}"
    return f"// {words}\n{code}"
