"""The speeds that the documents state, measured on whatever machine this runs on."""
