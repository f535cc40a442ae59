"""Tasks, material, outcomes, the record sheet, the end."""
