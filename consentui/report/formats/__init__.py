"""The formats of reports: those to read are made of the document, those for programs of the model."""
