// The composer: each condition is a label, a sentence with inputs, and a button that takes it away.
#include "web/pages/criterion_words.h"
#include "web/pages/rule_parts.h"

namespace web {

using base::Html;

namespace {

class Composer {
public:
    explicit Composer(const RuleParts& parts) : parts_(parts) {}

    [[nodiscard]] Html html() const
    {
        Html fields;
        // Enter in a field tries the rules out; without this the first "Bỏ" would be pressed.
        fields
            << "<button class=\"visually-hidden\" type=\"submit\" name=\"lam\" value=\"thu\" tabindex=\"-1\">"
            << parts_.t("Thử nghiệm") << "</button>" << hidden("rule_set", parts_.form().rule_set)
            << hidden("seen", parts_.form().seen)
            << hidden("awards", std::to_string(parts_.form().awards.size()))
            << hidden("bands", std::to_string(parts_.form().bands.size()));
        fields << "<div class=\"two\"><div>" << name_card() << framework_card();
        for (std::size_t i = 0; i < parts_.form().awards.size(); ++i)
            fields << award_card(parts_, i);
        fields << add_award() << "</div><div class=\"aside\">"
               << trial_card(parts_.request, parts_.reference, parts_.page) << "</div></div>";
        fields << bar();
        return web::form(parts_.request, "/rule-sets/compose", fields, {.files = false, .id = "soan"});
    }

private:
    [[nodiscard]] Html name_card() const
    {
        Html fields;
        fields << input({.name = "name",
                         .label = parts_.t("Tên bộ quy tắc"),
                         .value = parts_.form().name,
                         .error = parts_.error("name"),
                         .required = true,
                         .autocomplete = "off"})
               << input({.name = "year",
                         .label = parts_.t("Năm của kết quả"),
                         .value = parts_.form().year,
                         .error = parts_.error("year"),
                         .required = true,
                         .autocomplete = "off",
                         .inputmode = "numeric",
                         .narrow = true});
        return card({.title = parts_.t("Bộ quy tắc")}, fields);
    }

    [[nodiscard]] Html framework_card() const
    {
        Html list;
        list << "<ul class=\"conds\">" << basis_line() << ties_line() << caps_line() << bands_line()
             << exclusions_line() << "</ul>";
        return card({.title = parts_.t("Cách tính và loại trừ"),
                     .note = parts_.t("loại trừ chỉ áp dụng khi xét tập thể"),
                     .id = "cach-tinh",
                     .padded = false},
                    list);
    }

    [[nodiscard]] Html basis_line() const
    {
        Html sentence;
        sentence << "<span>" << parts_.t("Dùng") << "</span>"
                 << parts_.choice("basis", parts_.form().published_basis ? "published" : "computed",
                                  parts_.t("Nguồn chỉ số"),
                                  {{"computed", parts_.t("chỉ số tính lại")},
                                   {"published", parts_.t("chỉ số in trong bảng")}})
                 << "<span>" << parts_.t("làm tròn đến") << "</span>"
                 << parts_.box("decimals", parts_.form().decimals, parts_.t("Số chữ số lẻ")) << "<span>"
                 << parts_.t("số lẻ, xếp hạng theo") << "</span>"
                 << parts_.choice(
                        "rank_on", parts_.form().exact ? "exact" : "rounded",
                        parts_.t("Xếp hạng theo số nào"),
                        {{"rounded", parts_.t("số đã làm tròn")}, {"exact", parts_.t("số chưa làm tròn")}});
        return RuleParts::line(parts_.t("Điểm"), sentence, {}, false);
    }

    [[nodiscard]] Html ties_line() const
    {
        Html sentence;
        sentence << "<span>" << parts_.t("cùng hạng, hạng kế tiếp bỏ trống; hoặc xét lần lượt theo điểm phần")
                 << "</span>"
                 << "<div class=\"wide\">"
                 << input({.name = "ties",
                           .label = parts_.t("Tên các phần, cách nhau bằng dấu chấm phẩy"),
                           .value = parts_.form().ties,
                           .error = parts_.error("ties"),
                           .autocomplete = "off",
                           .label_hidden = true,
                           .placeholder = parts_.t("ví dụ: Điều tra xã hội học; Thẩm định")})
                 << "</div>";
        return RuleParts::line(parts_.t("Đồng điểm"), sentence, {}, false);
    }

    [[nodiscard]] Html caps_line() const
    {
        Html sentence;
        sentence << "<span>" << parts_.t("điểm thưởng nhiều nhất") << "</span>"
                 << parts_.box("bonus_cap", parts_.form().bonus_cap, parts_.t("Trần điểm thưởng")) << "<span>"
                 << parts_.t("điểm trừ nhiều nhất") << "</span>"
                 << parts_.box("penalty_cap", parts_.form().penalty_cap, parts_.t("Trần điểm trừ"))
                 << "<span>" << parts_.t("(để trống: không giới hạn)") << "</span>";
        return RuleParts::line(parts_.t("Thưởng, trừ"), sentence, {}, false);
    }

