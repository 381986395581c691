"""Files as the disk holds them: written whole, synced, and never seen half done."""
