"""Is this Python in the language that we can compile?"""
