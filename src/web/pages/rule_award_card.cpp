// One award of the composer: conditions in sentences, limits, legal ground.
#include "rules/judgement.h"
#include "web/pages/criterion_words.h"
#include "web/pages/rule_parts.h"

#include <algorithm>

namespace web {

using base::Html;

namespace {

class AwardCard {
public:
    explicit AwardCard(const RuleParts& parts) : parts_(parts) {}

    [[nodiscard]] Html html(std::size_t award) const
    {
        const auto& rule = parts_.form().awards[award];
        const auto kind =
            rule.individual ? domain::RecipientKind::Individual : domain::RecipientKind::Collective;
        const std::string name = award_name(parts_.request, parts_.reference, rule.award, kind);
        const std::string whose = name + ": ";
        const std::string at = "a" + std::to_string(award);
        const std::string anchor = "muc-" + std::to_string(award + 1);
        Html html;
        html << "<section class=\"card2 award\" id=\"" << anchor << "\" aria-labelledby=\"" << anchor
             << "-ten\"><div class=\"hd\"><span class=\"no\" aria-hidden=\"true\">" << award + 1
             << "</span><h2 id=\"" << anchor << "-ten\">" << name << "</h2><span class=\"hd-acts\">";
        if (const auto note = count_note(award); !note.empty()) html << tag(Tone::Neutral, note);
        if (award > 0) html << move_up(award, name);
        html << parts_.remove("bo-muc:" + std::to_string(award), name, "soan") << "</span></div>"
             << hidden(at + ".award", rule.award)
             << hidden(at + ".kind", rule.individual ? "individual" : "collective")
             << hidden(at + ".n", std::to_string(rule.all.size())) << "<ul class=\"conds\">";
        if (rule.individual) html << share_line(award, whose);
        for (std::size_t i = 0; i < rule.all.size(); ++i)
            html << condition_line(award, i, whose);
        html << quota_line(award, whose);
        if (!rule.individual) html << fill_line(award, whose);
        html << "<li><span class=\"kw\">" << parts_.t("Thêm") << "</span><div class=\"ct\">"
             << parts_.choice(at + ".new", rule.individual ? "floor" : "place",
                              whose + parts_.t("loại điều kiện thêm vào"), condition_types(false))
             << parts_.add("them:" + std::to_string(award), parts_.t("Thêm điều kiện"), whose, anchor)
             << "</div></li></ul>";
        html << ground_block(award, whose) << "</section>";
        return html;
    }

private:
    // The same condition of the saved version, to show what it was.
    [[nodiscard]] const ConditionForm* saved_condition(std::size_t award, std::size_t at) const
    {
        if (!parts_.saved || award >= parts_.saved->awards.size() ||
            at >= parts_.saved->awards[award].all.size())
            return nullptr;
        const auto& now = parts_.form().awards[award];
        const auto& before = parts_.saved->awards[award];
        if (before.award != now.award || before.individual != now.individual) return nullptr;
        return before.all[at].type == now.all[at].type ? &before.all[at] : nullptr;
    }

    [[nodiscard]] Html condition_sentence(const ConditionForm& condition, const std::string& at,
                                          const std::string& whose) const
    {
        Html html;
        html << hidden(at + ".type", condition.type);
        if (condition.type == "place") {
            html << "<span>" << parts_.t("từ") << "</span>"
                 << parts_.box(at + ".a", condition.a, whose + parts_.t("hạng từ")) << "<span>"
                 << parts_.t("đến") << "</span>"
                 << parts_.box(at + ".b", condition.b, whose + parts_.t("hạng đến")) << "<span>"
                 << parts_.t("trong mỗi khối") << "</span>";
        } else if (condition.type == "floor") {
            html << "<span>" << parts_.t("chỉ số từ") << "</span>"
                 << parts_.box(at + ".a", condition.a, whose + parts_.t("điểm từ")) << "<span>"
                 << parts_.t("điểm trở lên") << "</span>";
        } else if (condition.type == "band") {
            html << "<span>" << parts_.t("từ mức") << "</span>"
                 << parts_.choice(at + ".a", condition.a, whose + parts_.t("mức xếp loại"),
                                  band_options(condition.a))
                 << "<span>" << parts_.t("trở lên") << "</span>";
        } else if (condition.type == "rise_points") {
            html << "<span>" << parts_.t("tăng từ") << "</span>"
                 << parts_.box(at + ".a", condition.a, whose + parts_.t("tăng từ")) << "<span>"
                 << parts_.t("điểm so với năm trước") << "</span>";
        } else if (condition.type == "rise_places") {
            html << "<span>" << parts_.t("tăng từ") << "</span>"
                 << parts_.box(at + ".a", condition.a, whose + parts_.t("tăng từ")) << "<span>"
                 << parts_.t("bậc so với năm trước") << "</span>";
        }
        return html;
    }

