"""How right the program is on a user's own material: hidden layers and audit samples."""
