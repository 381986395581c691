"""Our page beside the build before, the peers and other ways of summing: demands of the phone."""
