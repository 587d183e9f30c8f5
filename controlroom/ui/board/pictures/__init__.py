"""Pictures on the cards: asked for when a card is drawn, decoded aside, kept within bounds."""
