"""Statistical tables as PxWebApi 2 gives them: what there is, what is selected, and its files."""
