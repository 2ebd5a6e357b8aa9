"""How much of everything: stated in docs/api.md and in the discovery document, enforced before any work is done."""

REQUEST = 1024 * 1024  # bytes
DEPTH = 30  # of arrays and objects in each other
NOTE = 64 * 1024  # bytes of UTF-8
QUOTE = 8 * 1024
CONTEXT = 1024  # prefix and suffix, each
TAGS = 50
TAG = 100  # characters
SELECTORS = 8
URL = 2048
PAPERS = 60  # in one look-up
CHANGES = 500  # subjects in one answer
TITLE = 2000
ABSTRACT = 64 * 1024
AHEAD_SECONDS = 300  # how far a client's clock may be ahead
