// One child process that must not outlive this program.
#pragma once

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <sys/types.h>
#include <vector>

namespace storage {

struct Command {
    std::filesystem::path program;
    std::vector<std::string> arguments;
    std::filesystem::path output;  // what it prints is appended here
    int inherited = -1;            // a descriptor the child keeps open, such as a lock; -1: none
};

// The child gets SIGTERM when the calling thread ends, however it ends; call it from the main thread. It has its own
// process group, so that Ctrl-C reaches this program first. Throws std::system_error.
[[nodiscard]] pid_t start_process(const Command& command);

// True when it has ended; then it is reaped and `status` is its wait status.
[[nodiscard]] bool ended(pid_t process, int& status);

// Waits for its end and gives its wait status; nothing when the time is up.
[[nodiscard]] std::optional<int> wait_for_end(pid_t process, std::chrono::milliseconds patience);

// In PATH, then in /usr/sbin and /usr/local/sbin, where servers live; a name with a slash is taken as it is. Empty when it
// is nowhere.
[[nodiscard]] std::filesystem::path find_program(const std::string& name);

}  // namespace storage
