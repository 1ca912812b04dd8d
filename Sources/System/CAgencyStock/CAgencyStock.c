// Stock files, one array each; the list below is all that the rest of the program sees.
#include "CAgencyStock.h"

static const unsigned char openings[] = {
#embed "../../../pipelines/config/agency/openings.txt"
};
static const unsigned char noise[] = {
#embed "../../../pipelines/config/agency/noise.txt"
};

static const struct {
    const unsigned char *start;
    long length;
} files[] = {
    {openings, sizeof openings},
    {noise, sizeof noise},
};

long kith_agency_stock_count(void)
{
    return sizeof files / sizeof files[0];
}

const unsigned char *kith_agency_stock(long index, long *length)
{
    if (index < 0 || index >= kith_agency_stock_count()) {
        *length = 0;
        return NULL;
    }
    *length = files[index].length;
    return files[index].start;
}
