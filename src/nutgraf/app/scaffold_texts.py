"""The words of a first workspace: an invented story in a few small files.

The texts are for `str.format`. Days: `meeting`, `printed`, `noticed`, `noted`, `closes`, `until`;
each also with `_iso` behind its name.
"""

from __future__ import annotations

from typing import Final

SETTINGS: Final = """\
# yaml-language-server: $schema={schema}
# The publication and its policy. Editors that know JSON Schema complete the keys as you type.
name: {name}
tagline: What happened, who says so, and what nobody knows yet.
language: en
# The time zone of send_at, by its IANA name, such as Europe/Berlin or America/New_York.
time_zone: UTC
# The house style of briefs that name none: a folder in templates/.
format: annotated
sender:
  name: {name}
  address: desk@newsletter.example
# An example: put your own here before anything is sent. A newsletter has to show a postal address
# that is valid: in the United States CAN-SPAM (15 U.S.C. 7704, 16 CFR 316) asks for it, elsewhere
# national law.
postal_address: |
  Example Street 1
  12345 Example City
policy:
  citations: brief
  fail_on: error
# To send (`nutgraf send --help`), say who reads it, how they leave, and which relay takes the mail:
# lists:
#   readers:
#     file: recipients/readers.csv
# unsubscribe:
#   mailto: leave@newsletter.example
# delivery:
#   host: mail.newsletter.example
#   username: desk@newsletter.example
#   password:
#     env: SMTP_PASSWORD
"""

GITIGNORE: Final = """\
/build/
/.nutgraf/
.nutgraf-*.tmp
# Who reads it and who was sent it are nobody else's business.
/recipients/
/sent/
# Nor are keys and secrets.
*.key
*.pem
*.secret
"""

GITATTRIBUTES: Final = """\
* text=auto eol=lf
# A source is kept as it came, byte for byte.
seeds/** -text
# What was approved is sent as it stands, byte for byte.
briefs/*.approved/** -text
# A record a line: what two people add is all kept when their branches are merged.
briefs/corrections.yaml merge=union
seeds/feeds.yaml merge=union
*.verified.yaml merge=union
"""

README: Final = """\
# {name}

A newsletter made with nutgraf. Every claim can be traced to the words it rests on.

| folder | holds |
|---|---|
| `seeds/` | sources, as captured and never edited afterwards; and notes on them (`type: note`) |
| `angles/` | why a story matters to these readers, each an argument that rests on sources |
| `briefs/` | the issues, one file each, by date |
| `templates/` | the house styles, one folder each, and `brand.yaml`: colours, type, logo |
| `build/` | what nutgraf makes; it can be thrown away |

The library, its roof and everybody in it are invented. Build them, look, then strike them.

```
nutgraf build                 the newest brief: email, plain text and Markdown into build/
nutgraf check                 what in it is unsourced or altered
nutgraf new note NAME         notes on one source or several
nutgraf new angle NAME        why it matters
nutgraf new brief 2026-02-20  the next issue, with the notes and open angles since the last
nutgraf doctor                what is wrong here; it knows which examples are still in place
```

## How a note is written

- `[@quayside-courier]` after a claim says which source carries it. It covers the words back to the
  citation before it.
- `![[library-roof#Key Points]]`, alone in its paragraph, brings a section of a note;
  `![[library-roof#^buckets]]` brings the block that ends with `^buckets`.
- What stands between `%%` marks, under `## Notes` or in a task (`- [ ]`) never goes out.

Obsidian opens this folder as it is. In VS Code the YAML extension completes `nutgraf.yaml`,
`brand.yaml` and `format.yaml` from the schemas in `templates/.schemas/`, without a network.
"""

ARTICLE_BODY: Final = """\
The Harbour Street library will close for nine weeks from {closes}, so that its leaking roof can \
be replaced, the town council decided on {meeting}.

The work will cost $412,000, the council's report says. A state grant pays $250,000 of that; the \
town pays the rest.

"We have put buckets under that roof for six winters," said Maren Oakes, the head librarian. "A \
library that is closed for a while is better than one that is wet for ever."

Dev Rao, a member of the council, voted against the plan. He said that nobody had found a room for \
the children's reading club, which meets twice a week.

"Nine weeks is a long time when you are six years old," Rao told the Courier.

The council did not answer a question about where the club will meet.
"""

