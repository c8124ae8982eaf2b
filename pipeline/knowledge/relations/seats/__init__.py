"""Who sits in which body of which network, with which party and role."""
