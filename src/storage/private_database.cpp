#include "storage/private_database.h"

#include "base/digest.h"
#include "storage/child_process.h"
#include "storage/mysql_connection.h"

#include <array>
#include <cerrno>
#include <charconv>
#include <csignal>
#include <fcntl.h>
#include <fstream>
#include <pwd.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <system_error>
#include <thread>
#include <unistd.h>

namespace storage {
namespace {

namespace files = std::filesystem;
using std::chrono::steady_clock;

// Recovery after a crash may take a while on a large database.
constexpr std::chrono::seconds start_patience{120};
constexpr std::chrono::seconds stop_patience{60};

std::string operating_system_user()
{
    const auto* entry = getpwuid(geteuid());
    return entry == nullptr ? "root" : entry->pw_name;
}

// A server run by root must be told so; anybody else is who they are.
std::vector<std::string> with_user(std::vector<std::string> arguments)
{
    if (geteuid() == 0) arguments.emplace_back("--user=root");
    return arguments;
}

files::path whole_path(const files::path& folder)
{
    return files::weakly_canonical(files::absolute(folder));
}

// The lock is a descriptor shared with the database server: it is free only when both have ended.
class FolderLock {
public:
    explicit FolderLock(const files::path& folder)
        : descriptor_(open((folder / "lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600))
    {
        if (descriptor_ < 0)
            throw std::system_error(errno, std::generic_category(), (folder / "lock").string());
    }
    FolderLock(FolderLock&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}
    FolderLock& operator=(FolderLock&&) = delete;
    ~FolderLock()
    {
        if (descriptor_ >= 0) close(descriptor_);
    }

    [[nodiscard]] bool take() const { return flock(descriptor_, LOCK_EX | LOCK_NB) == 0; }

    // Whose it is, as written when it was taken; 0 when unknown.
    [[nodiscard]] pid_t holder() const
    {
        std::array<char, 24> text{};
        if (pread(descriptor_, text.data(), text.size(), 0) <= 0) return 0;
        pid_t process = 0;
        std::from_chars(text.data(), text.data() + text.size(), process);
        return process;
    }

    void sign() const
    {
        const auto text = std::to_string(getpid()) + "\n";
        const bool written =
            ftruncate(descriptor_, 0) == 0 && pwrite(descriptor_, text.data(), text.size(), 0) > 0;
        if (!written) throw std::system_error(errno, std::generic_category(), "lock");
    }

    [[nodiscard]] int descriptor() const { return descriptor_; }

private:
    int descriptor_;
};

bool alive(pid_t process)
{
    return process > 0 && (::kill(process, 0) == 0 || errno == EPERM);
}

// A database server that was just starting when its program was killed can miss its signal: it is told again. Only a
// process that really serves these files is.
void end_orphan(const files::path& folder)
{
    std::ifstream file(folder / "database.pid");
    pid_t process = 0;
    if (!(file >> process) || process <= 1) return;
    std::ifstream line("/proc/" + std::to_string(process) + "/cmdline");
    const std::string words((std::istreambuf_iterator<char>(line)), std::istreambuf_iterator<char>());
    if (words.find("--datadir=" + (folder / "files").string()) != std::string::npos) ::kill(process, SIGTERM);
}

// A program that was killed leaves its database server to end by itself: that is waited for. A living one is not.
base::Result<void> take(const FolderLock& lock, const files::path& folder)
{
    const auto until = steady_clock::now() + stop_patience;
    while (!lock.take()) {
        if (const auto holder = lock.holder(); alive(holder) || steady_clock::now() > until) {
            return base::conflict(
                {"Thư mục dữ liệu «{}» đang được một tiến trình khác dùng (số {}). Mỗi lúc chỉ chạy "
                 "được một máy chủ trên một thư mục.",
                 {folder.string(), std::to_string(holder)}});
        }
        end_orphan(folder);
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    lock.sign();
    return {};
}

// A path that is short enough for a socket (107 bytes). The fallback lies in /tmp under a name nobody else can own.
bool make_socket_folder(const files::path& socket)
{
    const auto folder = socket.parent_path();
    if (mkdir(folder.c_str(), 0700) != 0 && errno != EEXIST) return false;
    struct stat found {};
    return lstat(folder.c_str(), &found) == 0 && S_ISDIR(found.st_mode) && found.st_uid == geteuid();
}

base::Error no_program(const std::string& name)
{
    return base::unavailable({"Không tìm thấy chương trình «{}»: hãy cài gói mariadb-server.", {name}});
}

base::Error did_not_start(const files::path& log)
{
    return base::unavailable({"Cơ sở dữ liệu riêng không khởi động được: xem «{}».", {log.string()}});
}

// Not the system's: a database server that starts removes the temporary tables it finds, also those of another server.
files::path temporary(const files::path& folder)
{
    return folder / "tmp";
}

// Into a folder of another name first, so that an interrupted installation is never taken for a database.
base::Result<void> install(const PrivateDatabaseOptions& options)
{
    const auto target = options.folder / "files";
    if (files::exists(target)) return {};
    const auto program = find_program(options.installer);
    if (program.empty()) return no_program(options.installer);
    const auto fresh = options.folder / "files.new";
    files::remove_all(fresh);
    files::create_directories(temporary(options.folder));
    Command command{
        program,
        with_user({"--no-defaults", "--datadir=" + fresh.string(), "--skip-test-db",
                   "--auth-root-authentication-method=socket",
                   "--auth-root-socket-user=" + operating_system_user(), "--innodb-log-file-size=8M"}),
        options.folder / "install.log"};
    if (wait_for_end(start_process(command), start_patience) != 0) return did_not_start(command.output);
    files::rename(fresh, target);
    return {};
}

}  // namespace

struct PrivateDatabase::State {
    PrivateDatabaseOptions options;
    FolderLock lock;
    pid_t process = 0;

    [[nodiscard]] files::path log() const { return options.folder / "database.log"; }

    [[nodiscard]] Command command(const files::path& program) const
    {
        const auto& folder = options.folder;
        return {program,
                with_user({"--no-defaults", "--datadir=" + (folder / "files").string(),
                           "--socket=" + socket_of(folder).string(), "--tmpdir=" + temporary(folder).string(),
                           "--pid-file=" + (folder / "database.pid").string(), "--skip-networking",
                           "--skip-log-bin", "--performance-schema=OFF", "--character-set-server=utf8mb4",
                           "--collation-server=utf8mb4_bin", "--max-connections=100", "--key-buffer-size=1M",
                           "--aria-pagecache-buffer-size=1M", "--innodb-log-file-size=32M",
                           "--innodb-buffer-pool-size=" + std::to_string(options.memory_mb) + "M",
                           std::string("--innodb-flush-log-at-trx-commit=") + (options.durable ? "1" : "0")}),
                log(), lock.descriptor()};
    }

    base::Result<void> launch()
    {
        const auto program = find_program(options.program);
        if (program.empty()) return no_program(options.program);
        if (!make_socket_folder(socket_of(options.folder))) return did_not_start(socket_of(options.folder));
        files::create_directories(temporary(options.folder));
        process = start_process(command(program));
        const auto until = steady_clock::now() + start_patience;
        while (!answers()) {
            int status = 0;
            const bool gone = ended(process, status);
            if (gone) process = 0;
            if (gone || steady_clock::now() > until) return did_not_start(log());
            std::this_thread::sleep_for(std::chrono::milliseconds(10));
        }
        return {};
    }

    [[nodiscard]] bool answers() const
    {
        try {
            const MySqlConnection connection(owner(options.folder));
            return true;
        } catch (const DatabaseError& error) {
            if (error.failure() != Failure::Lost) throw;
            return false;
        }
    }

    void end(int signal)
    {
        if (process == 0) return;
        ::kill(process, signal);
        if (!wait_for_end(process, stop_patience)) {
            ::kill(process, SIGKILL);
            if (!wait_for_end(process, stop_patience)) return;
        }
        process = 0;
    }
};

PrivateDatabase::PrivateDatabase(std::unique_ptr<State> state) : state_(std::move(state)) {}
PrivateDatabase::PrivateDatabase(PrivateDatabase&&) noexcept = default;
PrivateDatabase& PrivateDatabase::operator=(PrivateDatabase&&) noexcept = default;

PrivateDatabase::~PrivateDatabase()
{
    if (!state_) return;
    state_->end(SIGTERM);
    // The fallback for a long path is nobody else's; the data folder itself is never empty.
    rmdir(socket_of(state_->options.folder).parent_path().c_str());
}

base::Result<PrivateDatabase> PrivateDatabase::start(const PrivateDatabaseOptions& wanted)
{
    try {
        auto options = wanted;
        options.folder = whole_path(wanted.folder);
        files::create_directories(options.folder);
        files::permissions(options.folder, files::perms::owner_all);
        auto state = std::unique_ptr<State>(new State{options, FolderLock(options.folder)});
        if (auto taken = take(state->lock, options.folder); !taken) return taken.error();
        if (auto installed = install(options); !installed) return installed.error();
        PrivateDatabase database(std::move(state));
        if (auto launched = database.state_->launch(); !launched) return launched.error();
        return database;
    } catch (const std::exception& error) {  // system_error, filesystem_error, DatabaseError
        return base::unavailable({"Cơ sở dữ liệu riêng không khởi động được: {}", {error.what()}});
    }
}

bool PrivateDatabase::running(const files::path& folder)
{
    if (!files::exists(folder / "lock")) return false;
    return !FolderLock(folder).take();
}

files::path PrivateDatabase::socket_of(const files::path& folder)
{
    constexpr std::size_t longest = 107;
    const auto whole = whole_path(folder);
    const auto socket = whole / "database.sock";
    if (socket.string().size() <= longest) return socket;
    const auto name =
        "vinhdanh-" + std::to_string(geteuid()) + "-" + base::sha256_hex(whole.string()).substr(0, 16);
    return files::path("/tmp") / name / "database.sock";
}

Endpoint PrivateDatabase::owner(const files::path& folder)
{
    Endpoint endpoint;
    endpoint.socket = socket_of(folder).string();
    endpoint.user = operating_system_user();
    return endpoint;
}

base::Result<bool> PrivateDatabase::revive()
{
    int status = 0;
    if (state_->process != 0 && !ended(state_->process, status)) return false;
    state_->process = 0;
    if (auto launched = state_->launch(); !launched) return launched.error();
    return true;
}

int PrivateDatabase::process() const
{
    return state_->process;
}

void PrivateDatabase::kill()
{
    state_->end(SIGKILL);
}

base::Result<void> PrivateDatabase::restart()
{
    return state_->launch();
}

}  // namespace storage
