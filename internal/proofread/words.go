package proofread

// Word is a word that a unit does not want in its documents.
type Word struct{ Text, Instead, Why string }

// WordList is a unit's own list of such words (用词表).
type WordList []Word
