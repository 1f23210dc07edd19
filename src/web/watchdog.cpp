#include "web/watchdog.h"

#include <sys/socket.h>

namespace web {

Watchdog::Watchdog() : thread_([this] { patrol(); }) {}

Watchdog::~Watchdog()
{
    {
        const std::lock_guard lock(mutex_);
        ended_ = true;
    }
    wake_.notify_all();
    thread_.join();
}

// Shutting the descriptor down wakes the thread that reads from it; that thread closes it. The TLS layer above is left
// alone, since it belongs to that thread.
void Watchdog::cut(Entry& entry)
{
    ::shutdown(entry.descriptor, SHUT_RDWR);
    entry.deadline = Clock::time_point::max();
}

void Watchdog::patrol()
{
    constexpr auto round = std::chrono::milliseconds(200);
    std::unique_lock lock(mutex_);
    while (!ended_) {
        wake_.wait_for(lock, round);
        const auto now = Clock::now();
        for (auto& [key, entry] : entries_)
            if (entry.deadline <= now) cut(entry);
    }
}

void Watchdog::stop_resting()
{
    const std::lock_guard lock(mutex_);
    resting_unwanted_ = true;
    for (auto& [key, entry] : entries_)
        if (entry.resting) cut(entry);
}

Watchdog::Watch::Watch(Watchdog& dog, int descriptor) : dog_(dog)
{
    const std::lock_guard lock(dog_.mutex_);
    key_ = dog_.next_key_++;
    dog_.entries_.emplace(key_, Entry{descriptor, Clock::time_point::max(), false});
}

Watchdog::Watch::~Watch()
{
    const std::lock_guard lock(dog_.mutex_);
    dog_.entries_.erase(key_);
}

void Watchdog::Watch::limit(std::chrono::milliseconds span, bool resting)
{
    const std::lock_guard lock(dog_.mutex_);
    auto& entry = dog_.entries_.at(key_);
    entry.deadline = Clock::now() + span;
    entry.resting = resting;
    if (resting && dog_.resting_unwanted_) cut(entry);
}

void Watchdog::Watch::unlimited()
{
    const std::lock_guard lock(dog_.mutex_);
    auto& entry = dog_.entries_.at(key_);
    entry.deadline = Clock::time_point::max();
    entry.resting = false;
}

}  // namespace web
