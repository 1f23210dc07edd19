#include "web/menu.h"

namespace web {

const std::vector<MenuEntry>& menu()
{
    using enum rights::Permission;
    static const std::vector<MenuEntry> entries = {
        {"/overview", "Tổng quan", "house-door", {SignedIn}},
        {"/imports", "Nhập kết quả", "file-earmark-spreadsheet", {ImportResults}},
        {"/rankings", "Xếp hạng", "bar-chart-line", {ViewResults}},

        {"/rule-sets", "Bộ quy tắc", "sliders", {ComposeRules, RunProposals}, "Khen thưởng"},
        {"/proposals", "Đề xuất", "list-check", {ViewProposals}},
        {"/nominees", "Cá nhân đề nghị", "person-plus", {Nominate, NominateOwnUnit}},
        {"/dossiers", "Hồ sơ", "journal-text", {ViewDossiers}},
        {"/desk",
         "Chờ xử lý",
         "check2-square",
         {SubmitDossier, AppraiseDossier, ForwardDossier, ApproveDossier, NumberDecision}},
        {"/decisions", "Các quyết định", "award", {ViewDossiers, NumberDecision, PrintDocuments}},

        {"/units", "Danh bạ đơn vị", "people", {ViewResults}, "Tra cứu"},
        {"/records", "Sổ khen thưởng", "search", {ViewRecords}},

        {"/rounds", "Các đợt khen thưởng", "calendar3", {ManageUnits}, "Hệ thống"},
        {"/users", "Người dùng", "person-badge", {ManageUsers}},
        {"/audit", "Nhật ký", "clock-history", {ViewAudit}},
        {"/settings", "Thiết lập", "gear", {ManageUnits}},
        {"/help", "Hướng dẫn", "question-circle", {SignedIn}},
    };
    return entries;
}

}  // namespace web
