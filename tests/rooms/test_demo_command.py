"""`songfa demo` in a house that is not ready says what to do."""

from collections.abc import Sequence

import pytest
from click.testing import CliRunner

from songfa.commands.demo import demo
from songfa.words.say import LANGUAGES, say, speaking

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("words", [("accounts",), ("load", "daily"), ("scale",)])
def test_before_the_setup_a_demo_says_what_to_do(language: str, words: Sequence[str]) -> None:
    spoken = speaking.set(language)
    try:
        answer = CliRunner().invoke(demo, words)
    finally:
        speaking.reset(spoken)
    assert answer.exit_code == 1
    assert say("demo-no-house", lang=language) in answer.output
    assert "Traceback" not in answer.output
