"""What is said of the things named: who sits where, who is a member, what costs what."""
