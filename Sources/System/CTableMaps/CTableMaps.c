#include "CTableMaps.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char apollo[] = {
#embed "../../../pipelines/config/maps/apollo.json"
};
static const unsigned char automation[] = {
#embed "../../../pipelines/config/maps/automation.json"
};
static const unsigned char clients[] = {
#embed "../../../pipelines/config/maps/clients.json"
};
static const unsigned char forms[] = {
#embed "../../../pipelines/config/maps/forms.json"
};
static const unsigned char google_contacts[] = {
#embed "../../../pipelines/config/maps/google-contacts.json"
};
static const unsigned char hubspot[] = {
#embed "../../../pipelines/config/maps/hubspot.json"
};
static const unsigned char hubspot_companies[] = {
#embed "../../../pipelines/config/maps/hubspot-companies.json"
};
static const unsigned char hubspot_deals[] = {
#embed "../../../pipelines/config/maps/hubspot-deals.json"
};
static const unsigned char interactions[] = {
#embed "../../../pipelines/config/maps/interactions.json"
};
static const unsigned char leads[] = {
#embed "../../../pipelines/config/maps/leads.json"
};
static const unsigned char linkedin_comments[] = {
#embed "../../../pipelines/config/maps/linkedin-comments.json"
};
static const unsigned char linkedin_company_follows[] = {
#embed "../../../pipelines/config/maps/linkedin-company-follows.json"
};
static const unsigned char linkedin_connections[] = {
#embed "../../../pipelines/config/maps/linkedin-connections.json"
};
static const unsigned char linkedin_invitations[] = {
#embed "../../../pipelines/config/maps/linkedin-invitations.json"
};
static const unsigned char linkedin_messages[] = {
#embed "../../../pipelines/config/maps/linkedin-messages.json"
};
static const unsigned char linkedin_positions[] = {
#embed "../../../pipelines/config/maps/linkedin-positions.json"
};
static const unsigned char linkedin_profile[] = {
#embed "../../../pipelines/config/maps/linkedin-profile.json"
};
static const unsigned char linkedin_reactions[] = {
#embed "../../../pipelines/config/maps/linkedin-reactions.json"
};
static const unsigned char linkedin_shares[] = {
#embed "../../../pipelines/config/maps/linkedin-shares.json"
};
static const unsigned char outlook_contacts[] = {
#embed "../../../pipelines/config/maps/outlook-contacts.json"
};
static const unsigned char pipedrive[] = {
#embed "../../../pipelines/config/maps/pipedrive.json"
};
static const unsigned char pipedrive_deals[] = {
#embed "../../../pipelines/config/maps/pipedrive-deals.json"
};
static const unsigned char pipedrive_organizations[] = {
#embed "../../../pipelines/config/maps/pipedrive-organizations.json"
};
static const unsigned char placements[] = {
#embed "../../../pipelines/config/maps/placements.json"
};
static const unsigned char roles[] = {
#embed "../../../pipelines/config/maps/roles.json"
};
static const unsigned char salesforce[] = {
#embed "../../../pipelines/config/maps/salesforce.json"
};
static const unsigned char salesforce_accounts[] = {
#embed "../../../pipelines/config/maps/salesforce-accounts.json"
};
static const unsigned char salesforce_opportunities[] = {
#embed "../../../pipelines/config/maps/salesforce-opportunities.json"
};
static const unsigned char spocs[] = {
#embed "../../../pipelines/config/maps/spocs.json"
};
static const unsigned char zoho[] = {
#embed "../../../pipelines/config/maps/zoho.json"
};
static const unsigned char zoho_accounts[] = {
#embed "../../../pipelines/config/maps/zoho-accounts.json"
};
static const unsigned char zoho_deals[] = {
#embed "../../../pipelines/config/maps/zoho-deals.json"
};

static const struct {
  const char *name;
  const unsigned char *text;
  size_t size;
} maps[] = {
    {"apollo", apollo, sizeof apollo},
    {"automation", automation, sizeof automation},
    {"clients", clients, sizeof clients},
    {"forms", forms, sizeof forms},
    {"google-contacts", google_contacts, sizeof google_contacts},
    {"hubspot", hubspot, sizeof hubspot},
    {"hubspot-companies", hubspot_companies, sizeof hubspot_companies},
    {"hubspot-deals", hubspot_deals, sizeof hubspot_deals},
    {"interactions", interactions, sizeof interactions},
    {"leads", leads, sizeof leads},
    {"linkedin-comments", linkedin_comments, sizeof linkedin_comments},
    {"linkedin-company-follows", linkedin_company_follows, sizeof linkedin_company_follows},
    {"linkedin-connections", linkedin_connections, sizeof linkedin_connections},
    {"linkedin-invitations", linkedin_invitations, sizeof linkedin_invitations},
    {"linkedin-messages", linkedin_messages, sizeof linkedin_messages},
    {"linkedin-positions", linkedin_positions, sizeof linkedin_positions},
    {"linkedin-profile", linkedin_profile, sizeof linkedin_profile},
    {"linkedin-reactions", linkedin_reactions, sizeof linkedin_reactions},
    {"linkedin-shares", linkedin_shares, sizeof linkedin_shares},
    {"outlook-contacts", outlook_contacts, sizeof outlook_contacts},
    {"pipedrive", pipedrive, sizeof pipedrive},
    {"pipedrive-deals", pipedrive_deals, sizeof pipedrive_deals},
    {"pipedrive-organizations", pipedrive_organizations, sizeof pipedrive_organizations},
    {"placements", placements, sizeof placements},
    {"roles", roles, sizeof roles},
    {"salesforce", salesforce, sizeof salesforce},
    {"salesforce-accounts", salesforce_accounts, sizeof salesforce_accounts},
    {"salesforce-opportunities", salesforce_opportunities, sizeof salesforce_opportunities},
    {"spocs", spocs, sizeof spocs},
    {"zoho", zoho, sizeof zoho},
    {"zoho-accounts", zoho_accounts, sizeof zoho_accounts},
    {"zoho-deals", zoho_deals, sizeof zoho_deals},
};

size_t kith_map_count(void) { return sizeof maps / sizeof *maps; }

const char *kith_map_name(size_t index) { return index < kith_map_count() ? maps[index].name : NULL; }

const unsigned char *kith_map_text(size_t index) { return index < kith_map_count() ? maps[index].text : NULL; }

size_t kith_map_size(size_t index) { return index < kith_map_count() ? maps[index].size : 0; }
