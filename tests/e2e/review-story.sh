#!/usr/bin/env bash
# The story of one review, from the first commit of a branch to a merge that its record lets through.
# It runs in a scratch repository and needs `vade` and `git` on the PATH.
set -euo pipefail

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export HOME=$scratch/home VADE_CONFIG_DIR=$scratch/config VADE_STATE_DIR=$scratch/state
export VADE_DATA_DIR=$scratch/data VADE_CACHE_DIR=$scratch/cache USER=ada
mkdir -p "$HOME" "$scratch/shop"
git config --global user.name "Ada Ito"
git config --global user.email ada@example.org
git config --global init.defaultBranch main
cd "$scratch/shop"

chapter() { printf '\n== %s\n' "$*"; }
refused() { if "$@"; then echo "should have said no: $*" >&2; exit 1; fi; }
item() { vade review show --json | python3 -c '
import json, sys
items = json.load(sys.stdin)["items"]
print(next(i for i in items if i["id"].endswith("/" + sys.argv[1]))[sys.argv[2]])' "$1" "$2"; }

chapter "A project, and a branch with a mistake in it"
git init -q
mkdir src
echo 'def orders(db): return db.execute("select * from orders")' > src/orders.py
git add -A && git commit -qm "Orders"
git checkout -qb feature/search
cat > src/orders.py <<'PY'
def search(db, name):
    return db.execute(f"select * from orders where name = '{name}'")
PY
git commit -qam "Search orders by name"

chapter "Begin a review, answer, and die in the middle"
vade review start --checklist backend-specialist/review-checklist
vade review answer input-validation pass
vade review answer sql-injection fail --severity critical \
  --reason "The name is formatted into the statement." --evidence src/orders.py:2
mkfifo answers
vade review walk --answers - < answers > walked.txt &
walk=$!
exec 3> answers
printf 'p\n' >&3                                  # passes the next item that is open
until grep -q "pass, saved" walked.txt; do sleep 0.1; done
kill -9 "$walk"
exec 3>&-
wait "$walk" 2> kill.txt || true
rm -f answers walked.txt kill.txt

chapter "Nothing that was saved is lost: the review goes on where it was"
test "$(item sql-injection state)" = fail
test "$(item error-handling state)" = pass
for name in authentication authorization response-format logging tests; do
  vade review answer "$name" pass > "$scratch/said"
done
vade review answer environment-variables na --reason "This change reads none."
vade review answer rate-limiting follow-up --reason "No Redis yet." --owner Bo --due 2026-12-01
vade review finish

chapter "Write the record, and commit it with the change"
record=$(vade review export)
cat "$record"
git add -A && git commit -qm "Review of the search"

chapter "The gate is closed, and says why"
refused vade review gate --last --same-head
vade review todo

chapter "Somebody ticks the box by hand: box and word disagree, so the gate stays closed"
sed -i.bak 's/^- \[ \] \*\*SQL Injection\*\*/- [x] **SQL Injection**/' "$record" && rm "$record.bak"
refused vade review gate "$record"
git checkout -q "$record"

chapter "The mistake is mended; the old record is stale now"
cat > src/orders.py <<'PY'
def search(db, name):
    return db.execute("select * from orders where name = %s", (name,))
PY
git commit -qam "Bind the name"
refused vade review gate --last --same-head

chapter "Review again: last time's answers stand beside the items, to confirm"
vade review start
vade review show
test "$(item sql-injection state)" = unanswered
for name in input-validation error-handling authentication authorization response-format logging \
    tests environment-variables rate-limiting; do
  vade review answer "$name" --confirm > "$scratch/said"
done
vade review answer sql-injection pass --evidence src/orders.py:2
vade review finish
record=$(vade review export)
git add -A && git commit -qm "Review of the search, again"

chapter "What changed between the two"
vade review compare | tee "$scratch/delta"
grep -A1 Fixed "$scratch/delta" | grep -q "SQL Injection"

chapter "The gate is open: nothing but the record came after what was reviewed"
vade review gate --last --same-head --fail-on minor

chapter "For the pull request, and for the page"
vade review export --format pr
vade review export --format html --output "$scratch/review.html"
vade review export --format sarif --output "$scratch/review.sarif"
vade review list
