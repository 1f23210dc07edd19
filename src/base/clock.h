// What time it is: passed in, so that tests and the sample province can choose.
#pragma once

#include "base/date.h"

namespace base {

class Clock {
public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual Instant now() const = 0;
    [[nodiscard]] Date today() const { return now().date(); }
};

class SystemClock final : public Clock {
public:
    [[nodiscard]] Instant now() const override
    {
        return Instant(std::chrono::floor<std::chrono::microseconds>(std::chrono::system_clock::now()));
    }
};

// Stands still until told otherwise.
class FixedClock final : public Clock {
public:
    explicit FixedClock(Instant now) : now_(now) {}
    [[nodiscard]] Instant now() const override { return now_; }
    void set(Instant now) { now_ = now; }

private:
    Instant now_;
};

}  // namespace base
