// The program's own MariaDB: a child process on the files of one folder, reached by a unix socket only, durable, ended
// with the program (also when the program is killed). Nothing of it needs an administrator.
//
//     FOLDER/files        the database        FOLDER/database.log, FOLDER/tmp
//     FOLDER/lock         held while it runs; a second start is refused
//     FOLDER/password     of the server's account, readable by the owner only
#pragma once

#include "base/result.h"
#include "storage/endpoint.h"

#include <filesystem>
#include <memory>

namespace storage {

struct PrivateDatabaseOptions {
    std::filesystem::path folder;
    std::string program = "mariadbd";  // looked up in PATH and /usr/sbin
    std::string installer = "mariadb-install-db";
    int memory_mb = 32;   // of the buffer pool
    bool durable = true;  // false only for tests: a crash of the machine may then lose the last second
};

class PrivateDatabase {
public:
    // Installs the files on the first start, starts the server and waits until it answers.
    [[nodiscard]] static base::Result<PrivateDatabase> start(const PrivateDatabaseOptions& options);
    // True when a running program holds the folder: commands for an administrator then speak to its database.
    [[nodiscard]] static bool running(const std::filesystem::path& folder);
    [[nodiscard]] static std::filesystem::path socket_of(const std::filesystem::path& folder);
    // The account that owns the schema: this operating-system user, known by the socket, without a password.
    [[nodiscard]] static Endpoint owner(const std::filesystem::path& folder);

    PrivateDatabase(PrivateDatabase&&) noexcept;
    PrivateDatabase& operator=(PrivateDatabase&&) noexcept;
    ~PrivateDatabase();  // ends it cleanly

    // Starts it again when it has ended by itself; true when it had. Call from the thread that called start().
    [[nodiscard]] base::Result<bool> revive();

    [[nodiscard]] int process() const;
    // As a power cut would: for the durability tests.
    void kill();
    // Starts it again after kill().
    [[nodiscard]] base::Result<void> restart();

private:
    struct State;
    explicit PrivateDatabase(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

}  // namespace storage
