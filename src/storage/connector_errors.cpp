#include "storage/connector_errors.h"

#include <algorithm>
#include <array>

namespace storage {
namespace {

// 1020 record changed since it was read, 1205 lock wait timeout, 1213 deadlock or a lost certification on a cluster.
constexpr std::array retryable{1020, 1205, 1213};
// Client library: can't connect (2002, 2003, 2005), gone (2006, 2013, 2026, 2055), unusable (2014, 2030).
// Server: too many connections (1040), not ready on a cluster (1047), shutting down (1053), killed (1317, 1927).
constexpr std::array lost{1040, 1047, 1053, 1317, 1927, 2002, 2003, 2005, 2006, 2013, 2014, 2026, 2030, 2055};
constexpr std::array constraint{1062, 1216, 1217, 1451, 1452, 3819, 4025};

template <std::size_t n> bool among(const std::array<int, n>& codes, int code)
{
    return std::find(codes.begin(), codes.end(), code) != codes.end();
}

std::string between(const std::string& text, const std::string& before, char quote)
{
    const auto found = text.find(before);
    if (found == std::string::npos) return {};
    const auto begin = found + before.size();
    const auto end = text.find(quote, begin);
    return end == std::string::npos ? std::string() : text.substr(begin, end - begin);
}

}  // namespace

std::string constraint_in(int code, const std::string& message)
{
    if (code == 1062) {
        // The duplicate value stands before the key and may hold anything, quotes too: search from the end.
        const auto found = message.rfind(" for key '");
        if (found == std::string::npos) return {};
        auto name = between(message.substr(found), " for key '", '\'');
        const auto dot = name.rfind('.');
        return dot == std::string::npos ? name : name.substr(dot + 1);
    }
    if (code == 3819) return between(message, "constraint '", '\'');
    return between(message, "CONSTRAINT `", '`');
}

DatabaseError database_error(const sql::SQLException& error)
{
    const int code = error.getErrorCode();
    const std::string message = error.what();
    if (among(retryable, code)) return {Failure::Retryable, code, message};
    if (among(lost, code)) return {Failure::Lost, code, message};
    if (among(constraint, code)) {
        return {Failure::Constraint, code, message, constraint_in(code, message)};
    }
    return {Failure::Other, code, message};
}

}  // namespace storage
