"""Samples of every sentence that the program writes, for a person to read: `make samples` writes `samples.txt`.

A maker of samples is a function that gives headings with their sentences. A new kind of sentence gets a maker, and a
line in `MAKERS`.
"""
