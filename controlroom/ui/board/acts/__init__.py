"""What commands do on the board, by what they act on."""
