package sheet_test

import (
	"bytes"
	"fmt"
	"testing"

	"banwen/internal/render/docx/sheet"

	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"
)

func TestReferences(t *testing.T) {
	table := &sheet.Table{Rows: []string{"甲", "乙", "丙"}}
	require.Equal(t, "Sheet1!$A$2:$A$4", table.RowsRef())
	for column, letters := range map[int]string{0: "B", 24: "Z", 25: "AA", 50: "AZ", 51: "BA", 700: "ZZ", 701: "AAA"} {
		require.Equal(t, "Sheet1!$"+letters+"$1", table.NameRef(column))
		require.Equal(t, "Sheet1!$"+letters+"$2:$"+letters+"$4", table.CellsRef(column))
	}
}

func TestWorkbookHoldsTheTable(t *testing.T) {
	table := &sheet.Table{Corner: "单位：<元>", Rows: []string{"甲 & 乙", "丙"}}
	for i := range 30 {
		table.Columns = append(table.Columns, sheet.Column{
			Name: fmt.Sprintf("“%d”", i), Cells: []sheet.Cell{{Value: fmt.Sprintf("%d.5", i), Format: "0.00"}, {}},
		})
	}
	table.Columns[1].Cells[1] = sheet.Cell{Value: "980.48", Format: `0.00"万余元"`}
	data, err := table.Workbook()
	require.NoError(t, err)
	workbook, err := excelize.OpenReader(bytes.NewReader(data))
	require.NoError(t, err)
	rows, err := workbook.GetRows(sheet.Name)
	require.NoError(t, err)
	require.Len(t, rows, 3)
	require.Equal(t, []string{"单位：<元>", "“0”", "“1”"}, rows[0][:3])
	require.Len(t, rows[0], 31)
	require.Equal(t, []string{"甲 & 乙", "0.50", "1.50"}, rows[1][:3])
	require.Equal(t, []string{"丙", "", "980.48万余元"}, rows[2])
	kind, err := workbook.GetCellType(sheet.Name, "AE2")
	require.NoError(t, err)
	require.NotEqual(t, excelize.CellTypeInlineString, kind, "numbers are numbers")
}

func TestSameTableGivesTheSameBytes(t *testing.T) {
	table := &sheet.Table{Rows: []string{"甲"}, Columns: []sheet.Column{
		{Name: "a", Cells: []sheet.Cell{{Value: "1", Format: "0"}}}, {Name: "b", Cells: []sheet.Cell{{Value: "2.0", Format: "0.0"}}},
	}}
	one, err := table.Workbook()
	require.NoError(t, err)
	other, err := table.Workbook()
	require.NoError(t, err)
	require.Equal(t, one, other)
}
