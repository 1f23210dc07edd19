// A result sheet on its way in: uploaded, looked at, its unsure names decided; then stored (app/import_store.h) or
// discarded. Until it is stored nothing of it counts.
#pragma once

#include "app/actor.h"
#include "app/import_choices.h"
#include "app/repositories.h"
#include "app/upload_repository.h"
#include "base/result.h"
#include "domain/round.h"
#include "domain/sheet.h"
#include "domain/unit.h"

#include <optional>
#include <string>
#include <vector>

namespace app {

inline constexpr std::size_t largest_upload = 20U << 20;  // bytes

// A file nobody can read as a sheet is refused here with the reason; problems inside a readable one are shown in the
// preview. `replaces` is an upload in preview that this one takes the place of: its choices are kept, itself discarded.
[[nodiscard]] base::Result<domain::UploadId> upload_sheet(Repositories& repositories, const Actor& actor,
                                                          domain::RoundId round, std::string_view file_name,
                                                          const std::string& bytes,
                                                          std::optional<domain::UploadId> replaces = {});

struct OfferedUnit {
    domain::UnitId unit;
    std::string code;
    std::string name;
    int likeness = 0;
    int already_in_row = 0;  // the row of this sheet that surely is this unit; 0: none
};

// What one row's name was taken for.
struct UnitReading {
    domain::UnitId unit = {};    // sure, or chosen
    std::string unit_name = {};  // its official name; of a new unit the name it will get
    bool by_variant = false;     // sure, though the sheet writes it differently
    bool unsure = false;         // the officer has to choose, or has chosen
    UnitChoice choice = {};
    std::vector<OfferedUnit> offered = {};

    // The officer has to choose yet, or has chosen a new unit without saying its name and code.
    [[nodiscard]] bool still_open() const
    {
        return unsure && (choice.kind == UnitChoice::Kind::Open || lacks_code() || lacks_name());
    }
    [[nodiscard]] bool lacks_code() const
    {
        return choice.kind == UnitChoice::Kind::Add && choice.code.empty();
    }
    [[nodiscard]] bool lacks_name() const
    {
        return choice.kind == UnitChoice::Kind::Add && choice.name.empty();
    }
};

struct ImportPreview {
    Upload upload;
    domain::Round round;
    domain::ResultSheet sheet;                    // with the register's issues added
    std::string recognised_encoding;              // of a CSV, whatever was forced afterwards
    std::vector<std::vector<UnitReading>> units;  // by group and row of the sheet
    std::vector<Upload> earlier;                  // the same content before, newest first
    std::vector<domain::PeerGroup> groups;        // of the register, for adding units
    bool may_add_units = false;                   // this actor
    int rows = 0;
    int errors = 0;
    int warnings = 0;
    int open_choices = 0;
    int rows_left_out = 0;  // by choice

    [[nodiscard]] bool ready() const
    {
        return upload.state == UploadState::Preview && errors == 0 && open_choices == 0 &&
               rows > rows_left_out;
    }
};

// Reads the kept file anew: the same file, register and choices give the same preview.
[[nodiscard]] base::Result<ImportPreview> preview_upload(Repositories& repositories, const Actor& actor,
                                                         domain::UploadId id);

// Decides names and the encoding (empty: recognised). Choices of names that are not given stay as they are.
[[nodiscard]] base::Result<void> choose_units(Repositories& repositories, const Actor& actor,
                                              domain::UploadId id, int version, const std::string& encoding,
                                              const UnitChoices& choices);

struct RoundUploads {
    domain::Round round;
    std::vector<Upload> uploads;  // newest first
};
// Every round, newest year first, with its uploads.
[[nodiscard]] base::Result<std::vector<RoundUploads>> upload_history(Repositories& repositories,
                                                                     const Actor& actor);

}  // namespace app
