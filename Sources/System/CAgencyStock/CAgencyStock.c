// Stock files, one array each; the list below is all that the rest of the program sees.
#include "CAgencyStock.h"
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char requests[] = {
#embed "../../../pipelines/config/agency/requests.txt"
};
static const unsigned char talks[] = {
#embed "../../../pipelines/config/agency/talks.txt"
};
static const unsigned char more_talks[] = {
#embed "../../../pipelines/config/agency/more-talks.txt"
};
static const unsigned char moves[] = {
#embed "../../../pipelines/config/agency/moves.txt"
};
static const unsigned char more_moves[] = {
#embed "../../../pipelines/config/agency/more-moves.txt"
};
static const unsigned char everyday[] = {
#embed "../../../pipelines/config/agency/everyday.txt"
};
static const unsigned char more_everyday[] = {
#embed "../../../pipelines/config/agency/more-everyday.txt"
};
static const unsigned char languages[] = {
#embed "../../../pipelines/config/agency/languages.txt"
};
static const unsigned char chats[] = {
#embed "../../../pipelines/config/agency/chats.txt"
};

static const struct {
    const unsigned char *start;
    long length;
} files[] = {
    {requests, sizeof requests},
    {talks, sizeof talks},
    {more_talks, sizeof more_talks},
    {moves, sizeof moves},
    {more_moves, sizeof more_moves},
    {languages, sizeof languages},
    {chats, sizeof chats},
    {everyday, sizeof everyday},
    {more_everyday, sizeof more_everyday},
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
