// Cuts connections that take too long over one phase: reading a head, reading a body, writing an answer, resting between
// two requests. Timeouts of single reads are not enough: a client that sends one byte a second never runs into them.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <map>
#include <mutex>
#include <thread>

namespace web {

class Watchdog {
public:
    using Clock = std::chrono::steady_clock;

    Watchdog();
    ~Watchdog();
    Watchdog(const Watchdog&) = delete;
    Watchdog& operator=(const Watchdog&) = delete;

    // One connection's entry, from its first to its last moment.
    class Watch {
    public:
        Watch(Watchdog& dog, int descriptor);
        ~Watch();
        Watch(const Watch&) = delete;
        Watch& operator=(const Watch&) = delete;

        // The present phase must end within `span`. `resting`: no request has begun, so a stopping server may cut at once.
        void limit(std::chrono::milliseconds span, bool resting = false);
        // A handler is working: no limit.
        void unlimited();

    private:
        Watchdog& dog_;
        std::uint64_t key_;
    };

    // From now on resting connections are cut; working ones finish.
    void stop_resting();

private:
    struct Entry {
        int descriptor = -1;
        Clock::time_point deadline = Clock::time_point::max();
        bool resting = false;
    };

    void patrol();
    static void cut(Entry& entry);

    std::mutex mutex_;
    std::condition_variable wake_;
    std::map<std::uint64_t, Entry> entries_;
    std::uint64_t next_key_ = 1;
    bool resting_unwanted_ = false;
    bool ended_ = false;
    std::thread thread_;
};

}  // namespace web