    [[nodiscard]] Html bands_line() const
    {
        Html sentence;
        for (std::size_t i = 0; i < parts_.form().bands.size(); ++i) {
            const std::string at = "b" + std::to_string(i);
            const auto& band = parts_.form().bands[i];
            sentence << "<span class=\"pair\"><span class=\"text\">"
                     << input({.name = at + ".name",
                               .label = parts_.t("Tên mức {}", {std::to_string(i + 1)}),
                               .value = band.name,
                               .error = parts_.error(at + ".name"),
                               .autocomplete = "off",
                               .label_hidden = true})
                     << "</span><span>" << parts_.t("từ") << "</span>"
                     << parts_.box(at + ".from", band.from,
                                   parts_.t("Ngưỡng của mức {}", {std::to_string(i + 1)}))
                     << parts_.remove("bo-xep-loai:" + std::to_string(i), band.name, "cach-tinh")
                     << "</span>";
        }
        if (parts_.form().bands.empty()) sentence << "<span>" << parts_.t("không xếp loại") << "</span>";
        sentence << parts_.add("them-xep-loai", parts_.t("Thêm mức"), {}, "cach-tinh");
        return RuleParts::line(parts_.t("Xếp loại"), sentence, {}, false);
    }

    [[nodiscard]] Html exclusions_line() const
    {
        Html sentence;
        sentence << checkbox("exclude_unranked", "1", parts_.t("đơn vị không xếp hạng"),
                             parts_.form().exclude_unranked)
                 << checkbox("exclude_last_place", "1", parts_.t("đơn vị cuối khối"),
                             parts_.form().exclude_last_place)
                 << checkbox("one_award", "1", parts_.t("đơn vị đã được hình thức xét trước"),
                             parts_.form().one_award);
        return RuleParts::line(parts_.t("Bỏ ra"), sentence, {}, false);
    }

    [[nodiscard]] Html add_award() const
    {
        std::vector<Option> options;
        for (const auto& kind : parts_.reference.awards)
            for (const auto subject : kind.recipients) {
                if (subject == domain::Subject::Household) continue;
                const bool individual = subject == domain::Subject::Individual;
                options.push_back({kind.code + (individual ? "/individual" : "/collective"),
                                   award_name(parts_.request, parts_.reference, kind.code,
                                              individual ? domain::RecipientKind::Individual
                                                         : domain::RecipientKind::Collective)});
            }
        Html html;
        html << "<div class=\"addrow\">"
             << select({.name = "new_award",
                        .label = parts_.t("Hình thức khen thưởng"),
                        .error = parts_.error("awards")},
                       options)
             << "<button class=\"btn btn-outline-primary\" type=\"submit\" name=\"lam\" value=\"them-muc\" "
                "formaction=\""
             << base::url("/rule-sets/compose#muc-" + std::to_string(parts_.form().awards.size() + 1))
             << "\">" << icon("plus-lg") << parts_.t("Thêm hình thức khen thưởng") << "</button></div>";
        return html;
    }

    [[nodiscard]] Html bar() const
    {
        const int next = parts_.page.saved ? parts_.page.versions.front().number + 1 : 1;
        Html message, buttons;
        message << "<strong>"
                << (!parts_.page.saved    ? parts_.t("Bộ quy tắc mới, chưa lưu.")
                    : parts_.page.changed ? parts_.t("Có thay đổi chưa lưu so với bản {}.",
                                                     {std::to_string(parts_.page.saved->number)})
                                          : parts_.t("Đang xem bản {}, chưa đổi gì.",
                                                     {std::to_string(parts_.page.saved->number)}))
                << "</strong><small>" << parts_.t("Kết quả đề xuất chỉ đổi khi chạy lại với bản mới.")
                << "</small>";
        buttons << submit({.text = parts_.page.saved ? parts_.t("Lưu thành bản {}", {std::to_string(next)})
                                                     : parts_.t("Lưu bộ quy tắc"),
                           .icon = "save",
                           .action = "/rule-sets"})
                << submit({.text = parts_.t("Thử nghiệm"),
                           .look = Look::Outline,
                           .icon = "bar-chart-line",
                           .name = "lam",
                           .value = "thu"});
        if (parts_.page.saved && parts_.page.changed)
            buttons << button_link(rule_set_address(parts_.page.saved->rule_set), parts_.t("Bỏ thay đổi"),
                                   Look::Quiet);
        return acts(message, buttons);
    }

    const RuleParts& parts_;
};

}  // namespace

Html composer_content(const Request& request, const domain::Reference& reference, const ComposerPage& page)
{
    Html html;
    if (!page.errors.empty()) html << error_summary(request, page.errors);
    if (!page.notice.empty()) html << notice(Tone::Ok, page.notice);
    const RuleParts parts(request, reference, page);
    html << Composer(parts).html();
    if (page.saved) html << versions_card(request, page);
    Html file;
    file << file_form(request, page.form.rule_set, page.form.seen);
    html << card(
        {.title = tr(request, "Nhập từ tệp JSON"), .note = tr(request, "cùng định dạng với tệp tải về")},
        file);
    return html;
}

}  // namespace web
