#!/usr/bin/env bash
# Draws the pictures of the READMEs and of docs/流程.md anew, from output/ (make samples first) and by going that
# page's way, and those of the review page from build/screenshots (make conformance first); needs poppler-utils and chromium.
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
# shoot PICTURE WIDTH,HEIGHT PAGE takes a picture of a page in the browser.
shoot() {
	FONTCONFIG_FILE=$fonts chromium --headless --no-sandbox --disable-gpu --disable-quic --no-first-run \
		--disable-background-networking --disable-component-update --disable-sync --hide-scrollbars \
		--user-data-dir="$profile/chromium" --window-size="$2" --screenshot="$PWD/docs/images/$1" "file://$3" >/dev/null 2>&1
}
cp build/screenshots/look-desk-light.png docs/images/serve-figure.png
cp build/screenshots/redline-desk.png docs/images/serve-redline.png

story=$profile/story
go run ./docs/flow "$story"
pdftoppm -png -r 80 -f 1 -l 1 -x 60 -y 90 -W 560 -H 260 -singlefile "$story/改动清单.pdf" docs/images/flow-changes
pdftoppm -png -r 80 -f 2 -l 2 -x 60 -y 300 -W 560 -H 320 -singlefile "$story/花脸稿.pdf" docs/images/flow-redline
banwen=$PWD/bin/banwen
(
	echo '<!DOCTYPE html><meta charset="utf-8"><body style="margin:0;background:#1e1e1e"><pre style="margin:16px;color:#ddd;font:15px/1.5 黑体">'
	cd "$story"
	for command in 'versions data/2023-h1' 'verify all'; do
		echo "<b style=\"color:#8ec07c\">$ banwen $command</b>"
		$banwen $command
	done
	echo '</pre>'
) >"$profile/versions.html"
shoot flow-versions.png 760,350 "$profile/versions.html"
