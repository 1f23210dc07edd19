#include "intake/xml_stream.h"

#include "intake/refusal.h"

#include <cstring>
#include <expat.h>
#include <memory>
#include <type_traits>

namespace intake {
namespace {

constexpr int chunk = 64 * 1024;

std::string_view local(const char* name)
{
    const char* colon = std::strchr(name, ':');
    return colon ? colon + 1 : name;
}

}  // namespace

struct XmlCallbacks {
    static XmlStream& stream(void* self) { return *static_cast<XmlStream*>(self); }

    static void XMLCALL start(void* self, const XML_Char* name, const XML_Char** attributes)
    {
        if (!stream(self).refused()) stream(self).start(local(name), attributes);
    }
    static void XMLCALL end(void* self, const XML_Char* name)
    {
        if (!stream(self).refused()) stream(self).end(local(name));
    }
    static void XMLCALL text(void* self, const XML_Char* text, int length)
    {
        if (!stream(self).refused()) stream(self).text({text, static_cast<std::size_t>(length)});
    }
    static void XMLCALL doctype(void* self, const XML_Char*, const XML_Char*, const XML_Char*, int)
    {
        stream(self).refuse(damaged_file());
    }
};

std::optional<std::string_view> attribute(Attributes attributes, std::string_view name)
{
    for (; attributes[0]; attributes += 2)
        if (local(attributes[0]) == name) return attributes[1];
    return std::nullopt;
}

void XmlStream::refuse(base::Error error)
{
    if (!refusal_) refusal_ = std::move(error);
    if (parser_) XML_StopParser(static_cast<XML_Parser>(parser_), XML_FALSE);
}

base::Result<void> XmlStream::read(PartReader& part)
{
    const std::unique_ptr<std::remove_pointer_t<XML_Parser>, decltype(&XML_ParserFree)> parser(
        XML_ParserCreate(nullptr), XML_ParserFree);
    if (!parser) return damaged_file();
    parser_ = parser.get();
    XML_SetUserData(parser.get(), this);
    XML_SetElementHandler(parser.get(), XmlCallbacks::start, XmlCallbacks::end);
    XML_SetCharacterDataHandler(parser.get(), XmlCallbacks::text);
    XML_SetStartDoctypeDeclHandler(parser.get(), XmlCallbacks::doctype);
    for (;;) {
        void* buffer = XML_GetBuffer(parser.get(), chunk);
        if (!buffer) return damaged_file();
        const auto count = part.read(static_cast<char*>(buffer), chunk);
        if (!count) return count.error();
        const auto status = XML_ParseBuffer(parser.get(), static_cast<int>(*count), *count == 0);
        if (refusal_) return *refusal_;
        if (status != XML_STATUS_OK) return damaged_file();
        if (*count == 0) break;
    }
    parser_ = nullptr;
    return {};
}

}  // namespace intake
