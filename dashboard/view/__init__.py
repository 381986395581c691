"""What is looked at: the address and its small grammars."""
