"""The SPARQL tests of the World Wide Web Consortium: where they come from, what is in them."""
