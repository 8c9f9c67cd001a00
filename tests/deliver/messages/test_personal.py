from __future__ import annotations

from html import unescape

from hypothesis import given
from hypothesis import strategies as st

from nutgraf.deliver.messages.personal import field_values, personalised, undeclared
from nutgraf.deliver.readers import Reader

FIRST, UNSUBSCRIBE = "%%READER_FIRST_NAME%%", "%%UNSUBSCRIBE_URL%%"


def test_values_stand_where_their_tokens_were() -> None:
    values = {FIRST: "Ada", UNSUBSCRIBE: "https://a.example/?a=1&b=2"}
    text = f"Dear {FIRST}: {UNSUBSCRIBE} {FIRST}"
    assert personalised(text, values, html=False) == "Dear Ada: https://a.example/?a=1&b=2 Ada"
    link = personalised(f'<a href="{UNSUBSCRIBE}">', values, html=True)
    assert link == '<a href="https://a.example/?a=1&amp;b=2">'


def test_what_has_no_value_stays() -> None:
    assert personalised(f"{FIRST} {UNSUBSCRIBE}", {FIRST: "A"}, html=False) == f"A {UNSUBSCRIBE}"


@given(st.text(max_size=60))
def test_no_value_is_markup_or_a_token(value: str) -> None:
    values = {FIRST: value, UNSUBSCRIBE: "never"}
    made = personalised(f"<p>{FIRST}</p>", values, html=True)
    assert unescape(made[3:-4]) == value
    assert not set('<>"') & set(made[3:-4])
    assert personalised(FIRST, values, html=False) == value


def test_an_empty_value_takes_the_default_and_all_are_on_one_line() -> None:
    defaults = {"first_name": "reader", "city": "town"}
    values = field_values(Reader("a@b.example", fields={"first_name": " ", "x": "y"}), defaults)
    assert values == {FIRST: "reader", "%%READER_CITY%%": "town"}
    values = field_values(Reader("a@b.example", fields={"first_name": " Ada\r\n Meyer"}), defaults)
    assert values[FIRST] == "Ada Meyer"


def test_fields_without_a_default_are_found() -> None:
    assert undeclared((f"{FIRST} %%READER_CITY%%", UNSUBSCRIBE), {"city": ""}) == {"first_name"}
