"""Files: where they lie, how they are read strictly and replaced whole, what they are and how they are called.

Rests on the ground alone; what a file of ours means is the business of the rooms above.
"""
