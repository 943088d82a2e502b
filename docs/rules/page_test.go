package main

import (
	"os"
	"testing"

	"github.com/stretchr/testify/require"
)

// The page in the repository is the one that the code gives.
func TestPageIsUpToDate(t *testing.T) {
	have, err := os.ReadFile("../检查规则.md")
	require.NoError(t, err)
	require.Equal(t, string(page()), string(have), "run make docs")
}
