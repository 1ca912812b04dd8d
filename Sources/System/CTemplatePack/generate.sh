#!/bin/sh
# Writes CTemplatePack.c, which embeds every template of pipelines/config/templates and of the packs in its folders. Run it
# after adding one.
set -eu
cd "$(dirname "$0")"
templates=../../../pipelines/config/templates

# The names of all templates, those of packs as PACK/NAME.
names() { (cd "$templates" && find . -name '*.liquid' | sed 's|^\./||; s|\.liquid$||' | LC_ALL=C sort); }
symbol() { printf 't_%s' "$1" | tr '/-' '__'; }

{
  printf '// Made by generate.sh: one entry for each file of pipelines/config/templates, sorted by name.\n'
  printf '#include "CTemplatePack.h"\n\n#pragma clang diagnostic ignored "-Wc23-extensions"\n\n'
  for name in $(names); do
    printf 'static const unsigned char %s[] = {\n#embed "%s"\n};\n' "$(symbol "$name")" "$templates/$name.liquid"
  done
  printf '\nstatic const struct kith_template_file files[] = {\n'
  for name in $(names); do
    printf '    {"%s", %s, sizeof %s},\n' "$name" "$(symbol "$name")" "$(symbol "$name")"
  done
  printf '};\n\nconst size_t kith_template_count = sizeof files / sizeof files[0];\n\n'
  printf 'const struct kith_template_file *kith_template(size_t index) {\n'
  printf '  return index < kith_template_count ? &files[index] : 0;\n}\n'
} > CTemplatePack.c
