// libxml2's HTML parser, tree and XPath, as Swift sees them.
#pragma once

#include <libxml/HTMLparser.h>
#include <libxml/HTMLtree.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>

// Keeps libxml2 from writing its complaints to standard error: Swift cannot name its variadic callback type.
static inline void kith_xml_ignore(void *context, const char *message, ...) {
  (void)context;
  (void)message;
}

static inline void kith_xml_ignore_structured(void *context, xmlErrorPtr error) {
  (void)context;
  (void)error;
}

static inline void kith_xml_silence(void) {
  xmlSetGenericErrorFunc(NULL, kith_xml_ignore);
  xmlSetStructuredErrorFunc(NULL, kith_xml_ignore_structured);
}

static inline void kith_xml_free_string(xmlChar *string) { xmlFree(string); }
