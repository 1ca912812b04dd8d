#include "CTableMaps.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char clients[] = {
#embed "../../../pipelines/config/maps/clients.json"
};
static const unsigned char forms[] = {
#embed "../../../pipelines/config/maps/forms.json"
};
static const unsigned char interactions[] = {
#embed "../../../pipelines/config/maps/interactions.json"
};
static const unsigned char linkedin_connections[] = {
#embed "../../../pipelines/config/maps/linkedin-connections.json"
};
static const unsigned char linkedin_messages[] = {
#embed "../../../pipelines/config/maps/linkedin-messages.json"
};
static const unsigned char placements[] = {
#embed "../../../pipelines/config/maps/placements.json"
};
static const unsigned char roles[] = {
#embed "../../../pipelines/config/maps/roles.json"
};
static const unsigned char spocs[] = {
#embed "../../../pipelines/config/maps/spocs.json"
};

static const struct {
  const char *name;
  const unsigned char *text;
  size_t size;
} maps[] = {
    {"clients", clients, sizeof clients},
    {"forms", forms, sizeof forms},
    {"interactions", interactions, sizeof interactions},
    {"linkedin-connections", linkedin_connections, sizeof linkedin_connections},
    {"linkedin-messages", linkedin_messages, sizeof linkedin_messages},
    {"placements", placements, sizeof placements},
    {"roles", roles, sizeof roles},
    {"spocs", spocs, sizeof spocs},
};

size_t kith_map_count(void) { return sizeof maps / sizeof *maps; }

const char *kith_map_name(size_t index) { return index < kith_map_count() ? maps[index].name : NULL; }

const unsigned char *kith_map_text(size_t index) { return index < kith_map_count() ? maps[index].text : NULL; }

size_t kith_map_size(size_t index) { return index < kith_map_count() ? maps[index].size : 0; }
