"""What the user can do: each verb is a message, a key binding and a palette entry at once."""

from __future__ import annotations
