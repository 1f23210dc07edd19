// An officer's overview with one round in the middle of its way.
#pragma once

#include "app/overview.h"

namespace web_test {

[[nodiscard]] inline base::Instant moment(std::string_view text)
{
    return *base::Instant::parse(text);
}

[[nodiscard]] inline app::Overview sample_overview()
{
    app::RoundProgress progress;
    progress.round.id = domain::RoundId{1};
    progress.round.title = "Cải cách hành chính năm 2021";
    progress.round.year = 2021;
    progress.round.conference_date = base::Date(2022, 3, 30);
    progress.round.illustrative = true;
    progress.stage = app::RoundStage::Proposal;
    progress.stored.emplace();
    progress.stored->file_name = "PAR-INDEX-2021.xlsx";
    progress.stored->decided_by_name = "Trần Thị Mai Hoa";
    progress.stored->decided_at = moment("2022-03-04 02:00:00");
    progress.stored->rows = 29;
    progress.publication.emplace();
    progress.publication->id = domain::PublicationId{3};
    progress.publication->decision_number = "30/QĐ-UBND-HC";
    progress.publication->published_at = moment("2022-03-14 03:00:00");
    progress.dossier.emplace();
    progress.dossier->id = domain::DossierId{18};
    progress.dossier->title = "Khen thưởng cải cách hành chính năm 2021";
    progress.dossier->state_since = moment("2022-03-14 04:00:00");
    progress.facts.named = 24;
    progress.facts.empty_places = 5;
    progress.facts.standing = 30;
    progress.missing_units = {"Sở Tài nguyên và Môi trường", "Sở Giao thông vận tải", "Huyện Tân Hồng",
                              "Huyện Lai Vung", "Thành phố Cao Lãnh"};

    app::RoundProgress later;
    later.round.id = domain::RoundId{2};
    later.round.title = "Chuyên đề chuyển đổi số 2021";
    later.round.year = 2021;

    app::Overview overview;
    overview.rounds = {progress, later};
    overview.closed_rounds = 11;
    app::Task places;
    places.what = app::Task::What::FillPlaces;
    places.subject = progress.dossier->title;
    places.due = progress.round.conference_date;
    places.count = 5;
    places.dossier = progress.dossier->id;
    app::Task import;
    import.what = app::Task::What::Import;
    import.subject = later.round.title;
    import.round = later.round.id;
    overview.tasks = {places, import};
    overview.recent = {
        {app::RecentAct::What::Dossier, "Lê Văn Phước Lộc", moment("2022-03-16 08:20:00"),
         progress.dossier->title, domain::DossierAction::Return, "Thiếu xác nhận của Sở Tài chính về mục 3"},
        {app::RecentAct::What::Published, "Trần Thị Mai Hoa", moment("2022-03-14 03:00:00"), "30/QĐ-UBND-HC"},
        {app::RecentAct::What::Stored, "Trần Thị Mai Hoa", moment("2022-03-04 02:00:00"),
         "PAR-INDEX-2021.xlsx"},
    };
    return overview;
}

}  // namespace web_test
