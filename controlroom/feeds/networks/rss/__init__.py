"""RSS and Atom: councils, ambulance, transport, press."""
