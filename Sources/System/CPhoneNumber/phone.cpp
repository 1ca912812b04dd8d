#include "CPhoneNumber.h"

#include <phonenumbers/phonenumberutil.h>

#include <cstring>
#include <string>

using i18n::phonenumbers::PhoneNumber;
using i18n::phonenumbers::PhoneNumberUtil;

extern "C" size_t kith_phone_e164(const char *text, size_t length, const char *region, char *out, size_t room,
                                  int *valid) {
  const PhoneNumberUtil *util = PhoneNumberUtil::GetInstance();
  PhoneNumber number;
  if (util->Parse(std::string(text, length), region, &number) != PhoneNumberUtil::NO_PARSING_ERROR) return 0;
  if (!util->IsPossibleNumber(number)) return 0;
  std::string formatted;
  util->Format(number, PhoneNumberUtil::E164, &formatted);
  if (formatted.size() > room) return 0;
  *valid = util->IsValidNumber(number);
  std::memcpy(out, formatted.data(), formatted.size());
  return formatted.size();
}