    [[nodiscard]] std::vector<Option> band_options(const std::string& chosen) const
    {
        std::vector<Option> options = {{"", parts_.t("chọn mức")}};
        for (const auto& band : parts_.form().bands)
            options.push_back({band.name, band.name});
        const bool known = std::any_of(options.begin(), options.end(),
                                       [&](const auto& option) { return option.value == chosen; });
        if (!known) options.push_back({chosen, chosen});
        return options;
    }

    [[nodiscard]] std::string condition_word(const std::string& type) const
    {
        if (type == "place") return parts_.t("Hạng");
        if (type == "floor") return parts_.t("Điểm");
        if (type == "band") return parts_.t("Xếp loại");
        if (type == "any") return parts_.t("Một trong");
        return parts_.t("Tiến bộ");
    }

    [[nodiscard]] std::vector<Option> condition_types(bool nested) const
    {
        std::vector<Option> types = {{"place", parts_.t("hạng trong khối")},
                                     {"floor", parts_.t("điểm tối thiểu")},
                                     {"band", parts_.t("mức xếp loại")},
                                     {"rise_points", parts_.t("tăng điểm")},
                                     {"rise_places", parts_.t("tăng hạng")}};
        if (!nested) types.push_back({"any", parts_.t("một trong nhiều điều kiện")});
        return types;
    }

    [[nodiscard]] Html any_sentence(std::size_t award, std::size_t at, const std::string& whose) const
    {
        const auto& condition = parts_.form().awards[award].all[at];
        const std::string base = "a" + std::to_string(award) + ".c" + std::to_string(at);
        const std::string path = std::to_string(award) + ":" + std::to_string(at);
        const std::string anchor = "muc-" + std::to_string(award + 1);
        Html html;
        html << hidden(base + ".type", "any") << hidden(base + ".n", std::to_string(condition.any.size()))
             << "<ul class=\"alternatives\">";
        for (std::size_t i = 0; i < condition.any.size(); ++i) {
            const auto& one = condition.any[i];
            html << "<li><span class=\"kw\">" << condition_word(one.type) << "</span><div class=\"ct\">"
                 << condition_sentence(one, base + ".m" + std::to_string(i),
                                       whose + parts_.t("lựa chọn {}", {std::to_string(i + 1)}) + ", ")
                 << "</div>"
                 << parts_.remove("bo:" + path + ":" + std::to_string(i), condition_word(one.type), anchor)
                 << "</li>";
        }
        html << "</ul>";
        if (const auto message = parts_.error(base + ".n"); !message.empty())
            html << "<p class=\"ferr\">" << message << "</p>";
        html << parts_.choice(base + ".new", "floor", whose + parts_.t("loại điều kiện thêm vào"),
                              condition_types(true))
             << parts_.add("them:" + path, parts_.t("Thêm lựa chọn"), whose, anchor);
        return html;
    }

    [[nodiscard]] static std::string in_words(const ConditionForm& condition)
    {
        if (condition.type != "place" || condition.a == condition.b) return condition.a;
        return condition.a + "–" + condition.b;
    }

    [[nodiscard]] Html condition_line(std::size_t award, std::size_t at, const std::string& whose) const
    {
        const auto& condition = parts_.form().awards[award].all[at];
        const std::string base = "a" + std::to_string(award) + ".c" + std::to_string(at);
        const auto* before = saved_condition(award, at);
        const bool changed = before && (before->a != condition.a || before->b != condition.b);
        Html sentence = condition.type == "any" ? any_sentence(award, at, whose)
                                                : condition_sentence(condition, base, whose);
        if (changed) sentence << parts_.was(in_words(*before));
        return RuleParts::line(condition_word(condition.type), sentence,
                               parts_.remove("bo:" + std::to_string(award) + ":" + std::to_string(at),
                                             condition_word(condition.type),
                                             "muc-" + std::to_string(award + 1)),
                               changed);
    }

    [[nodiscard]] Html quota_line(std::size_t award, const std::string& whose) const
    {
        const auto& rule = parts_.form().awards[award];
        const std::string at = "a" + std::to_string(award);
        Html sentence;
        sentence << "<span class=\"pair\"><span>" << parts_.t("không quá") << "</span>"
                 << parts_.box(at + ".per_group", rule.per_group, whose + parts_.t("nhiều nhất mỗi khối"))
                 << "<span>" << parts_.t("mỗi khối,") << "</span></span><span class=\"pair\">"
                 << parts_.box(at + ".total", rule.total, whose + parts_.t("nhiều nhất toàn tỉnh"))
                 << "<span>" << parts_.t("toàn tỉnh,") << "</span></span><span class=\"pair\">"
                 << parts_.box(at + ".percent", rule.percent,
                               whose + parts_.t("nhiều nhất bao nhiêu phần trăm đơn vị"))
                 << "<span>" << parts_.t("% đơn vị được xếp hạng") << "</span></span><span>"
                 << parts_.t("(để trống: không giới hạn)") << "</span>";
        const auto* before = saved_award(award);
        const bool changed = before && (before->per_group != rule.per_group || before->total != rule.total ||
                                        before->percent != rule.percent);
        return RuleParts::line(parts_.t("Số lượng"), sentence, {}, changed);
    }

