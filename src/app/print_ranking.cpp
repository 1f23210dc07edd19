#include "app/print_ranking.h"

#include "app/office_repository.h"
#include "app/view_ranking.h"
#include "base/text.h"

#include <algorithm>

namespace app {

namespace {

constexpr int first_places = 3;

std::string figure(int number)
{
    return std::to_string(number);
}

documents::RankingRow printed(const domain::PublishedStanding& row)
{
    const auto& standing = row.standing;
    documents::RankingRow printed;
    printed.place = standing.place;
    printed.unit = standing.unit;
    printed.index = standing.index;
    printed.band = standing.band;
    printed.change = standing.change;
    if (standing.place && standing.change_places)
        printed.previous_place = *standing.place + *standing.change_places;
    printed.highlighted = standing.place && *standing.place <= first_places;
    printed.illustrative = row.illustrative;
    return printed;
}

std::vector<documents::RankingFigure> figures(const domain::PublishedGroup& group, int year,
                                              const domain::Band* mark,
                                              const std::vector<documents::RankingRow>& rows)
{
    const auto& summary = group.summary;
    const auto last = std::to_string(year - 1);
    std::vector<documents::RankingFigure> found;
    if (summary.mean) {
        auto caption = std::string("điểm trung bình");
        if (group.previous_mean)
            caption += " (năm " + last + ": " + group.previous_mean->vietnamese(summary.decimals) + ")";
        found.push_back({summary.mean->vietnamese(summary.decimals), caption});
    }
    if (mark) {
        const auto reached = std::count_if(
            rows.begin(), rows.end(), [&](const auto& row) { return row.place && row.index >= mark->from; });
        found.push_back({std::to_string(reached) + "/" + figure(group.ranked),
                         "đơn vị đạt loại " + mark->name + " trở lên (từ " +
                             mark->from.vietnamese(mark->from.scale()) + " điểm)"});
    }
    if (summary.rose + summary.fell > 0) {
        found.push_back({figure(summary.rose), "đơn vị tăng điểm so với năm " + last});
        found.push_back({figure(summary.fell), "đơn vị giảm điểm so với năm " + last});
    }
    return found;
}

documents::RankingGroup printed(const domain::PublishedGroup& group, int year,
                                const std::vector<domain::PublishedStanding>& rows)
{
    documents::RankingGroup printed_group;
    printed_group.name = group.name();
    printed_group.subtitle = figure(group.units) + " đơn vị";
    if (group.ranked < group.units) printed_group.subtitle += ", xếp hạng " + figure(group.ranked);
    for (const auto& row : rows)
        if (row.group == group.id) printed_group.rows.push_back(printed(row));
    const auto* mark = marked_band(group);
    if (mark) {
        printed_group.mark = mark->from;
        printed_group.mark_label = mark->name + " từ " + mark->from.vietnamese(mark->from.scale());
    }
    printed_group.figures = figures(group, year, mark, printed_group.rows);
    printed_group.mean = group.summary.mean;
    if (group.summary.mean && group.previous_mean)
        printed_group.mean_change = *group.summary.mean - *group.previous_mean;
    return printed_group;
}

std::string band_words(const domain::Framework& framework)
{
    std::string words;
    for (const auto& band : framework.bands)
        words += (words.empty() ? "" : "; ") + band.name + ": từ " + band.from.vietnamese(band.from.scale()) +
                 " điểm";
    return words;
}

std::string note_of(const domain::Publication& publication,
                    const std::vector<domain::PublishedStanding>& rows)
{
    std::vector<std::string> sentences;
    for (const auto& group : publication.groups) {
        const auto words = band_words(group.framework);
        if (!words.empty()) sentences.push_back("Xếp loại " + group.name() + ": " + words + ".");
        if (group.framework_changed)
            sentences.push_back("Cách chấm điểm của " + group.name() +
                                " đã thay đổi so với năm trước, mức tăng giảm chỉ để tham khảo.");
    }
    if (std::any_of(rows.begin(), rows.end(), [](const auto& row) { return row.illustrative; }))
        sentences.emplace_back("* Số liệu minh họa, không phải số liệu đã công bố.");
    if (!publication.current()) sentences.emplace_back("Bản công bố này đã được thay bằng bản đính chính.");
    return base::join(sentences, " ");
}

}  // namespace

const domain::Band* marked_band(const domain::PublishedGroup& group)
{
    const domain::Band* marked = nullptr;
    int most = 0;
    for (const auto& band : group.framework.bands)
        for (const auto& [name, count] : group.summary.band_counts)
            if (name == band.name && count > most) {
                most = count;
                marked = &band;
            }
    return marked;
}

documents::RankingSheet ranking_sheet(const domain::Publication& publication,
                                      const std::vector<domain::PublishedStanding>& rows,
                                      const domain::Office& office)
{
    documents::RankingSheet sheet;
    sheet.agency = base::uppered(office.committee);
    sheet.office = office.department;
    const auto decision =
        "Quyết định số " + publication.decision_number + " " + publication.decision_date.in_words();
    if (publication.conference_date) {
        sheet.occasion =
            "Hội nghị công bố Chỉ số cải cách hành chính năm " + std::to_string(publication.year);
        sheet.day = "N" + publication.conference_date->in_words().substr(1);
    } else {
        sheet.occasion = decision;
    }
    sheet.title = "Xếp hạng Chỉ số cải cách hành chính năm " + std::to_string(publication.year);
    sheet.year = publication.year;
    for (const auto& group : publication.groups) {
        const int earlier = sheet.groups.empty() ? 0 : sheet.decimals;
        sheet.decimals = std::max(earlier, group.summary.decimals);
        sheet.groups.push_back(printed(group, publication.year, rows));
    }
    sheet.note = "Công bố theo " + decision + ". " + note_of(publication, rows);
    return sheet;
}

base::Result<documents::RankingSheet> print_ranking(Repositories& repositories, const Actor& actor,
                                                    domain::PublicationId publication)
{
    const auto whole = whole_publication(repositories, actor, publication);
    if (!whole) return whole.error();
    return ranking_sheet(whole->publication, whole->rows, repositories.office().office());
}

}  // namespace app
