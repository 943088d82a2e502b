#!/usr/bin/env bash
# Draws the README's pictures anew from output/ (make samples first); needs poppler-utils and chromium.
set -euo pipefail
cd "$(dirname "$0")/.."
name=output/2023-h1/县公安局2023年上半年工作总结及下半年工作计划
for page in 1 6; do
	pdftoppm -png -r 72 -f $page -l $page -singlefile "$name.pdf" docs/images/page-$page
done
pdftoppm -png -r 72 -f 1 -l 1 -singlefile output/2023-h1-report/xx县公安局关于2023年上半年工作情况的报告.pdf docs/images/report-1
profile=$(mktemp -d)
trap 'rm -rf "$profile"' EXIT
fonts=$profile/fonts.conf
cat >"$fonts" <<XML
<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>$PWD/internal/font/files</dir><cachedir>$profile/cache</cachedir>
$(while read -r named shipped; do
	printf '<match target="pattern"><test name="family"><string>%s</string></test><edit name="family" mode="prepend" binding="same"><string>%s</string></edit></match>\n' "$named" "$shipped"
done <<-LIST
	仿宋_GB2312 GW Fang N
	楷体_GB2312 GW Kai
	黑体 GW Hei
	宋体 GW Song
	方正小标宋简体 GW Title
LIST
)</fontconfig>
XML
FONTCONFIG_FILE=$fonts chromium --headless --no-sandbox --disable-gpu --disable-quic --no-first-run \
	--disable-background-networking --disable-component-update --disable-sync --hide-scrollbars \
	--user-data-dir="$profile/chromium" --window-size=1280,900 --screenshot="$PWD/docs/images/review.png" \
	"file://$PWD/$name.html" >/dev/null 2>&1