ARTICLE: Final = """\
---
title: Library to close for nine weeks while its roof is replaced
publisher: The Quayside Courier
url: https://courier.example/library-roof
published: {printed_iso}
retrieved: {printed_iso}
kind: news
sha256: {sha256}
---
{body}"""

NOTICE_BODY: Final = """\
Notice of closure: Harbour Street library

The Harbour Street library will be closed to the public from {closes} to {until} while its roof is \
replaced.

The council has awarded the contract for the roof at a price of $398,000. It holds a further \
$14,000 in reserve for repairs that come to light during the work.

Books on loan need not be returned before the library reopens. Books that were ordered can be \
collected at the Mill Lane branch.
"""

NOTICE: Final = """\
---
title: "Notice of closure: Harbour Street library"
publisher: Town of Quayside
url: https://quayside.example/notices/library
published: {noticed_iso}
retrieved: {noticed_iso}
kind: official
sha256: {sha256}
---
{body}"""

NOTE: Final = """\
---
type: note
title: The library roof
date: {noted_iso}
sources: [quayside-courier, council-notice]
---
## Summary

The Harbour Street library will close for nine weeks from {closes}, so that its leaking roof can \
be replaced. [@quayside-courier]

## Key Points

- **The closure:** the library will be closed to the public from {closes} to {until}. \
[@council-notice]
- **The cost:** the work will cost $412,000, of which a state grant pays $250,000, according to \
the council’s report. [@quayside-courier]
- **The vote:** Dev Rao, a member of the council, voted against the plan. [@quayside-courier]
- **Until then:** books on loan need not be returned before the library reopens. [@council-notice]

## Newsletter Angles

- The club without a room: see angles/reading-club.

## Entities Mentioned

- **Maren Oakes**, the head librarian. [@quayside-courier]
- **Dev Rao**, a member of the council. [@quayside-courier]

## Concepts Mentioned

- **Reserve:** money that the council holds for repairs that come to light during the work. \
[@council-notice]

## Quotes

> “We have put buckets under that roof for six winters.” — Maren Oakes, the head librarian \
[@quayside-courier] ^buckets

## Notes

The council’s report itself is not here; the figures are the Courier’s account of it.
"""

ANGLE: Final = """\
---
title: The club without a room
basis: [quayside-courier]
status: open
---
# The club without a room

Nobody had found a room for the children’s reading club, Dev Rao said. [@quayside-courier] So we \
would watch the club, not the roof: what counts is who has nowhere to go.
"""

BRIEF: Final = """\
---
title: A new roof, and no room
date: {today_iso}
subject: Library closes for nine weeks for a new roof
preheader: What it costs, who pays, and the question that was not answered.
format: annotated
sources: [quayside-courier, council-notice]
---
## Summary

%% The embed below brings a section of seeds/library-roof.md, with its citations. What stands \
between these marks is private. %%

![[library-roof#Summary]]

## Key Points

![[library-roof#Key Points]]

## By the numbers

| Figure | What it counts |
|---|---|
| $412,000 | what the work will cost, according to the council’s report [@quayside-courier] |
| $250,000 | of that, what a state grant pays [@quayside-courier] |
| $398,000 | the price of the contract for the roof [@council-notice] |
| $14,000 | held in reserve for repairs that come to light during the work [@council-notice] |

## Newsletter Angles

![[angles/reading-club]]

## Quotes

![[library-roof#^buckets]]

> “Nine weeks is a long time when you are six years old.” — Dev Rao, a member of the council \
(to The Quayside Courier) [@quayside-courier]

## Unconfirmed

- The council did not answer a question about where the club will meet. [@quayside-courier]

## What’s next

The library will be closed to the public from {closes}. [@council-notice] Books that were ordered \
can be collected at the Mill Lane branch. [@council-notice]

## Notes

This section never goes out, and neither do tasks:

- [ ] Read the council’s report.
"""
