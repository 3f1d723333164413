"""The kinds of report: the model of each, and the document made from it."""
