package docx

import (
	"banwen/internal/render/docx/xml"
	"banwen/internal/style"
)

// tabStop is the distance of the default tab stops.
const tabStop = 420 * style.Twip

// settings are the document's settings (clause 17.15), in the order of the schema.
func (f *file) settings() *xml.Node {
	lang := f.language()
	return xml.E("w:settings", xml.A("xmlns:w", wordNamespace),
		xml.E("w:zoom", xml.A("w:percent", "100")),
		val("w:defaultTabStop", twips(tabStop)),
		on("w:evenAndOddHeaders"),
		val("w:characterSpacingControl", "doNotCompress"),
		xml.E("w:noLineBreaksAfter", xml.A("w:lang", lang, "w:val", style.NeverLast)),
		xml.E("w:noLineBreaksBefore", xml.A("w:lang", lang, "w:val", style.NeverFirst)),
		xml.E("w:compat", nil,
			compatibility("compatibilityMode", "15"), // Word 2013 and later: no “compatibility mode”
			compatibility("overrideTableStyleFontSizeAndJustification", "1"),
			compatibility("enableOpenTypeFeatures", "1"),
			compatibility("doNotFlipMirrorIndents", "1")),
		xml.E("w:themeFontLang", xml.A("w:val", "en-US", "w:eastAsia", lang)),
		val("w:decimalSymbol", "."),
		val("w:listSeparator", ","))
}

func compatibility(name, value string) *xml.Node {
	return xml.E("w:compatSetting", xml.A("w:name", name, "w:uri", "http://schemas.microsoft.com/office/word", "w:val", value))
}
