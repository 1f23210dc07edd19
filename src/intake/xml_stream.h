// A part of a workbook as a stream of elements, by expat. Namespace prefixes are cut off; a DOCTYPE stops the parser
// before any entity can grow.
#pragma once

#include "base/result.h"
#include "intake/archive.h"

#include <optional>
#include <string_view>

namespace intake {

// name, value, name, value, ..., null.
using Attributes = const char* const*;

// The value of an attribute by its local name ("id" also finds "r:id"); nothing when absent.
[[nodiscard]] std::optional<std::string_view> attribute(Attributes attributes, std::string_view name);

class XmlStream {
public:
    virtual ~XmlStream() = default;

    [[nodiscard]] base::Result<void> read(PartReader& part);

protected:
    virtual void start(std::string_view name, Attributes attributes) = 0;
    virtual void end(std::string_view name) = 0;
    virtual void text(std::string_view) {}

    // Ends the parse with this refusal; calls still under way have no effect on it.
    void refuse(base::Error error);
    [[nodiscard]] bool refused() const { return refusal_.has_value(); }

private:
    friend struct XmlCallbacks;
    std::optional<base::Error> refusal_;
    void* parser_ = nullptr;
};

}  // namespace intake
