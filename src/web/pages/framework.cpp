#include "web/pages/framework.h"

#include "base/text.h"
#include "web/components.h"
#include "web/forms.h"
#include "web/pages/units.h"
#include "web/table.h"
#include "web/texts.h"

#include <algorithm>

namespace web {

namespace {

using base::Decimal;
using base::Html;
using domain::Framework;

constexpr std::size_t band_lines = 6;
constexpr std::string_view tie_separator = ";";

std::string number_text(const std::optional<Decimal>& number)
{
    return number ? number->vietnamese(number->scale()) : std::string();
}

std::optional<Decimal> number_of(std::string_view text)
{
    std::string dotted(text);
    std::replace(dotted.begin(), dotted.end(), ',', '.');
    return Decimal::parse(base::tidy(dotted));
}

std::string band_words(const Request& request, const Framework& framework)
{
    std::vector<std::string> words;
    for (const auto& band : framework.bands)
        words.push_back(tr(request, "{} từ {}", {band.name, number_text(band.from)}));
    return words.empty() ? tr(request, "không chia loại") : base::join(words, " · ");
}

std::string rule_words(const Request& request, const Framework& framework)
{
    std::vector<std::string> words;
    words.push_back(framework.basis == Framework::Basis::Computed
                        ? tr(request, "tính từ điểm đạt và điểm tối đa")
                        : tr(request, "lấy tỷ lệ % ghi trong bảng"));
    words.push_back(tr(request, "{} số lẻ", {std::to_string(framework.decimals)}));
    words.push_back(framework.rank_on == Framework::RankOn::Rounded
                        ? tr(request, "xếp hạng theo số đã làm tròn")
                        : tr(request, "xếp hạng theo số chưa làm tròn"));
    words.push_back(framework.ties.empty()
                        ? tr(request, "bằng điểm thì đồng hạng")
                        : tr(request, "bằng điểm thì xét {}", {base::join(framework.ties, ", ")}));
    return base::join(words, ", ");
}

// Which values of the form: as sent, when it was refused, else as stored.
struct Values {
    const Request& request;
    bool sent;

