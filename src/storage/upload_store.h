// Uploaded sheets on the database.
#pragma once

#include "app/upload_repository.h"
#include "storage/connection.h"

namespace storage {

class UploadStore final : public app::UploadRepository {
public:
    explicit UploadStore(Connection& connection) : connection_(connection) {}

    [[nodiscard]] std::optional<app::Upload> find(domain::UploadId id) override;
    [[nodiscard]] std::optional<std::string> bytes(domain::UploadId id) override;
    [[nodiscard]] std::vector<app::Upload> of_round(domain::RoundId round) override;
    [[nodiscard]] std::vector<app::Upload> with_hash(const std::string& sha256) override;
    [[nodiscard]] std::optional<app::Upload> latest_stored(domain::RoundId round) override;
    [[nodiscard]] app::StoredSheet stored_sheet(domain::UploadId id) override;

    [[nodiscard]] domain::UploadId add(const app::Upload& upload, const std::string& bytes) override;
    [[nodiscard]] base::Result<void> save_choices(const app::Upload& upload,
                                                  const app::Actor& actor) override;
    [[nodiscard]] base::Result<void> store(const app::Upload& upload, const std::vector<app::StoredRow>& rows,
                                           const app::Actor& actor) override;
    [[nodiscard]] base::Result<void> discard(const app::Upload& upload, const app::Actor& actor) override;

private:
    [[nodiscard]] base::Result<void> decide(const app::Upload& upload, app::UploadState state,
                                            std::size_t rows, const app::Actor& actor);
    Connection& connection_;
};

}  // namespace storage
