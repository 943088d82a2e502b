package filelock_test

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"banwen/internal/filelock"

	"github.com/stretchr/testify/require"
)

func TestLockKeepsOthersOutUntilItIsReleased(t *testing.T) {
	path := filepath.Join(t.TempDir(), "lock")
	first, err := filelock.Acquire(path, 0)
	require.NoError(t, err)
	_, err = filelock.Acquire(path, 20*time.Millisecond)
	require.ErrorIs(t, err, filelock.ErrBusy)
	go func() {
		time.Sleep(20 * time.Millisecond)
		_ = first.Release()
	}()
	second, err := filelock.Acquire(path, 5*time.Second)
	require.NoError(t, err)
	require.NoError(t, os.Remove(path))
	require.NoError(t, second.Release())
}
