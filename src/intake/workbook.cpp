#include "intake/workbook.h"

#include "intake/refusal.h"
#include "intake/xml_stream.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>

namespace intake {
namespace {

constexpr std::size_t longest_string = 32767;
constexpr std::size_t most_string_bytes = 64U << 20;
constexpr std::size_t most_styles = 100'000;
constexpr std::size_t most_sheets = 200;

int whole_number(std::string_view text, int otherwise)
{
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size() ? value : otherwise;
}

bool truth(std::string_view text)
{
    return text == "1" || text == "true" || text == "on";
}

// "../styles.xml" and "/xl/styles.xml" as seen from a part in `folder`.
std::string resolved(std::string_view folder, std::string_view target)
{
    std::string joined =
        target.starts_with('/') ? std::string(target.substr(1)) : std::string(folder) + std::string(target);
    std::vector<std::string> steps;
    std::size_t from = 0;
    while (from <= joined.size()) {
        const auto slash = std::min(joined.find('/', from), joined.size());
        const auto step = joined.substr(from, slash - from);
        if (step == "..") {
            if (!steps.empty()) steps.pop_back();
        } else if (!step.empty() && step != ".") {
            steps.push_back(step);
        }
        from = slash + 1;
    }
    std::string path;
    for (const auto& step : steps)
        path += (path.empty() ? "" : "/") + step;
    return path;
}

struct Relationship {
    std::string type;  // the last word: "worksheet"
    std::string target;
};

class Relationships final : public XmlStream {
public:
    std::map<std::string, Relationship, std::less<>> by_id;

    [[nodiscard]] const Relationship* of_type(std::string_view type) const
    {
        for (const auto& [id, relationship] : by_id)
            if (relationship.type == type) return &relationship;
        return nullptr;
    }

protected:
    void start(std::string_view name, Attributes attributes) override
    {
        if (name != "Relationship" || by_id.size() > 5000) return;
        if (attribute(attributes, "TargetMode") == "External") return;
        const auto type = attribute(attributes, "Type").value_or("");
        by_id[std::string(attribute(attributes, "Id").value_or(""))] = {
            std::string(type.substr(type.rfind('/') + 1)),
            std::string(attribute(attributes, "Target").value_or(""))};
    }
    void end(std::string_view) override {}
};

class SheetList final : public XmlStream {
public:
    struct Entry {
        std::string name;
        std::string relationship;
        bool hidden = false;
    };
    std::vector<Entry> sheets;
    bool from_1904 = false;

protected:
    void start(std::string_view name, Attributes attributes) override
    {
        if (name == "workbookPr") from_1904 = truth(attribute(attributes, "date1904").value_or(""));
        if (name != "sheet") return;
        if (sheets.size() >= most_sheets) return refuse(sheet_too_large());
        const auto state = attribute(attributes, "state").value_or("visible");
        sheets.push_back({std::string(attribute(attributes, "name").value_or("")),
                          std::string(attribute(attributes, "id").value_or("")), state != "visible"});
    }
    void end(std::string_view) override {}
};

class Styles final : public XmlStream {
public:
    std::vector<NumberShown> shown;

protected:
    void start(std::string_view name, Attributes attributes) override
    {
        if (name == "numFmt") {
            formats_[whole_number(attribute(attributes, "numFmtId").value_or(""), -1)] =
                number_format(attribute(attributes, "formatCode").value_or(""));
        } else if (name == "cellXfs") {
            inside_ = true;
        } else if (name == "xf" && inside_) {
            if (shown.size() >= most_styles) return refuse(sheet_too_large());
            shown.push_back(of(whole_number(attribute(attributes, "numFmtId").value_or("0"), 0)));
        }
    }
    void end(std::string_view name) override
    {
        if (name == "cellXfs") inside_ = false;
    }

private:
    [[nodiscard]] NumberShown of(int id) const
    {
        if (const auto own = formats_.find(id); own != formats_.end()) return own->second;
        if (id == 9 || id == 10) return NumberShown::Percent;
        const bool date = (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) ||
                          (id >= 50 && id <= 58);
        return date ? NumberShown::Date : NumberShown::Plain;
    }

