// One type per kind of row number.
#pragma once

#include "base/id.h"

namespace domain {

using UnitId = base::Id<struct UnitTag>;
using PeerGroupId = base::Id<struct PeerGroupTag>;
using PersonId = base::Id<struct PersonTag>;
using UserId = base::Id<struct UserTag>;
using RoundId = base::Id<struct RoundTag>;
using FrameworkId = base::Id<struct FrameworkTag>;
using UploadId = base::Id<struct UploadTag>;
using PublicationId = base::Id<struct PublicationTag>;
using RuleSetId = base::Id<struct RuleSetTag>;
using RuleSetVersionId = base::Id<struct RuleSetVersionTag>;
using RunId = base::Id<struct RunTag>;
using DossierId = base::Id<struct DossierTag>;
using NomineeId = base::Id<struct NomineeTag>;
using DecisionId = base::Id<struct DecisionTag>;
using RecordId = base::Id<struct RecordTag>;
using SignerId = base::Id<struct SignerTag>;

}  // namespace domain
