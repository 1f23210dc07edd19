#include "web/chunks.h"

#include <algorithm>
#include <charconv>

namespace web {
namespace {

constexpr std::size_t longest_size_line = 256;
constexpr std::size_t longest_trailer = 4096;

bool printable(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return c == '\t' || (c >= 0x20 && c < 0x7f); });
}

}  // namespace

bool ChunkDecoder::read_size(std::string_view line)
{
    const auto semicolon = line.find(';');
    const auto digits = line.substr(0, semicolon);
    if (digits.empty() || digits.size() > 8 || !printable(line)) return false;
    const char* end = digits.data() + digits.size();
    // from_chars takes no sign, no "0x" and no spaces for an unsigned value in base 16.
    return std::from_chars(digits.data(), end, left_, 16).ptr == end;
}

ChunkDecoder::State ChunkDecoder::feed(std::string& received, std::string& body)
{
    std::string_view rest = received;
    State state = State::Reading;
    while (state == State::Reading) {
        if (step_ == Step::Data) {
            const auto taken = std::min(left_, rest.size());
            body += rest.substr(0, taken);
            rest.remove_prefix(taken);
            left_ -= taken;
            if (left_ > 0) break;
            step_ = Step::DataEnd;
        }
        const auto line_end = rest.find('\n');
        if (line_end == std::string_view::npos) {
            if (rest.size() > longest_size_line || (step_ == Step::DataEnd && rest.size() > 1))
                state = State::Bad;
            break;
        }
        if (line_end == 0 || rest[line_end - 1] != '\r') return State::Bad;
        const auto line = rest.substr(0, line_end - 1);
        rest.remove_prefix(line_end + 1);
        switch (step_) {
        case Step::Size:
            if (!read_size(line)) return State::Bad;
            if (left_ > limit_ - body.size()) return State::TooLarge;
            step_ = left_ == 0 ? Step::Trailer : Step::Data;
            break;
        case Step::DataEnd:
            if (!line.empty()) return State::Bad;
            step_ = Step::Size;
            break;
        case Step::Trailer:
            trailer_ += line.size();
            if (trailer_ > longest_trailer || !printable(line)) return State::Bad;
            if (line.empty()) state = State::Done;
            break;
        case Step::Data:
            break;
        }
    }
    received.erase(0, received.size() - rest.size());
    return state;
}

}  // namespace web
