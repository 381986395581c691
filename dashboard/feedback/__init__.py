"""What readers report as wrong."""
