"""A real server whose processes may be killed, clients that go on asking it, and what must hold of its database whatever happened."""
