from nutgraf.render.tokens import TOKENS, UNSUBSCRIBE_URL, disarmed


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
