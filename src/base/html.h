// HTML that can't carry unescaped text. What is written as a literal in the source is trusted markup; every other text
// is escaped; finished Html is taken as it is. A char array or const char* from elsewhere does not compile.
//
//     Html row;
//     row << "<td class=\"number\">" << score.vietnamese(2) << "</td>";
//
// The builder does not know contexts: attribute values stand in double quotes, addresses go through `url`, and no data
// goes into scripts or styles (the Content-Security-Policy forbids both inline).
#pragma once

#include <array>
#include <charconv>
#include <concepts>
#include <string>
#include <string_view>

namespace base {

// Markup known at compile time.
class Literal {
public:
    template <std::size_t N>
    consteval Literal(const char (&text)[N]) : text_(text, N - 1)  // NOLINT: literals convert
    {
    }
    [[nodiscard]] constexpr std::string_view text() const { return text_; }

private:
    std::string_view text_;
};

template <class T>
concept PlainText = std::same_as<T, std::string> || std::same_as<T, std::string_view>;

class Html {
public:
    Html() = default;
    // Markup from a literal: Html("<hr>").
    explicit Html(Literal markup) : text_(markup.text()) {}
    // Escaped text.
    [[nodiscard]] static Html text(std::string_view plain)
    {
        Html html;
        html.escape(plain);
        return html;
    }

    Html& operator<<(Literal markup)
    {
        text_ += markup.text();
        return *this;
    }
    template <PlainText T> Html& operator<<(const T& plain)
    {
        escape(plain);
        return *this;
    }
    Html& operator<<(const Html& html)
    {
        text_ += html.text_;
        return *this;
    }
    Html& operator<<(Html&& html)
    {
        if (text_.empty() && text_.capacity() < html.text_.capacity())
            text_.swap(html.text_);
        else
            text_ += html.text_;
        return *this;
    }
    template <std::integral T>
        requires(!std::same_as<T, bool> && !std::same_as<T, char>)
    Html& operator<<(T number)
    {
        std::array<char, 24> digits;  // NOLINT(cppcoreguidelines-pro-type-member-init): to_chars fills it
        const auto end = std::to_chars(digits.begin(), digits.end(), number).ptr;
        text_.append(digits.begin(), end);
        return *this;
    }
    // Room for `bytes`, for a page that is put together from large pieces.
    void reserve(std::size_t bytes) { text_.reserve(bytes); }

    [[nodiscard]] const std::string& str() const& { return text_; }
    [[nodiscard]] std::string str() && { return std::move(text_); }
    [[nodiscard]] bool empty() const { return text_.empty(); }

private:
    void escape(std::string_view plain);

    std::string text_;
};

// An address for href, src or action: only a path of this site or https is let through; anything else becomes "#".
[[nodiscard]] std::string url(std::string_view address);
// Percent-encodes one path segment or query value.
[[nodiscard]] std::string url_encoded(std::string_view text);

}  // namespace base
