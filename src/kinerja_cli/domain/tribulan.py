"""The four tribulan of a year, and how an office writes them."""

TRIBULAN = (1, 2, 3, 4)
ROMAWI = {1: "I", 2: "II", 3: "III", 4: "IV"}
