"""Reading pages as one flow of text: which lines go on in the next, and which begin anew."""