    [[nodiscard]] const AwardForm* saved_award(std::size_t award) const
    {
        if (!parts_.saved || award >= parts_.saved->awards.size()) return nullptr;
        const auto& before = parts_.saved->awards[award];
        const auto& now = parts_.form().awards[award];
        return before.award == now.award && before.individual == now.individual ? &before : nullptr;
    }

    [[nodiscard]] Html fill_line(std::size_t award, const std::string& whose) const
    {
        Html sentence;
        sentence << parts_.choice("a" + std::to_string(award) + ".fill",
                                  parts_.form().awards[award].fill ? "1" : "0",
                                  whose + parts_.t("khi không đủ đơn vị đạt"),
                                  {{"0", parts_.t("để trống")}, {"1", parts_.t("lấy hạng kế tiếp")}})
                 << "<span>"
                 << (parts_.form().awards[award].fill
                         ? parts_.t("hạng kế tiếp đạt các điều kiện khác được đưa lên")
                         : parts_.t("không ai được đưa lên thay"))
                 << "</span>";
        return RuleParts::line(parts_.t("Khi thiếu"), sentence, {}, false);
    }

    [[nodiscard]] Html share_line(std::size_t award, const std::string& whose) const
    {
        const auto& rule = parts_.form().awards[award];
        const std::string at = "a" + std::to_string(award);
        Html sentence;
        sentence << "<span>" << parts_.t("mỗi") << "</span>"
                 << parts_.choice(at + ".per", rule.rewarded ? "rewarded" : "assessed",
                                  whose + parts_.t("tính suất theo"),
                                  {{"assessed", parts_.t("đơn vị được chấm điểm")},
                                   {"rewarded", parts_.t("đơn vị được khen")}})
                 << "<span>" << parts_.t("được") << "</span>"
                 << parts_.box(at + ".count", rule.count, whose + parts_.t("số người")) << "<span>"
                 << parts_.t("người") << "</span>";
        return RuleParts::line(parts_.t("Suất"), sentence, {}, false);
    }

    [[nodiscard]] Html ground_block(std::size_t award, const std::string& whose) const
    {
        const auto& rule = parts_.form().awards[award];
        const std::string field = "a" + std::to_string(award) + ".ground";
        domain::AwardRule asked;
        asked.award = rule.award;
        const bool missing = rules::is_flag(asked) && rule.ground.empty();
        Html html;
        html << (missing ? Html("<div class=\"ground miss\">") : Html("<div class=\"ground have\">"))
             << icon(missing               ? "exclamation-triangle-fill"
                     : rule.ground.empty() ? "info-circle-fill"
                                           : "check-circle-fill")
             << "<div class=\"grow\">";
        if (missing)
            html << "<p><strong>" << parts_.t("Chưa gắn căn cứ.") << "</strong> "
                 << parts_.t("Cờ thi đua cần văn bản chia cụm, khối thi đua do tỉnh tổ chức ({}). Vẫn chạy "
                             "được, nhưng từng "
                             "đề xuất sẽ mang cảnh báo này.",
                             {rules::flag_article(parts_.page.rules.year)})
                 << "</p>";
        html << input({.name = field,
                       .label = parts_.t("Căn cứ khen thưởng"),
                       .value = rule.ground,
                       .hint = missing ? parts_.t("Số, ngày và tên văn bản") : std::string(),
                       .error = parts_.error(field),
                       .autocomplete = "off",
                       .id = field})
             << hidden_text(whose) << "</div></div>";
        return html;
    }

    [[nodiscard]] std::string count_note(std::size_t award) const
    {
        if (!parts_.page.trial) return {};
        const auto& rule = parts_.form().awards[award];
        const auto kind =
            rule.individual ? domain::RecipientKind::Individual : domain::RecipientKind::Collective;
        for (const auto& count : parts_.page.trial->counts) {
            if (count.award != rule.award || count.kind != kind) continue;
            if (!parts_.page.trial->saved) return parts_.t("thử {}", {std::to_string(count.after)});
            if (count.before == count.after) return parts_.t("{}, không đổi", {std::to_string(count.after)});
            return parts_.t("hiện tại {} → thử {}",
                            {std::to_string(count.before), std::to_string(count.after)});
        }
        return {};
    }

    [[nodiscard]] Html move_up(std::size_t award, const std::string& name) const
    {
        Html html;
        html << "<button class=\"btn btn-quiet btn-sm2\" type=\"submit\" name=\"lam\" value=\"len:" << award
             << "\" formaction=\"" << base::url("/rule-sets/compose#muc-" + std::to_string(award)) << "\">"
             << parts_.t("Xét trước") << hidden_text(" " + name) << "</button>";
        return html;
    }

    const RuleParts& parts_;
};

}  // namespace

Html award_card(const RuleParts& parts, std::size_t award)
{
    return AwardCard(parts).html(award);
}

}  // namespace web
