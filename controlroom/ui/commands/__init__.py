"""One table of commands; menus, palette, shortcut sheet, tooltips and keys are made from it."""
