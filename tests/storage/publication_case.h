// A province with two peer groups and a round of 2021, and publications written down by hand.
#pragma once

#include "app/framework_repository.h"
#include "app/publication_repository.h"
#include "app/round_repository.h"
#include "app/unit_repository.h"
#include "app/upload_repository.h"
#include "tests/storage/any_upload.h"
#include "tests/storage/database.h"

#include <map>
#include <string>
#include <vector>

namespace tests {

class PublicationCase : public Database {
protected:
    template <class T> static T done(base::Result<T> result)
    {
        if (!result) throw std::runtime_error(result.error().message.vietnamese());
        if constexpr (!std::is_void_v<T>) return std::move(*result);
    }

    template <class Work> auto run(Work&& work) { return transactor().transact(std::forward<Work>(work)); }

    void SetUp() override
    {
        officer = actor(domain::Role::Officer);
        done(run([&](app::Repositories& r) -> base::Result<void> {
            departments = done(r.units().add_group(officer, {{}, "Các sở", 1, 1}));
            districts = done(r.units().add_group(officer, {{}, "UBND cấp huyện", 2, 1}));
            add(r, "H01", "Sở Kế hoạch và Đầu tư", departments);
            add(r, "H02", "Sở Nội vụ", departments);
            add(r, "H03", "Sở Y tế", departments);
            add(r, "H04", "Đài Phát thanh", departments);
            add(r, "C01", "Huyện Châu Thành", districts);
            round = add_round(r, 2021);
            sheet_id = any_upload(r, officer, round);
            return {};
        }));
    }

    // For questions: what the repositories answer in a transaction of its own.
    template <class Work> auto ask(Work work)
    {
        using Answer = std::invoke_result_t<Work, app::Repositories&>;
        return done(run([&](app::Repositories& r) -> base::Result<Answer> { return work(r); }));
    }

    void add(app::Repositories& r, std::string code, std::string name, domain::PeerGroupId group)
    {
        domain::Unit unit;
        unit.code = std::move(code);
        unit.official_name = name;
        unit.group = group;
        units[name] = done(r.units().add(officer, unit));
    }

    domain::RoundId add_round(app::Repositories& r, int year)
    {
        domain::Round wanted;
        wanted.title = "Khen thưởng cải cách hành chính năm " + std::to_string(year);
        wanted.year = year;
        return done(r.rounds().add(officer, wanted));
    }

    static base::Decimal number(const char* text) { return *base::Decimal::parse(text); }

    domain::PublishedStanding row(const std::string& name, domain::PeerGroupId group, int position,
                                  std::optional<int> place, const char* index)
    {
        domain::PublishedStanding row;
        row.unit = units.at(name);
        row.code = "H0" + std::to_string(position);
        row.group = group;
        row.position = position;
        row.standing.unit = name;
        row.standing.place = place;
        row.standing.index = number(index);
        row.standing.band = row.standing.index >= base::Decimal(80) ? "Tốt" : "Khá";
        row.standing.sheet = "PAR";
        row.standing.row = 6 + position;
        row.standing.evidence = "PAR!F" + std::to_string(6 + position);
        row.standing.key = row.unit.text();
        return row;
    }

    domain::Publication publication(int year = 2021)
    {
        domain::Publication made;
        made.round = round;
        made.year = year;
        made.decision_number = "30/QĐ-UBND-HC";
        made.decision_date = base::Date(2022, 3, 30);
        made.published_by = officer.user.id;
        made.published_at = now();
        made.upload = sheet_id;
        made.file_name = "PAR 2021.xlsx";
        made.file_hash = std::string(64, 'a');
        made.snapshot_hash = std::string(64, 'b');
        domain::PublishedGroup group;
        group.id = departments;
        group.framework.bands = {{"Tốt", base::Decimal(80)}, {"Khá", base::Decimal(70)}};
        group.units = 4;
        group.ranked = 3;
        group.summary.name = "Các sở";
        group.summary.mean = number("85.51");
        group.summary.median = number("88.6");
        group.summary.band_counts = {{"Tốt", 2}, {"Khá", 1}};
        group.summary.rose = 2;
        group.summary.fell = 1;
        made.groups.push_back(group);
        group.id = districts;
        group.units = group.ranked = 1;
        group.summary.name = "UBND cấp huyện";
        made.groups.push_back(group);
        return made;
    }

    std::vector<domain::PublishedStanding> rows()
    {
        std::vector<domain::PublishedStanding> made = {
            row("Sở Kế hoạch và Đầu tư", departments, 1, 1, "90.94"),
            row("Sở Nội vụ", departments, 2, 2, "88.6"), row("Sở Y tế", departments, 3, 3, "77"),
            row("Đài Phát thanh", departments, 4, std::nullopt, "95.123456"),
            row("Huyện Châu Thành", districts, 1, 1, "88.68")};
        made[0].standing.change = number("1.2");
        made[0].standing.change_places = 0;
        made[1].standing.change = number("-0.36");
        made[1].standing.change_places = 1;
        made[2].standing.change = number("4.27");
        made[2].standing.change_places = -1;
        made[1].standing.parts = {{"Thẩm định", number("60.5")}, {"Điều tra \"xã hội học\"", number("28.1")}};
        made[2].standing.parts = {{"Thẩm định, vòng [2]", number("-0.5")}, {"Điều tra", number("0")}};
        made[1].note = "Hạng đã công bố; điểm minh họa";
        made[1].illustrative = true;
        made[1].parts_illustrative = true;
        return made;
    }

    domain::PublicationId freeze(const domain::Publication& publication,
                                 const std::vector<domain::PublishedStanding>& rows)
    {
        return done(run([&](app::Repositories& r) { return r.publications().freeze(publication, rows); }));
    }

    app::Actor officer;
    domain::PeerGroupId departments, districts;
    std::map<std::string, domain::UnitId> units;
    domain::RoundId round;
    domain::UploadId sheet_id;
};

}  // namespace tests
