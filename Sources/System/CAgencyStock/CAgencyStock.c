// Stock files, one array each; the list below is all that the rest of the program sees.
#include "CAgencyStock.h"
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char requests[] = {
#embed "../../../pipelines/config/agency/requests.txt"
};
static const unsigned char talks[] = {
#embed "../../../pipelines/config/agency/talks.txt"
};
static const unsigned char moves[] = {
#embed "../../../pipelines/config/agency/moves.txt"
};
static const unsigned char everyday[] = {
#embed "../../../pipelines/config/agency/everyday.txt"
};

static const struct {
    const unsigned char *start;
    long length;
} files[] = {
    {requests, sizeof requests},
    {talks, sizeof talks},
    {moves, sizeof moves},
    {everyday, sizeof everyday},
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
