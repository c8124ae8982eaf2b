"""The command line: arguments to calls, progress, exit codes; nothing else."""

from pipeline.cli.app import main

__all__ = ["main"]
