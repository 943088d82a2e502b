package fileset_test

import (
	"strings"
	"testing"

	"banwen/internal/fileset"

	"github.com/stretchr/testify/require"
)

func TestFileNameIsOneThatWindowsTakes(t *testing.T) {
	require.Equal(t, "关于“清廉”工作的总结", fileset.Title(`关于“清廉”工作的总结`))
	require.Equal(t, "13月工作总结", fileset.Title("1/3月:工作\n总结?. "))
	require.Equal(t, "报告", fileset.Title("..."))
	require.Equal(t, "报告CON", fileset.Title("CON"))
	require.Equal(t, "报告nul.txt", fileset.Title("nul.txt"))
	long := fileset.Title(strings.Repeat("长", 300))
	require.LessOrEqual(t, len(long), 240)
	require.Equal(t, strings.Repeat("长", 80), long)
}
