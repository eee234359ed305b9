"""What the source language is made of, and where its modules lie."""
