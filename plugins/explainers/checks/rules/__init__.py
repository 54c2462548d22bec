"""One rule, one file, named after the fault, in a folder for what it is about.

A rule's docstring is its page in the manual. What is found while a file is read needs no code here: it is a page alone.
"""
