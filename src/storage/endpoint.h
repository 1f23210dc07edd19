// Where a database is and as whom to speak to it.
#pragma once

#include <chrono>
#include <string>

namespace storage {

struct Endpoint {
    std::string socket;  // a unix socket; when empty, host and port
    std::string host;
    int port = 3306;
    std::string user;
    std::string password;  // never logged
    std::string schema;    // empty: none is chosen
    std::string tls_ca;    // a CA file: TLS is then demanded and the server's name is checked
    std::chrono::seconds connect_timeout{5};
    std::chrono::seconds answer_timeout{30};  // of one statement; afterwards the connection counts as lost
};

}  // namespace storage
