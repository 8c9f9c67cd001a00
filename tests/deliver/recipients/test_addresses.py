"""Which addresses can be mailed is email-validator's word, in much less time."""

from __future__ import annotations

import pytest
from email_validator import EmailNotValidError, validate_email
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.deliver.recipients.addresses import NoAddress, mailable

_LOCALS = st.text("aB0.!#'*+/=?^_`{|}~-@ \"\\é\u0301\n", min_size=0, max_size=8) | st.just("a" * 65)
_DOMAINS = st.sampled_from(
    ["x.example", "X.Example", "bücher.example", "xn--bcher-kva.example", "x", "x..example", "",
     "localhost", "[127.0.0.1]", "-x.example", "x.example.", "x.test", "a@b.example", "ｘ.example",
     f"{'a' * 63}.{'b' * 63}.{'c' * 63}.example", f"{'a' * 64}.example", "x.123", "x .example"]
)  # fmt: skip


@given(_LOCALS, _DOMAINS)
def test_it_says_what_the_validator_says(local: str, domain: str) -> None:
    written = f"{local}@{domain}"
    try:
        valid = validate_email(
            written, check_deliverability=False, allow_smtputf8=False, strict=True
        )
    except EmailNotValidError:
        with pytest.raises(NoAddress):
            mailable(written)
    else:
        assert valid.ascii_email is not None
        assert mailable(written).casefold() == valid.ascii_email.casefold()


def test_the_domain_is_written_in_ascii_and_the_local_part_as_it_is() -> None:
    assert mailable("Ann.Lee@Bücher.Example") == "Ann.Lee@xn--bcher-kva.example"


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("ann", "an email address must have an @-sign"),
        ("jörg@x.example", "internationalized characters before the @-sign"),
        ("ann@localhost", "it should have a period"),
        ("ann@x.test", "special-use or reserved"),
        ("Ann <ann@x.example>", "display name"),
        (f"{'a' * 65}@x.example", "too long"),
        (f"{'a' * 64}@{'b' * 60}.{'c' * 60}.{'d' * 60}.{'e' * 60}.example", "too long"),
    ],
)
def test_why_an_address_cannot_be_mailed_is_told(written: str, why: str) -> None:
    with pytest.raises(NoAddress) as caught:
        mailable(written)
    assert why.casefold() in str(caught.value).casefold()
