"""The inline text of Markdown: emphasis, code, links, each a run with its role."""

from __future__ import annotations

from typing import Any

from vade.tui.page.runs import Run, Runs
from vade.tui.theme.roles import Role

__all__ = ["Inline"]

_ROLES = {
    "Strong": Role.STRONG,
    "Emphasis": Role.EMPHASIS,
    "Strikethrough": Role.STRIKE,
}


class Inline:
    """Collects the runs of one paragraph."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._runs: list[Run] = []
        self._roles: list[Role] = []
        self._links: list[str] = []

    def feed(self, event: Any) -> None:
        """Take an event that is no container."""
        match event:
            case {"Text": text}:
                self.text(text)
            case {"Code": text}:
                self.text(text, Role.INLINE_CODE)
            case "SoftBreak":
                self.text(" ")
            case "HardBreak":
                self.text("\n")
            case {"InlineHtml": text}:
                self.text(text, Role.MUTED)
            case _:
                pass

    def text(self, text: str, role: Role | None = None) -> None:
        """Add text, in the role of what it stands in."""
        if not text:
            return
        link = self._links[-1] if self._links else ""
        inner = Role.LINK if link else self._roles[-1] if self._roles else Role.TEXT
        self._runs.append(Run(text, role or inner, link))

    def push(self, role: Role) -> None:
        """Go into something that has a role."""
        self._roles.append(role)

    def pop(self) -> None:
        """Leave it again."""
        if self._roles:
            self._roles.pop()

    def start(self, tag: Any) -> None:
        """Go into an inline element."""
        match tag:
            case {"Link": {"dest_url": url}} | {"Image": {"dest_url": url}}:
                self._links.append(url or "#")
            case str(name) if name in _ROLES:
                self.push(_ROLES[name])
            case _:
                pass

    def end(self, name: str) -> None:
        """Leave an inline element; a link says in full where it leads."""
        if name in _ROLES:
            self.pop()
        elif name in {"Link", "Image"} and self._links:
            url = self._links.pop()
            shown = "".join(r.text for r in self._runs if r.link == url)
            if "://" in url and url not in shown:
                self._runs.append(Run(f" ({url})", Role.MUTED, url))

    def take(self) -> Runs:
        """Return the runs and begin anew."""
        runs, self._runs = tuple(self._runs), []
        return runs
