"""What every network's writer is made of: the way out, outcomes, files, reading back."""
