"""What a file is written in, by the end of its name."""

from __future__ import annotations

__all__ = ["language_of"]

_LANGUAGES = {
    "c": "c", "cpp": "cpp", "cs": "csharp", "css": "css", "go": "go", "html": "html",
    "java": "java", "js": "javascript", "json": "json", "jsx": "jsx", "kt": "kotlin",
    "lua": "lua", "md": "markdown", "php": "php", "py": "python", "rb": "ruby", "rs": "rust",
    "sh": "sh", "sql": "sql", "swift": "swift", "toml": "toml", "ts": "typescript",
    "tsx": "tsx", "xml": "xml", "yaml": "yaml", "yml": "yaml",
}  # fmt: skip


def language_of(path: str) -> str:
    """Return the language of a file as fences and highlighters name it; empty where not known."""
    return _LANGUAGES.get(path.rpartition(".")[2].lower(), "") if "." in path else ""
