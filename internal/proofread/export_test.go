package proofread

// ExampleDocument makes a document of an example's text.
var ExampleDocument = document
