// The zip side of a workbook, read from memory under limits. Sizes in the directory are only a first sieve: real bytes
// are counted while inflating, so a directory that lies is found out.
#pragma once

#include "base/result.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

struct zip;
struct zip_file;

namespace intake {

struct ArchiveLimits {
    std::uint64_t part = 200ULL << 20;   // bytes of one part when inflated
    std::uint64_t total = 400ULL << 20;  // of all parts read
    std::uint64_t ratio = 200;           // inflated to packed, for parts over 1 MB
    std::int64_t entries = 2000;
};

class Archive;

// One part being inflated.
class PartReader {
public:
    // How many bytes were put into `buffer`: 0 at the end. An Error for damage and for a passed limit.
    [[nodiscard]] base::Result<std::size_t> read(char* buffer, std::size_t size);

private:
    friend class Archive;
    struct Close {
        void operator()(zip_file* file) const;
    };
    std::unique_ptr<zip_file, Close> file_;
    Archive* archive_ = nullptr;
    std::uint64_t packed_ = 0;
    std::uint64_t inflated_ = 0;
};

class Archive {
public:
    // `bytes` must outlive the archive.
    [[nodiscard]] static base::Result<std::unique_ptr<Archive>> open(std::string_view bytes,
                                                                     const ArchiveLimits& limits = {});

    // Part names are compared without case and with or without a leading '/'.
    [[nodiscard]] bool has(std::string_view name) const;
    [[nodiscard]] base::Result<PartReader> part(std::string_view name);
    // A small part as a whole; more than `most` bytes is refused.
    [[nodiscard]] base::Result<std::string> text(std::string_view name, std::size_t most = 1 << 20);
    [[nodiscard]] std::vector<std::string> names() const;

private:
    friend class PartReader;
    struct Discard {
        void operator()(zip* archive) const;
    };
    std::unique_ptr<zip, Discard> zip_;
    ArchiveLimits limits_;
    std::uint64_t inflated_ = 0;
};

}  // namespace intake
