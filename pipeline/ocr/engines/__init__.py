"""Engines that read, and the choice among them."""
