// The stock of hand-written conversations, embedded.
#ifndef KITH_AGENCY_STOCK_H
#define KITH_AGENCY_STOCK_H
#include <stddef.h>

/// How many stock files there are.
long kith_agency_stock_count(void);

/// The bytes of one stock file; they live as long as the program.
const unsigned char *_Nullable kith_agency_stock(long index, long *_Nonnull length);

#endif
