"""What is offered or sought: prices, measures and the words around them."""
