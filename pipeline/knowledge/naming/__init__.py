"""From what was found in a document to its names: laid over each other, and told apart."""
