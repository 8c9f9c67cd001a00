"""What is asked of the ledger's tables in PostgreSQL, where it takes more than a line."""

from __future__ import annotations

from typing import Final, LiteralString

SENDINGS: Final[LiteralString] = """
SELECT key, title, subject, html, plain, planned, list_name, begun, begun_by, state, listed, ended,
    forced
FROM nutgraf_sendings WHERE %(key)s::text IS NULL OR key = %(key)s ORDER BY begun, number
"""
ROWS: Final[LiteralString] = """
SELECT number, address, name, fields, state, tries, changed, next_try, code, enhanced, said
FROM nutgraf_rows WHERE sending = %(key)s AND number > %(last)s AND state = ANY (%(states)s)
ORDER BY number LIMIT %(most)s
"""
ROW: Final[LiteralString] = """
SELECT number, address, name, fields, state, tries, changed, next_try, code, enhanced, said
FROM nutgraf_rows WHERE sending = %(key)s AND folded = %(folded)s
"""
BEGIN: Final[LiteralString] = """
INSERT INTO nutgraf_sendings
    (key, title, subject, html, plain, planned, list_name, sha256, begun, begun_by, forced)
VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s)
ON CONFLICT (key) DO NOTHING
"""

# Readers come in by COPY and become rows in one statement, in the order in which they came.
INCOMING: Final[LiteralString] = """
CREATE TEMPORARY TABLE IF NOT EXISTS nutgraf_incoming
    (number bigint GENERATED ALWAYS AS IDENTITY, folded text, address text, name text, fields text)
ON COMMIT DELETE ROWS
"""
COPY: Final[LiteralString] = (
    "COPY pg_temp.nutgraf_incoming (folded, address, name, fields) FROM STDIN"
)
ENQUEUE: Final[LiteralString] = """
INSERT INTO nutgraf_rows (sending, folded, address, name, fields)
SELECT %s, folded, address, name, fields FROM pg_temp.nutgraf_incoming ORDER BY number
ON CONFLICT (sending, folded) DO NOTHING
"""

# Rows that somebody else is claiming at this moment are passed over, not waited for. Queued and
# deferred ones are looked up each by their own index, so that a claim costs the same however many
# rows are behind it and before it.
CLAIM: Final[LiteralString] = """
WITH fresh AS MATERIALIZED (
    SELECT number, folded FROM nutgraf_rows
    WHERE sending = %(key)s AND state = 'queued' AND number + 0 >= %(first)s
        AND EXISTS (SELECT FROM nutgraf_sendings WHERE key = %(key)s AND state = 'open')
    ORDER BY number + 0 LIMIT %(most)s FOR UPDATE SKIP LOCKED
), again AS MATERIALIZED (
    SELECT number, folded FROM nutgraf_rows
    WHERE sending = %(key)s AND state = 'deferred' AND next_try <= %(now)s
        AND EXISTS (SELECT FROM nutgraf_sendings WHERE key = %(key)s AND state = 'open')
    ORDER BY next_try LIMIT %(most)s FOR UPDATE SKIP LOCKED
), picked AS MATERIALIZED (
    SELECT number, EXISTS (
        SELECT FROM nutgraf_suppressions AS kept WHERE kept.folded = both_kinds.folded
    ) AS suppressed
    FROM (SELECT * FROM fresh UNION ALL SELECT * FROM again) AS both_kinds
    ORDER BY number LIMIT %(most)s
)
UPDATE nutgraf_rows AS rows SET
    state = CASE WHEN picked.suppressed THEN 'suppressed' ELSE 'sending' END,
    tries = tries + CASE WHEN picked.suppressed THEN 0 ELSE 1 END,
    changed = %(now)s, next_try = NULL, holder = %(holder)s
FROM picked WHERE rows.number = picked.number
RETURNING rows.number, address, name, fields, state, tries, changed, next_try, code, enhanced, said
"""
WAITING: Final[LiteralString] = """
SELECT EXISTS (SELECT FROM nutgraf_sendings WHERE key = %(key)s AND state = 'open') AND (
    (SELECT number FROM nutgraf_rows WHERE sending = %(key)s AND state = 'queued'
        ORDER BY number + 0 LIMIT 1) IS NOT NULL
    OR (SELECT number FROM nutgraf_rows
        WHERE sending = %(key)s AND state = 'deferred' AND next_try <= %(now)s
        ORDER BY next_try LIMIT 1) IS NOT NULL
)
"""

# Only who began a row last says what became of it, and may say it anew. Where it was given up as
# unknown meanwhile, the answer that came after all is the truth; and where somebody had it queued
# again, that it was sent keeps it from being sent twice.
SETTLE: Final[LiteralString] = """
UPDATE nutgraf_rows AS rows SET
    state = settled.state, code = settled.code, enhanced = settled.enhanced, said = settled.said,
    next_try = settled.next_try, changed = %(now)s
FROM unnest(%(numbers)s::bigint[], %(states)s::text[], %(codes)s::integer[], %(enhanced)s::text[],
    %(said)s::text[], %(next_tries)s::timestamptz[])
    AS settled (number, state, code, enhanced, said, next_try)
WHERE rows.number = settled.number AND rows.sending = %(key)s AND rows.holder = %(holder)s
    AND (rows.state <> 'queued' OR settled.state = 'sent')
"""
RELEASE: Final[LiteralString] = """
UPDATE nutgraf_rows
SET state = 'queued', tries = tries - 1, changed = %(now)s, holder = NULL
WHERE number = ANY (%(numbers)s) AND sending = %(key)s AND holder = %(holder)s
    AND state IN ('sending', 'unknown')
"""

HOLDERS: Final[LiteralString] = """
SELECT DISTINCT holder FROM nutgraf_rows
WHERE sending = %s AND state = 'sending' AND holder <> %s
"""
ABANDON: Final[LiteralString] = """
UPDATE nutgraf_rows SET state = 'unknown', changed = %s
WHERE sending = %s AND state = 'sending' AND holder = %s
"""
REQUEUE: Final[LiteralString] = """
UPDATE nutgraf_rows SET state = 'queued', next_try = NULL, changed = %s
WHERE sending = %s AND state = 'unknown'
"""

SUPPRESS: Final[LiteralString] = """
INSERT INTO nutgraf_suppressions (folded, address, reason, at, brief)
SELECT * FROM unnest(%s::text[], %s::text[], %s::text[], %s::timestamptz[], %s::text[])
ON CONFLICT (folded) DO NOTHING
"""
