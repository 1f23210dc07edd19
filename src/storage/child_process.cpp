#include "storage/child_process.h"

#include "base/text.h"

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <system_error>
#include <thread>
#include <unistd.h>

namespace storage {
namespace {

// Between fork and exec only async-signal-safe calls are allowed: everything is prepared before.
[[noreturn]] void become(const Command& command, char* const* arguments, int output, pid_t parent)
{
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, nullptr);
    setpgid(0, 0);
    prctl(PR_SET_PDEATHSIG, SIGTERM);
    if (getppid() != parent) _exit(127);  // the parent was gone before the line above
    dup2(output, STDOUT_FILENO);
    dup2(output, STDERR_FILENO);
    if (command.inherited >= 0) fcntl(command.inherited, F_SETFD, 0);
    execv(command.program.c_str(), arguments);
    _exit(127);
}

}  // namespace

pid_t start_process(const Command& command)
{
    std::vector<std::string> words{command.program.string()};
    words.insert(words.end(), command.arguments.begin(), command.arguments.end());
    std::vector<char*> pointers;
    for (auto& word : words)
        pointers.push_back(word.data());
    pointers.push_back(nullptr);

    const int output = open(command.output.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    if (output < 0) throw std::system_error(errno, std::generic_category(), command.output.string());
    const pid_t parent = getpid();
    const pid_t child = fork();
    if (child == 0) become(command, pointers.data(), output, parent);
    const int failure = errno;
    close(output);
    if (child < 0) throw std::system_error(failure, std::generic_category(), "fork");
    return child;
}

bool ended(pid_t process, int& status)
{
    return waitpid(process, &status, WNOHANG) == process;
}

std::optional<int> wait_for_end(pid_t process, std::chrono::milliseconds patience)
{
    const auto until = std::chrono::steady_clock::now() + patience;
    int status = 0;
    while (!ended(process, status)) {
        if (std::chrono::steady_clock::now() > until) return std::nullopt;
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
    return status;
}

std::filesystem::path find_program(const std::string& name)
{
    if (name.find('/') != std::string::npos) return name;
    const char* path = std::getenv("PATH");
    auto folders = base::split(path == nullptr ? "" : path, ':');
    folders.insert(folders.end(), {"/usr/sbin", "/usr/local/sbin", "/usr/bin"});
    for (const auto& folder : folders) {
        const auto candidate = std::filesystem::path(folder) / name;
        if (!folder.empty() && access(candidate.c_str(), X_OK) == 0) return candidate;
    }
    return {};
}

}  // namespace storage
