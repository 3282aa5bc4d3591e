"""The tables of the database of reviews, and the steps from one version to the next."""

from __future__ import annotations

__all__ = ["MIGRATIONS", "TABLES"]

TABLES = ("review", "item", "event", "export")

_FIRST = """
create table review (
  id text primary key,
  root text not null,
  origin text not null,
  started text not null,
  finished text,
  discarded text,
  version integer not null default 1,
  head text not null
);
create table item (
  review text not null references review (id) on delete cascade,
  id text not null,
  position integer not null,
  fixed text not null,
  answer text not null,
  rivals text not null default '[]',
  primary key (review, id)
);
create table event (
  seq integer primary key autoincrement,
  review text not null references review (id) on delete cascade,
  kind text not null,
  item text,
  at text not null,
  by text not null,
  before text,
  after text,
  undone integer not null default 0
);
create index event_of on event (review, kind, undone, seq);
create table export (
  review text not null references review (id) on delete cascade,
  path text not null,
  digest text not null,
  text text not null,
  ours integer not null,
  seq integer not null,
  primary key (review, path, seq)
);
create index review_of on review (root, started);
"""

MIGRATIONS: tuple[str, ...] = (_FIRST,)
"""Step n brings a database of version n to version n + 1. A step is never changed again."""
