// An award decision: one per award form of an approved dossier. Numbering it freezes recipients, posts, units, order,
// money and the office's names; from then on it is what the paper says, whatever the register says later.
#pragma once

#include "base/date.h"
#include "base/decimal.h"
#include "domain/ids.h"
#include "domain/office.h"
#include "domain/reference.h"
#include "domain/rule_set.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace domain {

// The office's own register numbers all its decisions, so the integer is typed and gaps are normal. Unique by symbol and
// year of the date; a number once used here, void or not, is never used again.
struct DecisionNumber {
    int number = 0;
    std::string symbol;  // "QĐ-UBND-HC"
    base::Date date;

    // "05": below ten with a leading zero (Decree 30/2020, annex I).
    [[nodiscard]] std::string digits() const;
    // "05/QĐ-UBND-HC".
    [[nodiscard]] std::string text() const;
    friend bool operator==(const DecisionNumber&, const DecisionNumber&) = default;
};

// A number given by mistake and taken back before the decision was issued.
struct VoidNumber {
    DecisionNumber number;
    std::string reason;
    std::string voided_by;
    base::Instant voided_at;
};

// As it stands on the paper.
struct DecisionSigner {
    SignerId id;
    std::string authority_line;  // "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH" or empty
    std::string title;           // "CHỦ TỊCH"
    std::string name;
};

struct DecisionRecipient {
    NomineeId nominee;
    int ordinal = 0;  // số sổ vàng: its place in the decision, collectives first, then individuals
    RecipientKind kind = RecipientKind::Collective;
    PersonId person;         // none for a collective
    UnitId unit;             // the collective itself, or where the person works
    std::string salutation;  // "Ông", "Bà" or empty
    std::string name;        // the person's or the collective's
    std::string post;
    std::string unit_name;  // a collective's parent body, or the person's unit
    std::string achievement;
    std::string note;
    std::int64_t base_salary = 0;
    base::Decimal coefficient;
    std::int64_t raw = 0;  // before rounding
    std::int64_t money = 0;
    std::string reward_source;

    // "Bà Nguyễn Thị An"; a collective's name stands alone.
    [[nodiscard]] std::string addressed() const
    {
        return salutation.empty() ? name : salutation + " " + name;
    }
};

struct Decision {
    enum class State { Numbered, Issued };

    DecisionId id;
    DossierId dossier;
    RoundId round;
    std::string award;  // code
    std::string award_name;
    std::string issuer;  // named on the object; not who decides
    Office office;       // its names when the number was given; the symbol stands in the number
    Authority authority = Authority::Head;
    DecisionNumber number;
    DecisionSigner signer;
    std::vector<std::string> grounds;  // frozen, without closing marks; the last is "Theo đề nghị của …"
    std::string citation;  // "đã có thành tích xuất sắc trong …": in subject and first article
    State state = State::Numbered;
    std::optional<base::Date>
        rests_on;               // the day of the publication it rests on; its own date never precedes it
    bool entered_late = false;  // dated before the day it was entered: "nhập sau"
    int collectives = 0;
    int individuals = 0;
    std::int64_t money = 0;
    UserId numbered_by;
    std::string numbered_by_name;
    base::Instant numbered_at;
    std::string issued_by_name;
    std::optional<base::Instant> issued_at;
    bool illustrative = false;
    std::string last_changed_by;
    base::Instant last_changed_at;
    int version = 1;

    [[nodiscard]] bool issued() const { return state == State::Issued; }
};

// One award of one recipient, kept for good: what the record search and later rules read.
struct CommendationRecord {
    RecordId id;
    DecisionId decision;
    int ordinal = 0;
    RecipientKind kind = RecipientKind::Collective;
    PersonId person;
    UnitId unit;
    std::string salutation;
    std::string name;
    std::string post;
    std::string unit_name;
    std::string achievement;
    std::string award;  // code
    std::string award_name;
    std::string award_short_name;
    int year = 0;  // the year of the results the award is for
    DecisionNumber number;
    std::int64_t money = 0;
    bool issued = false;
    bool illustrative = false;
};

}  // namespace domain
