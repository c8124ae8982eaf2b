"""What tests need that print pages: `make test` installs the typefaces."""

import pytest

from corpus.render.fonts import missing_packages

needs_typefaces = pytest.mark.skipif(bool(missing_packages()), reason="typefaces are missing")
