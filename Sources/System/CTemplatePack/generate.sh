#!/bin/sh
# Writes CTemplatePack.c, which embeds every template of pipelines/config/templates. Run it after adding one.
set -eu
cd "$(dirname "$0")"
templates=../../../pipelines/config/templates
{
  printf '// Made by generate.sh: one entry for each file of pipelines/config/templates, sorted by name.\n'
  printf '#include "CTemplatePack.h"\n\n#pragma clang diagnostic ignored "-Wc23-extensions"\n\n'
  for file in "$templates"/*.liquid; do
    name=$(basename "$file" .liquid)
    printf 'static const unsigned char t_%s[] = {\n#embed "%s"\n};\n' "$(printf %s "$name" | tr - _)" "$file"
  done
  printf '\nstatic const struct kith_template_file files[] = {\n'
  for file in "$templates"/*.liquid; do
    name=$(basename "$file" .liquid)
    symbol=t_$(printf %s "$name" | tr - _)
    printf '    {"%s", %s, sizeof %s},\n' "$name" "$symbol" "$symbol"
  done
  printf '};\n\nconst size_t kith_template_count = sizeof files / sizeof files[0];\n\n'
  printf 'const struct kith_template_file *kith_template(size_t index) {\n'
  printf '  return index < kith_template_count ? &files[index] : 0;\n}\n'
} > CTemplatePack.c
