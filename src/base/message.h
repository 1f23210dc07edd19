// A sentence for the user, kept as its Vietnamese template and the values that go into it, so that the page can say
// it in either language. The template is a compile-time literal and is the key of the English catalogue
// (config/texts/en); each "{}" takes one argument, in order. Arguments are data: they are never translated and never
// scanned for "{}".
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace base {

class Message {
public:
    Message() = default;
    template <std::size_t N>
    consteval Message(const char (&text)[N]) : template_(text, N - 1)  // NOLINT: a literal is a message
    {
    }
    template <std::size_t N>
    Message(const char (&text)[N], std::vector<std::string> arguments)
        : template_(text, N - 1), arguments_(std::move(arguments))
    {
    }

    // The Vietnamese template: what the catalogue is asked for.
    [[nodiscard]] std::string_view text() const { return template_; }
    [[nodiscard]] const std::vector<std::string>& arguments() const { return arguments_; }
    [[nodiscard]] bool empty() const { return template_.empty(); }

    // The sentence in Vietnamese.
    [[nodiscard]] std::string vietnamese() const { return fill(template_, arguments_); }

    // Puts the arguments into the template. A template with more places than arguments keeps the rest as "{}".
    [[nodiscard]] static std::string fill(std::string_view text, const std::vector<std::string>& arguments);

    friend bool operator==(const Message&, const Message&) = default;

private:
    std::string_view template_;
    std::vector<std::string> arguments_;
};

}  // namespace base
