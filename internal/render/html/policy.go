package html

import (
	"crypto/sha256"
	"encoding/base64"
)

// policy is the page's Content Security Policy (W3C CSP Level 3): nothing is
// loaded, nothing is sent, and only this style and this script count. Data
// blocks (script elements of type application/json) are no scripts to it.
func policy(css, script string) string {
	scripts := "'none'"
	if script != "" {
		scripts = hash(script)
	}
	return "default-src 'none'; style-src " + hash(css) + "; script-src " + scripts +
		"; img-src data:; base-uri 'none'; form-action 'none'"
}

// hash is the source expression that admits exactly this text.
func hash(text string) string {
	sum := sha256.Sum256([]byte(text))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}
