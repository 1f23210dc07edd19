#include "app/paste_individuals.h"

#include "app/unit_repository.h"
#include "base/text.h"

#include <algorithm>
#include <set>

namespace app {
namespace {

using domain::Honorific;
using domain::Nominee;

constexpr std::size_t most_lines = 2000;

Honorific honorific_of(std::string_view text)
{
    const auto word = base::folded(text);
    if (word == "ong" || word == "nam" || word == "mr") return Honorific::Mr;
    if (word == "ba" || word == "nu" || word == "ms" || word == "mrs") return Honorific::Ms;
    return Honorific::Unknown;
}

bool heading(const PastedRow& row)
{
    if (row.cells.size() < 2) return false;
    const auto first = base::folded(row.cells[0]);
    return first == "don vi" || first == "ten don vi" || first == "co quan don vi";
}

// "Bà Nguyễn Thị Mẫu" in the name's cell, when the honorific has none of its own.
void split_honorific(PersonEntry& person)
{
    if (person.honorific != Honorific::Unknown) return;
    const auto space = person.name.find(' ');
    if (space == std::string::npos) return;
    const auto word = person.name.substr(0, space);
    if (word != "Ông" && word != "Bà" && word != "ông" && word != "bà") return;
    person.honorific = honorific_of(word);
    person.name.erase(0, space + 1);
}

std::string cell(const PastedRow& row, std::size_t index)
{
    return index < row.cells.size() ? base::tidy(row.cells[index]) : std::string();
}

PlaceEntry entry_of(const PastedRow& row, const PersonChoices& choices)
{
    PlaceEntry entry;
    entry.person.honorific = honorific_of(cell(row, 1));
    entry.person.name = cell(row, 2);
    entry.person.post = cell(row, 3);
    entry.achievement = cell(row, 4);
    split_honorific(entry.person);
    if (const auto choice = choices.find(row.line); choice != choices.end()) {
        entry.person.existing = choice->second.existing;
        entry.person.new_person = choice->second.new_person;
    }
    return entry;
}

class Matcher {
public:
    Matcher(Repositories& repositories, const Actor& actor, domain::DossierId dossier)
        : repositories_(repositories), places_(fillable_places(repositories, actor, dossier))
    {
    }

    PastedLine match(const PastedRow& row, const PersonChoices& choices)
    {
        PastedLine line{row.line, cell(row, 0), entry_of(row, choices), {}, {}, {}};
        if (row.cells.size() > 5)
            line.problems.push_back(
                "Dòng này có nhiều hơn 5 cột. Hãy chép đúng các cột: đơn vị, Ông/Bà, họ và "
                "tên, chức vụ, thành tích.");
        const auto unit = unit_of(line);
        if (!unit) return line;
        const auto* place = place_for(*unit, line.entry.person.name);
        if (!place) {
            line.problems.push_back({"{} đã đủ suất, không còn chỗ cho dòng này.", {line.unit}});
            return line;
        }
        taken_.insert(place->id);
        line.entry.nominee = place->id;
        line.entry.seen = place->version;
        if (!place->empty() && place->person_name != line.entry.person.name)
            line.replaces = place->recipient();
        return line;
    }

private:
    std::optional<domain::UnitId> unit_of(PastedLine& line)
    {
        if (line.unit.empty()) {
            line.problems.push_back("Thiếu tên đơn vị ở cột đầu tiên.");
            return std::nullopt;
        }
        auto units = repositories_.units().named(line.unit);
        std::erase_if(units, [&](const domain::Unit& unit) {
            return std::none_of(places_.begin(), places_.end(),
                                [&](const Nominee& place) { return place.unit == unit.id; });
        });
        if (units.empty()) {
            line.problems.push_back(
                {"“{}” không phải đơn vị có suất trong hồ sơ này. Hãy ghi đúng tên hoặc mã đơn vị.",
                 {line.unit}});
            return std::nullopt;
        }
        if (units.size() > 1) {
            line.problems.push_back(
                {"“{}” có thể là nhiều đơn vị. Hãy ghi tên đầy đủ hoặc mã đơn vị.", {line.unit}});
            return std::nullopt;
        }
        line.unit = units.front().official_name;
        return units.front().id;
    }

