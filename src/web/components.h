// The one set of parts that pages are made of. Each gives finished Html; texts given to it are plain and get escaped.
// Colour never speaks alone: every tone has its own shape or word. Form parts live in web/forms.h, tables in web/table.h.
#pragma once

#include "base/decimal.h"
#include "base/html.h"
#include "web/http.h"

#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace web {

// Ask is "not known yet" (blue): it warns and never excludes.
enum class Tone { Ok, Error, Warn, Ask, Neutral };

// A picture from the sprite (src/web/assets/icons.txt), hidden from screen readers.
[[nodiscard]] base::Html icon(std::string_view name);

// A short state word in a coloured frame with the tone's shape: tag(Tone::Ok, tr(request, "Đạt")).
[[nodiscard]] base::Html tag(Tone tone, std::string_view text);
// A band name; `level` 1 is the best (green), then blue, yellow, orange.
[[nodiscard]] base::Html band(std::string_view name, int level);
// A state with a dot: "● Chờ duyệt".
[[nodiscard]] base::Html state(Tone tone, std::string_view text);
// "▲ 2,44" with a hidden "tăng"; nothing (a dash) when there is no earlier value.
[[nodiscard]] base::Html delta(const Request& request, const std::optional<base::Decimal>& change,
                               int decimals);
// "▲ 3 bậc", "▼ 1 bậc", "giữ hạng"; positive rose.
[[nodiscard]] base::Html place_delta(const Request& request, std::optional<int> change);
// The place; gold ring for the first three.
[[nodiscard]] base::Html rank_circle(int place);
// A bar of `value` out of 100 under a score.
[[nodiscard]] base::Html meter(const base::Decimal& value, const base::Decimal& maximum);
// Muted smaller text; a dash for "nothing here".
[[nodiscard]] base::Html muted(std::string_view text);
[[nodiscard]] base::Html dash();
// Only for screen readers.
[[nodiscard]] base::Html hidden_text(std::string_view text);
[[nodiscard]] base::Html link(std::string_view address, std::string_view text);
// Link to a file made for the reader: icon, text, kind ("PDF", "Excel").
[[nodiscard]] base::Html download(std::string_view address, std::string_view text, std::string_view kind);

enum class Look { Primary, Outline, Quiet, Danger };
[[nodiscard]] base::Literal look_class(Look look);
// A link that looks like a button. One Primary a page.
[[nodiscard]] base::Html button_link(std::string_view address, std::string_view text,
                                     Look look = Look::Outline, std::string_view icon_name = {});

struct Card {
    std::string title = {};
    std::string count = {};  // small number beside the title
    std::string note = {};   // muted words at the right
    base::Html right = {};   // links at the right
    std::string id = {};     // anchor
    bool padded = true;      // false when the body is a table or a list
    int level = 2;           // heading level
};
[[nodiscard]] base::Html card(const Card& card, const base::Html& body);

struct Tile {
    std::string label = {};
    std::string value = {};
    std::string note = {};
    std::optional<Tone> tone = {};
    std::string address = {};  // the note becomes a link
};
// At most four.
[[nodiscard]] base::Html tiles(const std::vector<Tile>& tiles);

// A paragraph that must be seen: saved, warned, refused. `go` is a link at its right.
[[nodiscard]] base::Html notice(Tone tone, const base::Html& content, const base::Html& go = {});
[[nodiscard]] base::Html notice(Tone tone, std::string_view text);

// One sentence on what to do first, and the button to do it.
[[nodiscard]] base::Html empty_state(std::string_view title, std::string_view text,
                                     const base::Html& action = {});

// "Việc tiếp theo": the page's single primary step.
[[nodiscard]] base::Html next_step(const Request& request, std::string_view title, std::string_view text,
                                   const base::Html& action);

// The bar at the end of a page: a sentence on what is left, then the buttons (the primary one first).
[[nodiscard]] base::Html acts(const base::Html& message, const base::Html& buttons);

struct Stage {
    std::string name = {};
    std::string note = {};  // date or count
    enum class State { Done, Now, Ahead } state = State::Ahead;
};
// The way of a round or a dossier; `where` is the sentence below it, always shown.
[[nodiscard]] base::Html stage_bar(const Request& request, const std::vector<Stage>& stages,
                                   const base::Html& where);

struct Event {
    Tone tone = Tone::Neutral;
    base::Html text = {};
    std::string when = {};
    std::string before = {};  // struck through ...
    std::string after = {};   // ... and what it became
    std::string reason = {};
};
// Newest first.
[[nodiscard]] base::Html timeline(const Request& request, const std::vector<Event>& events);

// Label and value lines. A value may be any Html.
[[nodiscard]] base::Html facts(const std::vector<std::pair<std::string, base::Html>>& lines);
// The same as wide boxes in one row (a dossier's money, number, holder, deadline).
[[nodiscard]] base::Html fact_row(const std::vector<std::pair<std::string, base::Html>>& boxes);

struct Check {
    Tone tone = Tone::Neutral;
    base::Html text = {};
};
[[nodiscard]] base::Html check_list(const Request& request, const std::vector<Check>& checks);

// A chart; a window narrower than it can scroll it sideways, by keyboard too. `label` is unique on the page.
[[nodiscard]] base::Html chart_box(std::string_view label, const base::Html& chart);

// Fold-away part. Without JavaScript too (native <details>).
[[nodiscard]] base::Html fold(const base::Html& summary, const base::Html& body, bool open = false);

// Chosen views of one page: "Tất cả | Chỉ lỗi | ...".
struct View {
    std::string text = {};
    std::string address = {};
    bool current = false;
};
[[nodiscard]] base::Html view_switch(std::string_view label, const std::vector<View>& views);

// Steps of a job in several pages: "1 Tải tệp – 2 Xem trước – 3 Xác nhận"; `current` counts from 0.
[[nodiscard]] base::Html steps(const Request& request, const std::vector<std::string>& names,
                               std::size_t current);

// Pages of a long list; the page number goes into the query value "trang", all other query values stay.
[[nodiscard]] base::Html pager(const Request& request, std::size_t page, std::size_t pages,
                               std::string_view summary);
// The page asked for in the address, 1 when there is none or it is no number.
[[nodiscard]] int page_asked(const Request& request);
[[nodiscard]] std::size_t pages_of(int total, int size);
// The request's own address with one query value replaced (dropped when `value` is empty).
[[nodiscard]] std::string with_query(const Request& request, std::string_view name, std::string_view value);

// Two columns: the work at the left, the narrow one at the right (below, on a phone).
[[nodiscard]] base::Html columns(const base::Html& main, const base::Html& side);
// Equal halves.
[[nodiscard]] base::Html halves(const base::Html& left, const base::Html& right);

}  // namespace web
