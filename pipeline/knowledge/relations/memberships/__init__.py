"""Who is a member of which network, since when and until when."""
