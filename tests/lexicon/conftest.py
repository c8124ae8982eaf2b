import pytest
from hypothesis import settings

from pipeline.lexicon import Lexicon, open_lexicon

# A first look at the lexicon reads it from the disk, and machines have other work to do.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    return open_lexicon()
