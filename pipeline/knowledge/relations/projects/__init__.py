"""Which projects a text tells of, who pays for them, leads them and takes part."""
