// A chunked body (RFC 9112, 7.1), decoded piece by piece and strictly: anything but hexadecimal sizes, exact line ends
// and a proper end is bad, because the rest would be taken for the next request.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace web {

class ChunkDecoder {
public:
    enum class State { Reading, Done, Bad, TooLarge };

    explicit ChunkDecoder(std::size_t limit) : limit_(limit) {}

    // Takes bytes from the front of `received` (and removes them) and appends the body's bytes to `body`.
    State feed(std::string& received, std::string& body);

private:
    enum class Step { Size, Data, DataEnd, Trailer };

    [[nodiscard]] bool read_size(std::string_view line);

    std::size_t limit_;
    std::size_t left_ = 0;
    std::size_t trailer_ = 0;
    Step step_ = Step::Size;
};

}  // namespace web
