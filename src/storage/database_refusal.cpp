#include "storage/database_refusal.h"

#include <algorithm>
#include <array>

namespace storage {
namespace {

template <std::size_t n> bool is_one_of(const std::array<int, n>& codes, int code)
{
    return std::find(codes.begin(), codes.end(), code) != codes.end();
}

// Client library: nobody there, a name that can't be resolved, gone while greeting.
constexpr std::array nobody_answers{2002, 2003, 2005, 2006, 2013};
constexpr std::array wrong_account{1045, 1130, 1524, 1698, 2059};
constexpr std::array no_schema{1044, 1049, 1146};
constexpr std::array missing_right{1142, 1143, 1227, 1410};
constexpr int no_encryption = 2026;

std::string address_of(const Endpoint& endpoint)
{
    return endpoint.socket.empty() ? endpoint.host + ":" + std::to_string(endpoint.port) : endpoint.socket;
}

// The client library has one number for all three, and words of its own for each.
base::Error no_encrypted_link(const std::string& said, const Endpoint& endpoint)
{
    const auto says = [&](std::string_view words) { return said.find(words) != std::string::npos; };
    if (says("does not support")) {
        return base::unavailable({"Máy chủ cơ sở dữ liệu {} không nói TLS: hãy bật TLS ở đó (ssl_cert, "
                                  "ssl_key), vì «database.tls_ca» đòi kết nối mã hóa. Lời của nó: {}",
                                  {address_of(endpoint), said}});
    }
    if (says("Validation of SSL server certificate")) {
        return base::unavailable({"Chứng chỉ của máy chủ cơ sở dữ liệu không ghi tên «{}»: hãy đặt "
                                  "«database.host» đúng tên trong chứng chỉ, hoặc cấp chứng chỉ ghi tên này. "
                                  "Lời của nó: {}",
                                  {endpoint.host, said}});
    }
    return base::unavailable({"Không lập được kết nối mã hóa tới {}: chứng chỉ của máy chủ phải do một CA "
                              "trong tệp «{}» («database.tls_ca») ký và còn hạn. Lời của nó: {}",
                              {address_of(endpoint), endpoint.tls_ca, said}});
}

}  // namespace

base::Error database_refusal(const DatabaseError& error, const Endpoint& endpoint)
{
    const std::string said = error.what();
    if (error.code() == no_encryption) return no_encrypted_link(said, endpoint);
    if (is_one_of(nobody_answers, error.code())) {
        return base::unavailable({"Cơ sở dữ liệu {} không trả lời: hãy xem nó có đang chạy không, và địa chỉ "
                                  "trong các khóa «database.host», «database.port», «database.socket». Lời "
                                  "báo: {}",
                                  {address_of(endpoint), said}});
    }
    if (is_one_of(wrong_account, error.code())) {
        return base::unavailable(
            {"Cơ sở dữ liệu không nhận tài khoản «{}»: hãy xem tên và mật khẩu trong các "
             "khóa «database.…», và tài khoản có được vào từ máy này không. Lời của nó: "
             "{}",
             {endpoint.user, said}});
    }
    if (is_one_of(no_schema, error.code())) {
        return base::unavailable({"Tài khoản «{}» không vào được cơ sở dữ liệu «{}»: hãy chạy «vinhdanh "
                                  "migrate», hoặc cấp quyền cho tài khoản chủ. Lời của nó: {}",
                                  {endpoint.user, endpoint.schema, said}});
    }
    if (is_one_of(missing_right, error.code())) {
        return base::unavailable(
            {"Tài khoản «{}» thiếu quyền: tài khoản chủ cần mọi quyền trên «{}» kèm GRANT "
             "OPTION. Lời của nó: {}",
             {endpoint.user, endpoint.schema, said}});
    }
    return base::unavailable({"Không dùng được cơ sở dữ liệu {}: {}", {address_of(endpoint), said}});
}

}  // namespace storage
