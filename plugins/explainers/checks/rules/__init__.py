"""One rule, one file, named after the fault; its docstring is its page in the manual."""
