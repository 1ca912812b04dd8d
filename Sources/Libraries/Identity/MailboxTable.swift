/// Local parts that name no person, without dots, dashes and underscores.
enum MailboxTable {
  /// Read by several people: RFC 2142 and what firms print on their pages, in the languages of our mail.
  static let roles: Set<String> = [
    "abuse", "accounting", "accounts", "accountspayable", "admin", "administration", "administrator", "advertising",
    "agentur", "allstaff", "amministrazione", "anfrage", "ap", "application", "applications", "ar", "bewerbung",
    "bewerbungen", "billing", "board", "booking", "bookings", "bookkeeping", "buchhaltung", "buero", "candidates",
    "career", "careers", "carriere", "compliance", "comercial", "commercial", "compta", "comptabilite", "contact",
    "contacto", "contactus", "contato", "customercare", "customerservice", "customersupport", "datenschutz", "dpo",
    "einkauf", "email", "empleo", "emploi", "enquiries", "enquiry", "events", "facturation", "feedback", "finance",
    "ftp", "gdpr", "hallo", "hello", "help", "helpdesk", "hi", "hiring", "hola", "hostmaster", "hr", "hrteam",
    "humanresources", "info", "infos", "inquiries", "inquiry", "invoice", "invoices", "invoicing", "it", "itsupport",
    "job", "jobs", "karriere", "kontakt", "kundenservice", "lavoro", "legal", "list", "mail", "mailbox", "marketing",
    "media", "news", "newsletter", "office", "offers", "operations", "ops", "order", "orders", "partner", "partners",
    "payables", "payroll", "people", "peopleteam", "personal", "personalabteilung", "postmaster", "press", "presse",
    "privacy", "procurement", "purchasing", "reception", "receptionist", "rechnung", "recrutement", "recruiting",
    "recruitment", "recruiter", "recruiters", "register", "registration", "resume", "resumes", "rh", "root", "sales",
    "secretariat", "sekretariat", "security", "service", "services", "shop", "staff", "staffing", "stellen", "studio",
    "subscribe", "support", "talent", "talentacquisition", "team", "technik", "tech", "techsupport", "training",
    "treasury", "unsubscribe", "usenet", "uucp", "vacancies", "vendas", "ventas", "verkauf", "vertrieb", "verwaltung",
    "webmaster", "welcome", "www", "zentrale",
  ]

  /// Read by nobody.
  static let automatic: Set<String> = [
    "alert", "alerts", "autoreply", "autoresponder", "bounces", "calendarnotification", "daemon", "digest",
    "invitations", "mailerdaemon", "mailer", "messages", "nepasrepondre", "nichtantworten", "nobody", "norepply",
    "noresponder", "notification", "notifications", "notify", "null", "reminder", "reminders", "robot", "system",
    "undisclosedrecipient", "undisclosedrecipients", "updates",
  ]
}
