/* ICU's functions are macros that add the version to their names; Swift sees only these wrappers. */
#ifndef KITH_CICU_H
#define KITH_CICU_H
#include <unicode/utrans.h>

typedef void *kith_transliterator;

/* A transliterator for the ICU identifier `id` of `length` UTF-16 units, or a null pointer. */
static inline kith_transliterator kith_transliterator_open(const uint16_t *id, int32_t length) {
  UErrorCode status = U_ZERO_ERROR;
  UTransliterator *made = utrans_openU((const UChar *)id, length, UTRANS_FORWARD, 0, 0, 0, &status);
  return U_SUCCESS(status) ? (kith_transliterator)made : 0;
}

/* Transliterates `length` units in place, with room for `room`; the new length, or -1. */
static inline int32_t kith_transliterate(kith_transliterator with, uint16_t *text, int32_t length, int32_t room) {
  UErrorCode status = U_ZERO_ERROR;
  int32_t size = length;
  int32_t limit = length;
  utrans_transUChars((const UTransliterator *)with, (UChar *)text, &size, room, 0, &limit, &status);
  return U_SUCCESS(status) ? size : -1;
}
#endif