    std::map<int, NumberShown> formats_;
    bool inside_ = false;
};

base::Result<void> read_part(Archive& archive, std::string_view path, XmlStream& stream)
{
    auto part = archive.part(path);
    if (!part) return part.error();
    return stream.read(*part);
}

std::string folder_of(std::string_view path)
{
    const auto slash = path.rfind('/');
    return slash == std::string_view::npos ? "" : std::string(path.substr(0, slash + 1));
}

std::string relationships_of(std::string_view path)
{
    const auto folder = folder_of(path);
    return folder + "_rels/" + std::string(path.substr(folder.size())) + ".rels";
}

base::Result<std::string> main_part(Archive& archive)
{
    if (archive.has("_rels/.rels")) {
        Relationships roots;
        if (const auto done = read_part(archive, "_rels/.rels", roots); !done) return done.error();
        if (const auto* root = roots.of_type("officeDocument")) return resolved("", root->target);
    }
    if (archive.has("xl/workbook.xml")) return std::string("xl/workbook.xml");
    return damaged_file();
}

}  // namespace

class SharedStringsPart final : public XmlStream {
public:
    explicit SharedStringsPart(SharedStrings& strings) : strings_(strings) {}

protected:
    void start(std::string_view name, Attributes) override
    {
        if (name == "si") item_ = true;
        if (name == "rPh") ++phonetic_;
        if (name == "t") text_ = item_ && phonetic_ == 0;
    }
    void end(std::string_view name) override
    {
        if (name == "t") text_ = false;
        if (name == "rPh") --phonetic_;
        if (name != "si") return;
        item_ = false;
        const auto begin = strings_.ends_.empty() ? 0U : strings_.ends_.back();
        if (strings_.all_.size() - begin > longest_string || strings_.all_.size() > most_string_bytes)
            return refuse(sheet_too_large());
        strings_.ends_.push_back(static_cast<std::uint32_t>(strings_.all_.size()));
    }
    void text(std::string_view text) override
    {
        if (!text_) return;
        strings_.all_ += text;
        if (strings_.all_.size() > most_string_bytes + longest_string) refuse(sheet_too_large());
    }

private:
    SharedStrings& strings_;
    bool item_ = false;
    bool text_ = false;
    int phonetic_ = 0;
};

NumberShown number_format(std::string_view code)
{
    bool quoted = false;
    bool date = false;
    for (std::size_t i = 0; i < code.size(); ++i) {
        const char c = code[i];
        if (c == '"') {
            quoted = !quoted;
        } else if (quoted) {
            continue;
        } else if (c == '\\' || c == '_' || c == '*') {
            ++i;
        } else if (c == '[') {
            const auto close = code.find(']', i);
            if (close == std::string_view::npos) break;
            const auto inside = code.substr(i + 1, close - i - 1);
            date = date || inside == "h" || inside == "hh" || inside == "m" || inside == "mm" ||
                   inside == "s" || inside == "ss";
            i = close;
        } else if (c == '%') {
            return NumberShown::Percent;
        } else if (std::string_view("yYmMdDhHsS").find(c) != std::string_view::npos) {
            date = true;
        } else if (code.substr(i, 7) == "General") {
            i += 6;
        }
    }
    return date ? NumberShown::Date : NumberShown::Plain;
}

base::Result<Workbook> read_workbook(Archive& archive)
{
    const auto main = main_part(archive);
    if (!main) return main.error();
    SheetList list;
    if (const auto done = read_part(archive, *main, list); !done) return done.error();
    Relationships links;
    if (const auto path = relationships_of(*main); archive.has(path))
        if (const auto done = read_part(archive, path, links); !done) return done.error();

    Workbook workbook;
    workbook.from_1904 = list.from_1904;
    const auto folder = folder_of(*main);
    for (const auto& entry : list.sheets) {
        SheetPart part{entry.name, "", entry.hidden};
        const auto link = links.by_id.find(entry.relationship);
        if (link != links.by_id.end() && link->second.type == "worksheet")
            part.path = resolved(folder, link->second.target);
        workbook.sheets.push_back(std::move(part));
    }
    if (const auto* link = links.of_type("sharedStrings")) {
        SharedStringsPart strings(workbook.strings);
        if (const auto done = read_part(archive, resolved(folder, link->target), strings); !done)
            return done.error();
    }
    if (const auto* link = links.of_type("styles")) {
        Styles styles;
        if (const auto done = read_part(archive, resolved(folder, link->target), styles); !done)
            return done.error();
        workbook.styles = std::move(styles.shown);
    }
    return workbook;
}

}  // namespace intake
