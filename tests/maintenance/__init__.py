"""The tools for those who keep the knowledge base."""
