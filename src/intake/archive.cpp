#include "intake/archive.h"

#include "intake/refusal.h"

#include <zip.h>

namespace intake {
namespace {

std::string bare(std::string_view name)
{
    while (name.starts_with('/'))
        name.remove_prefix(1);
    return std::string(name);
}

}  // namespace

void PartReader::Close::operator()(zip_file* file) const
{
    zip_fclose(file);
}

void Archive::Discard::operator()(zip* archive) const
{
    zip_discard(archive);
}

base::Result<std::size_t> PartReader::read(char* buffer, std::size_t size)
{
    const auto count = zip_fread(file_.get(), buffer, size);
    if (count < 0) return damaged_file();
    const auto got = static_cast<std::uint64_t>(count);
    inflated_ += got;
    archive_->inflated_ += got;
    const auto& limits = archive_->limits_;
    if (inflated_ > limits.part) return unpacks_too_large();
    if (archive_->inflated_ > limits.total) return unpacks_too_large();
    if (inflated_ > (1U << 20) && inflated_ / limits.ratio > packed_) return unpacks_too_large();
    return static_cast<std::size_t>(got);
}

base::Result<std::unique_ptr<Archive>> Archive::open(std::string_view bytes, const ArchiveLimits& limits)
{
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    if (!source) {
        zip_error_fini(&error);
        return damaged_file();
    }
    zip_t* handle = zip_open_from_source(source, ZIP_RDONLY, &error);
    zip_error_fini(&error);
    if (!handle) {
        zip_source_free(source);
        return damaged_file();
    }
    auto archive = std::make_unique<Archive>();
    archive->zip_.reset(handle);
    archive->limits_ = limits;
    const auto entries = zip_get_num_entries(handle, 0);
    if (entries < 0) return damaged_file();
    if (entries > limits.entries) return unpacks_too_large();
    return archive;
}

bool Archive::has(std::string_view name) const
{
    return zip_name_locate(zip_.get(), bare(name).c_str(), ZIP_FL_NOCASE) >= 0;
}

base::Result<PartReader> Archive::part(std::string_view name)
{
    const auto index = zip_name_locate(zip_.get(), bare(name).c_str(), ZIP_FL_NOCASE);
    if (index < 0) return damaged_file();
    const auto entry = static_cast<zip_uint64_t>(index);
    zip_stat_t stat;
    zip_stat_init(&stat);
    if (zip_stat_index(zip_.get(), entry, 0, &stat) != 0) return damaged_file();
    if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) && stat.encryption_method != ZIP_EM_NONE)
        return locked_file();
    if (stat.comp_method != ZIP_CM_STORE && stat.comp_method != ZIP_CM_DEFLATE) return damaged_file();
    if (stat.size > limits_.part) return unpacks_too_large();
    if (stat.size > (1U << 20) && stat.size / limits_.ratio > stat.comp_size) return unpacks_too_large();
    PartReader reader;
    reader.file_.reset(zip_fopen_index(zip_.get(), entry, 0));
    if (!reader.file_) return damaged_file();
    reader.archive_ = this;
    reader.packed_ = stat.comp_size;
    return reader;
}

base::Result<std::string> Archive::text(std::string_view name, std::size_t most)
{
    auto reader = part(name);
    if (!reader) return reader.error();
    std::string text;
    char buffer[16384];
    for (;;) {
        const auto count = reader->read(buffer, sizeof buffer);
        if (!count) return count.error();
        if (*count == 0) return text;
        if (text.size() + *count > most) return unpacks_too_large();
        text.append(buffer, *count);
    }
}

std::vector<std::string> Archive::names() const
{
    std::vector<std::string> names;
    const auto count = static_cast<zip_uint64_t>(zip_get_num_entries(zip_.get(), 0));
    for (zip_uint64_t i = 0; i < count; ++i)
        if (const char* name = zip_get_name(zip_.get(), i, 0)) names.emplace_back(name);
    return names;
}

}  // namespace intake
