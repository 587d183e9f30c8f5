"""The section Record: every decision as a sentence, found, explained, checked and taken out."""
