package hostile

// linkCases are folders that lead the program out of themselves, or to files
// that never end.
func linkCases() []Case {
	own := layout(layoutHead)
	before := func(to string) func() files {
		return report(reportHead + "上期: " + to + "\n工作: [a]\n")
	}
	profile := report(reportHead + "版式: p\n工作: [a]\n")
	const link = `它是链接`
	return []Case{
		{Name: "link, area", Want: `areas/a.yaml: 错误：不能读取：` + link, links: map[string]string{areaName: "/etc/passwd"}},
		{Name: "link, area without end", Want: `areas/a.yaml: 错误：不能读取：` + link, links: map[string]string{areaName: "/dev/zero"}},
		{Name: "link, areas", Want: `areas: 错误：不能读取：` + link, files: func() files { return files{areaName: nil} }, links: map[string]string{"areas": "/etc"}},
		{Name: "link, report.yaml", Want: `report.yaml: 错误：不能读取：` + link, links: map[string]string{reportName: "/etc/passwd"}},
		{Name: "link, to itself", Want: `areas/a.yaml: 错误：不能读取：` + link, links: map[string]string{areaName: "a.yaml"}},
		{Name: "link, template's file", Want: `report.yaml:4:5: 错误：模板“t”的 document.txt .*链接`, files: own, links: map[string]string{layoutName: "/etc/passwd"}},
		{Name: "link, template's folder", Want: `report.yaml:4:5: 错误：.*链接`, files: own, links: map[string]string{"templates/t": "/etc"}},
		{Name: "link, templates", Want: `report.yaml:4:5: 错误：`, files: own, links: map[string]string{"templates": "/etc"}},
		{Name: "link, profile", Want: `report.yaml:4:5: 错误：版式“p”不能读取：它是链接`, files: profile, links: map[string]string{"profiles/p.yaml": "/etc/passwd"}},
		{Name: "pipe, area", Want: `areas/a.yaml: 错误：不能读取：它不是普通文件`, pipes: []string{areaName}},
		{Name: "pipe, report.yaml", Want: `report.yaml: 错误：不能读取：它不是普通文件`, pipes: []string{reportName}},
		{Name: "pipe, areas", Want: `areas: 错误：不能读取：`, files: func() files { return files{areaName: nil} }, pipes: []string{"areas"}},
		{Name: "pipe, template's file", Want: `report.yaml:4:5: 错误：模板“t”的 document.txt `, files: own, pipes: []string{layoutName}},
		{Name: "pipe, profile", Want: `report.yaml:4:5: 错误：版式“p”`, files: profile, pipes: []string{"profiles/p.yaml"}},
		{Name: "pipe beside the report", Want: `areas/a.yaml:3:\d+: 错误：所有字体里都没有“😀”`, files: body("正文: 甲😀\n"), pipes: []string{"notes.yaml", "areas/b.yaml"}},
		{Name: "folder for a file", Want: `areas/a.yaml: 错误：不能读取：|没有文件 areas/a.yaml`, files: func() files { return files{areaName: nil, areaName + "/b": []byte("x")} }},
		{Name: "上期, outside", Want: `report.yaml:4:5: 错误：上期“../../../etc”在允许的文件夹之外`, files: before("../../../etc")},
		{Name: "上期, absolute", Want: `report.yaml:4:5: 错误：上期“/etc”在允许的文件夹之外`, files: before("/etc")},
		{Name: "上期, itself", Want: `report.yaml:4:5: 错误：上期“.”就是本期的文件夹`, files: before(".")},
		{Name: "上期, a link out", Want: `before/report.yaml: 错误：不能读取：它是指到文件夹外面去的链接`, files: before("before"), links: map[string]string{"before": "/etc"}},
		{Name: "上期, a cycle", Want: `错误：上期“before”的期间是2023年上半年，应是2022年上半年`, files: func() files {
			f := before("before")()
			f["before/report.yaml"] = []byte(reportHead + "上期: ..\n工作: [a]\n")
			f["before/areas/a.yaml"] = plain()[areaName]
			return f
		}},
	}
}
