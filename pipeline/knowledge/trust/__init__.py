"""How far a row can be trusted: what it rests on, and how likely that makes it."""
