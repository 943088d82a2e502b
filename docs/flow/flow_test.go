package main

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

// The page's commands print what the page says.
func TestThePageIsTrue(t *testing.T) {
	page, err := os.ReadFile("../流程.md")
	require.NoError(t, err)
	t.Setenv("HOME", t.TempDir())
	t.Setenv("SOURCE_DATE_EPOCH", "")
	sample, err := filepath.Abs("../../data/2023-h1")
	require.NoError(t, err)
	t.Chdir(t.TempDir())
	require.NoError(t, os.CopyFS("data/2023-h1", os.DirFS(sample)))
	require.NoError(t, follow(string(page)))
}
