"""What is worked out once is kept, and what is of a source alone outlives a brief."""

from __future__ import annotations

from nutgraf.evidence.index import Index, build
from nutgraf.evidence.once import lasting, once
from nutgraf.evidence.reading import read

ASKED: list[str] = []


@once
def of_claim(index: Index, words: str) -> int:
    ASKED.append(words)
    return len(index.reading.text) + len(words)


@lasting
def of_source(index: Index) -> int:
    ASKED.append("source")
    return len(index.reading.text)


def test_an_answer_is_kept_until_the_brief_is_done() -> None:
    ASKED.clear()
    index = build(read("The harbour is closed."))
    for _ in range(2):
        assert of_claim(index, "closed") == 28
        assert of_source(index) == 22
    assert ASKED == ["closed", "source"]
    index.forget()
    assert (of_claim(index, "closed"), of_source(index)) == (28, 22)
    assert ASKED == ["closed", "source", "closed"]
    index.forget(everything=True)
    assert of_source(index) == 22
    assert ASKED[3:] == ["source"]
