// An uploaded sheet for publications whose test does not care about it.
#pragma once

#include "app/repositories.h"
#include "app/upload_repository.h"

namespace tests {

inline domain::UploadId any_upload(app::Repositories& repositories, const app::Actor& actor,
                                   domain::RoundId round)
{
    app::Upload upload;
    upload.round = round;
    upload.file_name = "PAR 2021.xlsx";
    upload.size = 5;
    upload.sha256 = std::string(64, 'c');
    upload.uploaded_by = actor.user.id;
    upload.uploaded_by_name = actor.user.name;
    upload.uploaded_at = actor.now;
    return repositories.uploads().add(upload, "sheet");
}

}  // namespace tests
