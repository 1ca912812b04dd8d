#include "CImportTargets.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char dynamics[] = {
#embed "../../../pipelines/config/crm/dynamics.json"
};
static const unsigned char espocrm[] = {
#embed "../../../pipelines/config/crm/espocrm.json"
};
static const unsigned char frappe[] = {
#embed "../../../pipelines/config/crm/frappe.json"
};
static const unsigned char google[] = {
#embed "../../../pipelines/config/crm/google.json"
};
static const unsigned char hubspot[] = {
#embed "../../../pipelines/config/crm/hubspot.json"
};
static const unsigned char odoo[] = {
#embed "../../../pipelines/config/crm/odoo.json"
};
static const unsigned char outlook[] = {
#embed "../../../pipelines/config/crm/outlook.json"
};
static const unsigned char pipedrive[] = {
#embed "../../../pipelines/config/crm/pipedrive.json"
};
static const unsigned char salesforce[] = {
#embed "../../../pipelines/config/crm/salesforce.json"
};
static const unsigned char suitecrm[] = {
#embed "../../../pipelines/config/crm/suitecrm.json"
};
static const unsigned char tryton[] = {
#embed "../../../pipelines/config/crm/tryton.json"
};
static const unsigned char twenty[] = {
#embed "../../../pipelines/config/crm/twenty.json"
};
static const unsigned char vcard[] = {
#embed "../../../pipelines/config/crm/vcard.json"
};
static const unsigned char zoho[] = {
#embed "../../../pipelines/config/crm/zoho.json"
};

static const struct {
  const char *name;
  const unsigned char *text;
  size_t size;
} targets[] = {
    {"dynamics", dynamics, sizeof dynamics},
    {"espocrm", espocrm, sizeof espocrm},
    {"frappe", frappe, sizeof frappe},
    {"google", google, sizeof google},
    {"hubspot", hubspot, sizeof hubspot},
    {"odoo", odoo, sizeof odoo},
    {"outlook", outlook, sizeof outlook},
    {"pipedrive", pipedrive, sizeof pipedrive},
    {"salesforce", salesforce, sizeof salesforce},
    {"suitecrm", suitecrm, sizeof suitecrm},
    {"tryton", tryton, sizeof tryton},
    {"twenty", twenty, sizeof twenty},
    {"vcard", vcard, sizeof vcard},
    {"zoho", zoho, sizeof zoho},
};

static const size_t count = sizeof targets / sizeof targets[0];

size_t kith_target_count(void) { return count; }
const char *kith_target_name(size_t index) { return index < count ? targets[index].name : NULL; }
const unsigned char *kith_target_text(size_t index) { return index < count ? targets[index].text : NULL; }
size_t kith_target_size(size_t index) { return index < count ? targets[index].size : 0; }
