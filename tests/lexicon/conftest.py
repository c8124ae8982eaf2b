import pytest

from pipeline.lexicon import Lexicon, open_lexicon


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    return open_lexicon()
