#include "web/table.h"

namespace web {
namespace {

using base::Html;

base::Literal align_class(Align align)
{
    switch (align) {
    case Align::Right:
        return " num";
    case Align::Center:
        return " c";
    case Align::Left:
        break;
    }
    return "";
}

base::Literal phone_class(Phone phone)
{
    switch (phone) {
    case Phone::Title:
        return " p-title";
    case Phone::Rank:
        return " p-rank";
    case Phone::Corner:
        return " p-corner";
    case Phone::Block:
        return " p-block";
    case Phone::Plain:
        return " p-plain";
    case Phone::Hidden:
        return " p-none";
    case Phone::Line:
        break;
    }
    return "";
}

base::Literal mark_class(const std::optional<Tone>& mark)
{
    if (!mark) return "";
    switch (*mark) {
    case Tone::Error:
        return " bad-e";
    case Tone::Warn:
        return " bad-w";
    case Tone::Ask:
        return " bad-a";
    case Tone::Ok:
    case Tone::Neutral:
        break;
    }
    return "";
}

base::Literal row_class(RowKind kind)
{
    switch (kind) {
    case RowKind::Selected:
        return "sel";
    case RowKind::Struck:
        return "out";
    case RowKind::Omitted:
        return "omit";
    case RowKind::Changed:
        return "chg";
    case RowKind::Later:
        return "later";
    case RowKind::Plain:
        break;
    }
    return "";
}

void heading(Html& html, const Column& column)
{
    html << "<th scope=\"col\" role=\"columnheader\" class=\"h" << align_class(column.align) << "\"";
    if (column.sorted == Column::Sorted::Ascending) html << " aria-sort=\"ascending\"";
    if (column.sorted == Column::Sorted::Descending) html << " aria-sort=\"descending\"";
    html << ">";
    if (column.hidden_heading) {
        html << hidden_text(column.heading);
    } else if (!column.sort_address.empty()) {
        html << link(column.sort_address, column.heading);
    } else {
        html << column.heading;
    }
    if (!column.under.empty()) html << "<span class=\"col\">" << column.under << "</span>";
    html << "</th>";
}

void cells_of(Html& html, const std::vector<Column>& columns, const std::vector<Cell>& cells)
{
    for (std::size_t i = 0; i < columns.size(); ++i) {
        static const Cell none;
        const Cell& cell = i < cells.size() ? cells[i] : none;
        const Column& column = columns[i];
        html << "<td role=\"cell\" class=\"d" << align_class(column.align) << phone_class(column.phone)
             << mark_class(cell.mark);
        if (cell.content.empty()) html << " p-empty";
        html << "\" data-l=\"" << column.heading << "\">" << cell.content << "</td>";
    }
}

}  // namespace

Table& Table::dense()
{
    dense_ = true;
    return *this;
}

Table& Table::fields()
{
    fields_ = true;
    return *this;
}

Table& Table::caption_shown()
{
    caption_shown_ = true;
    return *this;
}

Table& Table::row(std::vector<Cell> cells, RowKind kind, std::string_view id)
{
    ++rows_;
    body_ << "<tr role=\"row\" class=\"" << row_class(kind) << "\"";
    if (!id.empty()) body_ << " id=\"" << id << "\"";
    body_ << ">";
    cells_of(body_, columns_, cells);
    body_ << "</tr>";
    return *this;
}

Table& Table::group(const Html& heading)
{
    body_ << "<tr role=\"row\" class=\"grp\"><th role=\"rowheader\" scope=\"rowgroup\" colspan=\""
          << columns_.size() << "\">" << heading << "</th></tr>";
    return *this;
}

Table& Table::note(const Html& text)
{
    body_ << "<tr role=\"row\" class=\"more\"><td role=\"cell\" class=\"p-plain\" colspan=\""
          << columns_.size() << "\">" << text << "</td></tr>";
    return *this;
}

Table& Table::total(std::vector<Cell> cells)
{
    foot_ << "<tr role=\"row\" class=\"sum\">";
    cells_of(foot_, columns_, cells);
    foot_ << "</tr>";
    return *this;
}

Html Table::html() const
{
    Html html;
    // A wide table scrolls inside its box, which therefore must be reachable by keyboard.
    html << "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"" << caption_
         << "\"><table role=\"table\" class=\"rk" << (dense_ ? base::Literal(" d") : base::Literal(""))
         << (fields_ ? base::Literal(" fill") : base::Literal("")) << "\"><caption"
         << (caption_shown_ ? base::Literal(">") : base::Literal(" class=\"visually-hidden\">")) << caption_
         << "</caption><thead role=\"rowgroup\"><tr role=\"row\">";
    for (const auto& column : columns_)
        heading(html, column);
    html << "</tr></thead><tbody role=\"rowgroup\">" << body_ << "</tbody>";
    if (!foot_.empty()) html << "<tfoot role=\"rowgroup\">" << foot_ << "</tfoot>";
    html << "</table></div>";
    return html;
}

}  // namespace web
