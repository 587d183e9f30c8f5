"""The nouns, frozen, and the rules that need nothing else."""
