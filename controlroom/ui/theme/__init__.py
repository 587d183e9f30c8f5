"""How everything looks: colours, sizes, type and icons, from one file of tokens."""
