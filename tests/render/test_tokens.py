from nutgraf.render.tokens import (
    FIELD_TOKEN,
    TOKENS,
    UNSUBSCRIBE_URL,
    disarmed,
    field_token,
)


def test_no_template_engine_takes_a_token_for_its_own() -> None:
    for token in TOKENS.values():
        assert token[:2] == token[-2:] == "%%"
        assert not set(token) & set("{}<>$[]*|&")


def test_a_token_in_prose_is_no_token_and_reads_the_same() -> None:
    made = disarmed(f"Write {UNSUBSCRIBE_URL} at the end.")
    assert UNSUBSCRIBE_URL not in made
    assert made.replace("\u2060", "") == f"Write {UNSUBSCRIBE_URL} at the end."


def test_other_percent_signs_stay_as_they_are() -> None:
    assert disarmed("50%% of %%NOTHING%%") == "50%% of %%NOTHING%%"


def test_a_merge_fields_token_is_known_and_no_prose_is_one() -> None:
    assert field_token("first_name") == "%%READER_FIRST_NAME%%"
    assert FIELD_TOKEN.fullmatch(field_token("line2"))
    made = disarmed("Dear %%READER_FIRST_NAME%%, %%READER_LINE2%%")
    assert not FIELD_TOKEN.search(made)
    assert made.replace("\u2060", "") == "Dear %%READER_FIRST_NAME%%, %%READER_LINE2%%"
