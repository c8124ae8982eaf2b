"""The flow of work: stages in one table, units of work, and the runs made of them.

`stages` is the one table; `units` are the functions that workers call; `batch` is the main
run, `corpus` one stage over the whole corpus, `preview` the run that only judges.
"""
