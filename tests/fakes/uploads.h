// Stored sheets kept in memory, and repositories that use them beside the real database: for tests whose subject begins
// after the import.
#pragma once

#include "app/repositories.h"
#include "app/upload_repository.h"

#include <map>
#include <utility>

namespace tests {

class FakeUploads final : public app::UploadRepository {
public:
    // A stored upload of the round; the newest counts.
    domain::UploadId put(domain::RoundId round, app::StoredSheet sheet, const std::string& sha256)
    {
        app::Upload upload;
        upload.id = domain::UploadId{static_cast<std::int64_t>(stored_.size()) + 1};
        upload.round = round;
        upload.state = app::UploadState::Stored;
        upload.file_name = "PAR " + upload.id.text() + ".xlsx";
        upload.sha256 = sha256;
        upload.decided_by_name = "Người nhập";
        stored_[upload.id.value] = {upload, std::move(sheet)};
        return upload.id;
    }
    app::StoredSheet& sheet(domain::UploadId id) { return stored_.at(id.value).second; }

    std::optional<app::Upload> find(domain::UploadId id) override
    {
        const auto found = stored_.find(id.value);
        return found == stored_.end() ? std::nullopt : std::optional(found->second.first);
    }
    std::optional<std::string> bytes(domain::UploadId) override { return std::nullopt; }
    std::vector<app::Upload> of_round(domain::RoundId round) override
    {
        std::vector<app::Upload> found;
        for (const auto& [id, upload] : stored_)
            if (upload.first.round == round) found.insert(found.begin(), upload.first);
        return found;
    }
    std::vector<app::Upload> with_hash(const std::string&) override { return {}; }
    std::optional<app::Upload> latest_stored(domain::RoundId round) override
    {
        const auto found = of_round(round);
        return found.empty() ? std::nullopt : std::optional(found.front());
    }
    app::StoredSheet stored_sheet(domain::UploadId id) override { return stored_.at(id.value).second; }
    domain::UploadId add(const app::Upload&, const std::string&) override { return {}; }
    base::Result<void> save_choices(const app::Upload&) override { return {}; }
    base::Result<void> store(const app::Upload&, const std::vector<app::StoredRow>&,
                             const app::Actor&) override
    {
        return {};
    }
    base::Result<void> discard(const app::Upload&, const app::Actor&) override { return {}; }

private:
    std::map<std::int64_t, std::pair<app::Upload, app::StoredSheet>> stored_;
};

class WithUploads final : public app::Repositories {
public:
    WithUploads(app::Repositories& real, app::UploadRepository& uploads) : real_(real), uploads_(uploads) {}

    app::AuditTrail& audit() override { return real_.audit(); }
    app::DecisionRepository& decisions() override { return real_.decisions(); }
    app::DossierRepository& dossiers() override { return real_.dossiers(); }
    app::FrameworkRepository& frameworks() override { return real_.frameworks(); }
    app::NomineeRepository& nominees() override { return real_.nominees(); }
    app::OfficeRepository& office() override { return real_.office(); }
    app::PersonRepository& people() override { return real_.people(); }
    app::PublicationRepository& publications() override { return real_.publications(); }
    app::RecordRepository& records() override { return real_.records(); }
    app::RoundRepository& rounds() override { return real_.rounds(); }
    app::RuleSetRepository& rule_sets() override { return real_.rule_sets(); }
    app::RunRepository& runs() override { return real_.runs(); }
    app::SessionRepository& sessions() override { return real_.sessions(); }
    app::UnitRepository& units() override { return real_.units(); }
    app::UploadRepository& uploads() override { return uploads_; }
    app::UserRepository& users() override { return real_.users(); }

private:
    app::Repositories& real_;
    app::UploadRepository& uploads_;
};

}  // namespace tests
