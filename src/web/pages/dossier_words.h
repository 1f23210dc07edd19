// Addresses, words and small pieces the dossier's pages share.
#pragma once

#include "app/nominee_checks.h"
#include "app/view_dossier.h"
#include "base/html.h"
#include "web/components.h"
#include "web/http.h"
#include "web/layout.h"

#include <cstdint>
#include <string>

namespace web {

[[nodiscard]] std::string dossier_address(domain::DossierId id, std::string_view page = {});

// "78.970.000 đ", kept together on one line.
[[nodiscard]] std::string dong(std::int64_t amount);

// "2 ngày", "17 giờ", "dưới 1 giờ".
[[nodiscard]] std::string time_between(const Request& request, base::Instant from, base::Instant to);
[[nodiscard]] std::string held_for(const Request& request, base::Instant since);

[[nodiscard]] base::Html dossier_state(const Request& request, domain::DossierState state);

// "Cờ thi đua … · 2 × 11.920.000 đ = 23.840.000 đ"; for individuals with "cá nhân", empty places said.
[[nodiscard]] base::Html award_heading(const Request& request, const app::AwardGroup& group);

// Name, and below it post and unit, or the group; struck through when refused.
[[nodiscard]] base::Html who(const domain::Nominee& nominee);
// "Hạng 1 / 17 · 90,94" with the reason below.
[[nodiscard]] base::Html why(const Request& request, const domain::Dossier& dossier,
                             const domain::Nominee& nominee);
// "✓ 6 đạt", "⚠ 1 lưu ý"
[[nodiscard]] base::Html checks_summary(const Request& request, const std::vector<app::NomineeCheck>& checks);
// What was looked at and what was found, in words.
[[nodiscard]] std::string check_title(const Request& request, const app::NomineeCheck& check);
[[nodiscard]] std::string check_seen(const Request& request, const app::NomineeCheck& check);
[[nodiscard]] base::Html checks_list(const Request& request, const std::vector<app::NomineeCheck>& checks);
// What one step said: "Đồng ý", "Không", or a dash.
[[nodiscard]] base::Html verdict_cell(const Request& request, const domain::Nominee& nominee,
                                      domain::VerdictStep step);
// One line a step that was reached.
[[nodiscard]] base::Html verdicts_cell(const Request& request, const domain::Nominee& nominee);
// The line under a refused nominee: who, when, why.
[[nodiscard]] base::Html refusal_line(const Request& request, const domain::Nominee& nominee);

// Where the dossier is, since when.
[[nodiscard]] base::Html dossier_stages(const Request& request, const domain::Dossier& dossier,
                                        const std::vector<domain::DossierStep>& history);
// Title, breadcrumb and the line that says what it rests on.
[[nodiscard]] PageFrame dossier_frame(const Request& request, const app::DossierView& view, std::string title,
                                      std::string_view menu = "/dossiers");

// Warns a person whose own unit is nominated; empty otherwise.
[[nodiscard]] base::Html own_unit_notice(const Request& request, const std::vector<domain::Nominee>& own);

// What was just done, told once after the redirect ("?xong=…").
[[nodiscard]] base::Html done_notice(const Request& request);

}  // namespace web
