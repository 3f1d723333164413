"""The formats of reports: those to read are made from the document, those for programs from the model."""