    [[nodiscard]] std::string get(std::string_view name, std::string stored) const
    {
        return sent ? std::string(request.form_value(name)) : std::move(stored);
    }
};

Html rule_fields(const Request& request, const Values& values, const app::StoredFramework& stored,
                 std::span<const base::Error> refusals)
{
    const auto& framework = stored.framework;
    Html fields;
    fields << input(
        {.name = "criteria",
         .label = tr(request, "Bộ tiêu chí theo văn bản"),
         .value = values.get("criteria", stored.criteria),
         .hint = tr(request, "Khác văn bản của năm trước thì mức tăng giảm được ghi là chỉ để tham khảo."),
         .error = error_of(request, refusals, "criteria"),
         .placeholder = tr(request, "Quyết định 1602/QĐ-UBND-HC ngày 21/10/2021")});
    fields << radios({.name = "basis",
                      .label = tr(request, "Chỉ số lấy từ"),
                      .value = values.get(
                          "basis", framework.basis == Framework::Basis::Computed ? "computed" : "published")},
                     {{.value = "computed",
                       .text = tr(request, "Điểm đạt chia cho điểm tối đa của từng đơn vị"),
                       .hint = tr(request, "Thiếu một trong hai thì lấy cột tỷ lệ %, rồi đến điểm.")},
                      {.value = "published", .text = tr(request, "Tỷ lệ % ghi sẵn trong bảng")}});
    fields << field_row({input({.name = "decimals",
                                .label = tr(request, "Số chữ số thập phân"),
                                .value = values.get("decimals", std::to_string(framework.decimals)),
                                .error = error_of(request, refusals, "decimals"),
                                .required = true,
                                .inputmode = "numeric",
                                .narrow = true}),
                         input({.name = "bonus_cap",
                                .label = tr(request, "Trần điểm thưởng"),
                                .value = values.get("bonus_cap", number_text(framework.bonus_cap)),
                                .hint = tr(request, "Để trống: không giới hạn"),
                                .error = error_of(request, refusals, "bonus_cap"),
                                .inputmode = "decimal",
                                .narrow = true}),
                         input({.name = "penalty_cap",
                                .label = tr(request, "Trần điểm trừ"),
                                .value = values.get("penalty_cap", number_text(framework.penalty_cap)),
                                .hint = tr(request, "Để trống: không giới hạn"),
                                .error = error_of(request, refusals, "penalty_cap"),
                                .inputmode = "decimal",
                                .narrow = true})});
    fields << radios({.name = "rank_on",
                      .label = tr(request, "Xếp hạng theo"),
                      .value = values.get(
                          "rank_on", framework.rank_on == Framework::RankOn::Rounded ? "rounded" : "exact")},
                     {{.value = "rounded", .text = tr(request, "Chỉ số đã làm tròn, như khi công bố")},
                      {.value = "exact", .text = tr(request, "Chỉ số chưa làm tròn")}});
    fields << input({.name = "ties",
                     .label = tr(request, "Khi bằng điểm, xét lần lượt các cột"),
                     .value = values.get("ties", base::join(framework.ties, "; ")),
                     .hint = tr(request, "Ghi đúng tên cột trong bảng, cách nhau bằng dấu chấm phẩy. Để "
                                         "trống: đồng hạng, bỏ hạng kế tiếp."),
                     .error = error_of(request, refusals, "ties")});
    return fields;
}

Html band_fields(const Request& request, const Values& values, const Framework& framework,
                 std::span<const base::Error> refusals)
{
    Table table(tr(request, "Mức xếp loại"), {{.heading = tr(request, "Tên mức"), .phone = Phone::Line},
                                              {.heading = tr(request, "Từ (điểm)")}});
    table.fields();
    for (std::size_t i = 0; i < band_lines; ++i) {
        const auto number = std::to_string(i + 1);
        const auto* band = i < framework.bands.size() ? &framework.bands[i] : nullptr;
        table.row({input({.name = "band_name_" + number,
                          .label = tr(request, "Tên mức {}", {number}),
                          .value = values.get("band_name_" + number, band ? band->name : ""),
                          .error = error_of(request, refusals, "band_name_" + number),
                          .label_hidden = true}),
                   input({.name = "band_from_" + number,
                          .label = tr(request, "Mức {} bắt đầu từ", {number}),
                          .value = values.get("band_from_" + number, band ? number_text(band->from) : ""),
                          .error = error_of(request, refusals, "band_from_" + number),
                          .inputmode = "decimal",
                          .label_hidden = true,
                          .narrow = true})});
    }
    return table.html();
}

Html versions_of(const Request& request, const app::FrameworkDraft& draft)
{
    if (draft.versions.empty()) return {};
    std::vector<Event> events;
    for (const auto& version : draft.versions) {
        Event event;
        event.text << "<b>" << tr(request, "Phiên bản {}", {std::to_string(version.version)}) << "</b> · "
                   << rule_words(request, version.framework) << " · "
                   << band_words(request, version.framework);
        if (!version.criteria.empty()) event.text << " · " << version.criteria;
        event.when = version.saved_by_name + ", " + version.saved_at.vietnamese() +
                     (version.used ? " · " + tr(request, "đã dùng khi công bố") : "");
        event.tone = version.used ? Tone::Ok : Tone::Neutral;
        events.push_back(std::move(event));
    }
    return card({.title = tr(request, "Các phiên bản")}, timeline(request, events));
}

void read_number(const Request& request, const char* name, std::optional<Decimal>& number,
                 std::vector<base::Error>& faults)
{
    const auto text = request.form_value(name);
    if (base::tidy(text).empty()) return;
    number = number_of(text);
    if (!number) faults.push_back(base::invalid({"“{}” không phải là số.", {std::string(text)}}, name));
}

void read_bands(const Request& request, FrameworkForm& form)
{
    for (std::size_t i = 1; i <= band_lines; ++i) {
        const auto name = base::tidy(request.form_value("band_name_" + std::to_string(i)));
        const auto from = base::tidy(request.form_value("band_from_" + std::to_string(i)));
        if (name.empty() && from.empty()) continue;
        const auto number = number_of(from);
        if (!number)
            form.faults.push_back(base::invalid("Hãy ghi mức này bắt đầu từ bao nhiêu điểm.",
                                                "band_from_" + std::to_string(i)));
        form.change.framework.bands.push_back({name, number.value_or(Decimal())});
    }
}

}  // namespace

std::string framework_address(domain::PeerGroupId group, int year)
{
    return "/frameworks/" + group.text() + "/" + std::to_string(year);
}

Html frameworks_content(const Request& request, int year, const std::vector<int>& years,
                        const std::vector<FrameworkLine>& lines)
{
    std::vector<View> views;
    for (const int each : years)
        views.push_back({.text = std::to_string(each),
                         .address = "/frameworks?nam=" + std::to_string(each),
                         .current = each == year});
    if (lines.empty())
        return card(
            {}, empty_state(tr(request, "Chưa có khối nào"),
                            tr(request, "Tạo các khối và xếp đơn vị vào khối trước khi đặt cách chấm điểm."),
                            button_link("/groups", tr(request, "Tạo khối"), Look::Primary)));
    Table table(tr(request, "Cách chấm điểm năm {}", {std::to_string(year)}),
                {{.heading = tr(request, "Khối"), .phone = Phone::Title},
                 {.heading = tr(request, "Cách tính"), .phone = Phone::Block},
                 {.heading = tr(request, "Xếp loại"), .phone = Phone::Block},
                 {.heading = tr(request, "Tình trạng")},
                 {.heading = tr(request, "Việc"), .phone = Phone::Plain, .hidden_heading = true}});
    const bool may = request.may(rights::Permission::ManageUnits);
    for (const auto& line : lines) {
        const auto& stored = line.draft.stored;
        Html status;
        if (stored.version > 0)
            status << state(Tone::Ok, tr(request, "phiên bản {}", {std::to_string(stored.version)}));
        else if (line.draft.copied_from_year)
            status << state(Tone::Warn, tr(request, "chưa lưu; gợi ý theo năm {}",
                                           {std::to_string(*line.draft.copied_from_year)}));
        else
            status << state(Tone::Warn, tr(request, "chưa đặt"));
        Html rules = Html::text(rule_words(request, stored.framework));
        if (!stored.criteria.empty()) rules << "<br>" << muted(stored.criteria);
        table.row(
            {link(framework_address(line.group.id, year), line.group.name), rules,
             band_words(request, stored.framework), status,
             may ? button_link(framework_address(line.group.id, year),
                               stored.version > 0 ? tr(request, "Sửa") : tr(request, "Đặt cách chấm điểm"),
                               Look::Outline)
                 : Html()});
    }
    Html html;
    html << saved_notice(request)
         << card({.title = tr(request, "Theo từng khối"),
                  .right = views.empty() ? Html() : view_switch(tr(request, "Năm"), views),
                  .padded = false},
                 table.html());
    return html;
}

Html framework_content(const Request& request, const domain::PeerGroup& group, int year,
                       const app::FrameworkDraft& draft, std::span<const base::Error> refusals)
{
    const bool may = request.may(rights::Permission::ManageUnits);
    const Values values{request, !refusals.empty()};
    Html html = error_summary(request, refusals);
    if (draft.copied_from_year && refusals.empty())
        html << notice(Tone::Ask,
                       tr(request,
                          "Chưa lưu cho năm {}. Các giá trị dưới đây lấy từ năm {}; hãy xem lại rồi lưu.",
                          {std::to_string(year), std::to_string(*draft.copied_from_year)}));
    if (!may) {
        html << card(
            {.title = group.name},
            facts({{tr(request, "Cách tính"), Html::text(rule_words(request, draft.stored.framework))},
                   {tr(request, "Xếp loại"), Html::text(band_words(request, draft.stored.framework))}}));
        return html << versions_of(request, draft);
    }
    Html fields = hidden("seen_version", values.get("seen_version", std::to_string(draft.stored.version)));
    fields << card({.title = tr(request, "Cách tính chỉ số")},
                   rule_fields(request, values, draft.stored, refusals));
    Html bands;
    bands << "<p class=\"mut sm\">"
          << tr(request, "Mỗi mức tính từ điểm ghi ở đây trở lên, đến dưới mức trên nó. Để trống hết thì "
                         "không chia loại.")
          << "</p>" << band_fields(request, values, draft.stored.framework, refusals);
    fields << card({.title = tr(request, "Xếp loại")}, bands);
    fields << acts(
        Html::text(draft.stored.used
                       ? tr(request, "Phiên bản này đã dùng khi công bố; lưu thay đổi sẽ tạo phiên bản mới.")
                       : tr(request, "Kết quả đã công bố không bao giờ thay đổi theo.")),
        submit(tr(request, "Lưu cách chấm điểm")));
    html << form(request, framework_address(group.id, year), fields) << versions_of(request, draft);
    return html;
}

FrameworkForm framework_form(const Request& request, domain::PeerGroupId group, int year)
{
    FrameworkForm form;
    auto& change = form.change;
    change.group = group;
    change.year = year;
    change.seen_version =
        static_cast<int>(Request::positive_number(request.form_value("seen_version")).value_or(0));
    change.criteria = request.form_value("criteria");
    auto& framework = change.framework;
    framework.basis =
        request.form_value("basis") == "published" ? Framework::Basis::Published : Framework::Basis::Computed;
    framework.rank_on =
        request.form_value("rank_on") == "exact" ? Framework::RankOn::Exact : Framework::RankOn::Rounded;
    const auto decimals = request.form_value("decimals");
    framework.decimals =
        decimals.size() == 1 && decimals[0] >= '0' && decimals[0] <= '9' ? decimals[0] - '0' : -1;
    for (const auto& part : base::split(request.form_value("ties"), tie_separator[0]))
        if (auto name = base::tidy(part); !name.empty()) framework.ties.push_back(std::move(name));
    read_number(request, "bonus_cap", framework.bonus_cap, form.faults);
    read_number(request, "penalty_cap", framework.penalty_cap, form.faults);
    read_bands(request, form);
    if (form.faults.empty()) form.faults = app::framework_faults(change);
    return form;
}

}  // namespace web
