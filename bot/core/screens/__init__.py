"""The screens that people are shown, as data: each file has a screen and the function that fills it.

Cards draw screens and decide nothing; a screen knows no card. Sentences of the playbook arrive in the
reader's language; the interface's own sentences are the cards' affair. Text of people is a `Said`.
"""
