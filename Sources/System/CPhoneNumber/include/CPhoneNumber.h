/* libphonenumber behind C: one call, no state of ours. */
#ifndef KITH_CPHONENUMBER_H
#define KITH_CPHONENUMBER_H
#include <stddef.h>
#ifdef __cplusplus
extern "C" {
#endif

/* Reads `length` bytes at `text` as a phone number dialled from `region` (ISO 3166-1 alpha-2, zero-terminated, or
   "ZZ" for none) and writes its E.164 form without a final zero to `out`, which has room for `room` bytes.
   Returns the number of bytes written, 0 when the text is no possible number; `valid` tells whether the number lies
   in a range that is in use. */
size_t kith_phone_e164(const char *text, size_t length, const char *region, char *out, size_t room, int *valid);

#ifdef __cplusplus
}
#endif
#endif