    // The place that has this name already, else the unit's first empty one, else its only one.
    const Nominee* place_for(domain::UnitId unit, const std::string& name)
    {
        std::vector<const Nominee*> free;
        for (const auto& place : places_)
            if (place.unit == unit && !taken_.contains(place.id)) free.push_back(&place);
        const auto first = [&](auto&& fits) -> const Nominee* {
            const auto found = std::find_if(free.begin(), free.end(), fits);
            return found == free.end() ? nullptr : *found;
        };
        if (const auto* same =
                first([&](const auto* place) { return !place->empty() && place->person_name == name; }))
            return same;
        if (const auto* empty = first([](const auto* place) { return place->empty(); })) return empty;
        const auto all = std::count_if(places_.begin(), places_.end(),
                                       [&](const Nominee& place) { return place.unit == unit; });
        return all == 1 && !free.empty() ? free.front() : nullptr;
    }

    Repositories& repositories_;
    std::vector<Nominee> places_;
    std::set<domain::NomineeId> taken_;
};

std::vector<PlaceEntry> entries_of(const PastePreview& preview)
{
    std::vector<PlaceEntry> entries;
    for (const auto& line : preview.lines)
        if (line.entry.nominee) entries.push_back(line.entry);
    return entries;
}

// A spreadsheet quotes a whole cell; a quotation mark that no mark at a cell's end answers is one of the text.
bool opens_quoted_cell(std::string_view text, std::size_t at)
{
    for (std::size_t i = at + 1; i < text.size(); ++i) {
        if (text[i] != '"') continue;
        if (i + 1 < text.size() && text[i + 1] == '"')
            ++i;
        else
            return i + 1 == text.size() || text[i + 1] == '\t' || text[i + 1] == '\n' || text[i + 1] == '\r';
    }
    return false;
}

}  // namespace

std::vector<PastedRow> pasted_rows(std::string_view text)
{
    std::vector<PastedRow> rows;
    PastedRow row{1, {}};
    std::string content;
    int line = 1;
    bool quoted = false;
    const auto end_cell = [&] {
        row.cells.push_back(std::move(content));
        content.clear();
    };
    const auto end_row = [&] {
        end_cell();
        const bool blank = std::all_of(row.cells.begin(), row.cells.end(),
                                       [](const auto& one) { return base::tidy(one).empty(); });
        if (!blank && !(rows.empty() && heading(row))) rows.push_back(std::move(row));
        row = {line, {}};
    };
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '\n') ++line;
        if (quoted) {
            if (c == '"' && i + 1 < text.size() && text[i + 1] == '"')
                content += text[++i];
            else if (c == '"')
                quoted = false;
            else
                content += c;
        } else if (c == '"' && content.empty() && opens_quoted_cell(text, i)) {
            quoted = true;
        } else if (c == '\t') {
            end_cell();
        } else if (c == '\n') {
            end_row();
        } else if (c != '\r') {
            content += c;
        }
    }
    end_row();
    return rows;
}

int PastePreview::problems() const
{
    return static_cast<int>(std::count_if(lines.begin(), lines.end(),
                                          [](const PastedLine& line) { return !line.problems.empty(); }));
}

base::Result<PastePreview> preview_paste(Repositories& repositories, const Actor& actor,
                                         domain::DossierId dossier, std::string_view text,
                                         const PersonChoices& choices)
{
    const auto rows = pasted_rows(text);
    if (rows.empty()) return base::invalid("Hãy dán ít nhất một dòng từ bảng tính.", "rows");
    if (rows.size() > most_lines) return base::invalid("Mỗi lần dán được nhiều nhất 2000 dòng.", "rows");

    Matcher matcher(repositories, actor, dossier);
    PastePreview preview;
    for (const auto& row : rows) {
        auto line = matcher.match(row, choices);
        if (line.entry.person.blank()) line.problems.push_back("Thiếu họ và tên.");
        preview.lines.push_back(std::move(line));
    }
    const auto problems = place_problems(repositories, actor, dossier, entries_of(preview));
    if (!problems) return problems.error();
    for (const auto& problem : *problems)
        for (auto& line : preview.lines)
            if (line.entry.nominee == problem.nominee) {
                line.problems.push_back(problem.message);
                line.namesakes = problem.namesakes;
            }
    return preview;
}

base::Result<int> paste_individuals(Repositories& repositories, const Actor& actor, domain::DossierId dossier,
                                    std::string_view text, const PersonChoices& choices)
{
    const auto preview = preview_paste(repositories, actor, dossier, text, choices);
    if (!preview) return preview.error();
    if (preview->blocked())
        return base::invalid(
            {"Còn {} dòng cần sửa; chưa lưu dòng nào.", {std::to_string(preview->problems())}}, "rows");
    return fill_individual_places(repositories, actor, dossier, entries_of(*preview));
}

}  // namespace app
