// One line of a dossier: a collective or an individual nominated for one award, why, and what each step said. A refused
// nominee stays in the dossier, struck through, and is in no later list. An individual place without a person is an
// empty nominee: it is counted and warned about, and is in no later list either.
#pragma once

#include "base/date.h"
#include "base/decimal.h"
#include "domain/ids.h"
#include "domain/person.h"
#include "domain/rule_set.h"
#include "domain/verdict.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace domain {

enum class NomineeSource {
    Run,    // a collective proposed by the rule set
    Place,  // an individual place the rule set gave to a unit
    Free,   // added by an officer with a reason
};

[[nodiscard]] std::string_view source_code(NomineeSource source);
[[nodiscard]] std::optional<NomineeSource> source_from_code(std::string_view code);

enum class VerdictStep { Appraiser, Director, Chair };

[[nodiscard]] std::string_view verdict_step_code(VerdictStep step);
[[nodiscard]] std::optional<VerdictStep> verdict_step_from_code(std::string_view code);

struct NomineeVerdict {
    NomineeId nominee;
    VerdictStep step = VerdictStep::Appraiser;
    int pass = 1;
    bool agreed = false;
    std::string reason;  // never empty when refused
    UserId by;
    std::string by_name;
    base::Instant at;
};

struct Nominee {
    NomineeId id;
    DossierId dossier;
    int position = 0;   // the order of lists: award, group, unit
    std::string award;  // code of the catalogue: "COT", "BKT"
    RecipientKind kind = RecipientKind::Collective;
    NomineeSource source = NomineeSource::Run;
    UnitId unit;            // the collective itself, or the individual's unit
    std::string unit_name;  // as it was called when nominated

    // Of an individual; without a person the place is still empty.
    std::optional<PersonId> person;
    Honorific honorific = Honorific::Unknown;
    std::string person_name;
    std::string post;

    std::string achievement;  // empty: the dossier's default citation
    std::string reason;       // of a free nomination

    // Why the rule set proposed it; the unit's standing for an individual place.
    std::string group;
    std::optional<int> place;
    std::optional<int> ranked;  // how many units were ranked in the group
    std::optional<base::Decimal> index;
    Verdict verdict;

    UserId added_by;            // who nominated: of a place, who named its person
    std::string added_by_name;  // the last hand at the line, for "đã được … sửa lúc …"
    base::Instant added_at;
    int version = 1;

    std::vector<NomineeVerdict> verdicts;  // of the dossier's present pass

    [[nodiscard]] bool empty() const { return kind == RecipientKind::Individual && !person; }
    [[nodiscard]] const NomineeVerdict* verdict_of(VerdictStep step) const;
    // The refusal that took it out, or nothing.
    [[nodiscard]] const NomineeVerdict* refusal() const;
    [[nodiscard]] bool refused() const { return refusal() != nullptr; }
    // In the lists that come after this step.
    [[nodiscard]] bool standing() const { return !empty() && !refused(); }
    // "Bà Nguyễn Thị Mẫu" or the unit's name; an empty place is called by its unit.
    [[nodiscard]] std::string recipient() const;
};

// Those that go into decisions, in list order.
[[nodiscard]] std::vector<Nominee> standing_nominees(const std::vector<Nominee>& nominees);

}  // namespace domain
