#!/usr/bin/env bash
# Installs the outside tools that the conformance run measures with.
set -euo pipefail
cd "$(dirname "$0")"

packages=()
need() { command -v "$1" >/dev/null 2>&1 || packages+=("$2"); }
need soffice libreoffice-writer
need pdftotext poppler-utils
need fc-scan fontconfig
need git git
need qpdf qpdf
need pandoc pandoc
need qemu-arm qemu-user
need node nodejs
need npm npm
need chromium chromium
# The charts' embedded workbooks open in Calc.
[ -e /usr/lib/libreoffice/program/libsclo.so ] || packages+=(libreoffice-calc)

if [ ${#packages[@]} -gt 0 ]; then
	as_root=()
	[ "$(id -u)" = 0 ] || as_root=(sudo)
	"${as_root[@]}" apt-get update -qq
	DEBIAN_FRONTEND=noninteractive "${as_root[@]}" apt-get install -y -qq --no-install-recommends "${packages[@]}" >/dev/null
fi
# Not npm ci: the lock holds the validator's binary for this platform alone,
# as not every registry has the others, and npm ci wants them all. The lock's
# versions and checksums hold all the same.
npm install --no-save --no-audit --no-fund --silent
