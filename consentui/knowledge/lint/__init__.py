"""The rules that files of the knowledge base must obey; `consentui kb lint` runs them and contributors read them."""
