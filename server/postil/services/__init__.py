"""What can be done, as plain functions: the caller's identity first. Services decide and write; they know nothing of HTTP."""
