"""Packs measured: the same deck by PptxGenJS, five files, all regions, and touches meanwhile."""
