package cli

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestFileNameIsOneThatWindowsTakes(t *testing.T) {
	require.Equal(t, "关于“清廉”工作的总结", fileName(`关于“清廉”工作的总结`))
	require.Equal(t, "13月工作总结", fileName("1/3月:工作\n总结?. "))
	require.Equal(t, "报告", fileName("..."))
	require.Equal(t, "报告CON", fileName("CON"))
	require.Equal(t, "报告nul.txt", fileName("nul.txt"))
	long := fileName(strings.Repeat("长", 300))
	require.LessOrEqual(t, len(long), 240)
	require.Equal(t, strings.Repeat("长", 80), long)
}
