"""What the workbooks for people have in common: pages with a head, looks, formulas, findings."""
