#include "documents/award_list.h"

#include "base/number_words.h"
#include "base/text.h"

namespace documents {
namespace {

std::string capitalised(const std::string& sentence)
{
    std::size_t first = 1;
    while (first < sentence.size() && (static_cast<unsigned char>(sentence[first]) & 0xC0U) == 0x80U)
        ++first;
    return base::uppered(sentence.substr(0, first)) + sentence.substr(first);
}

}  // namespace

std::int64_t AwardListGroup::subtotal() const
{
    std::int64_t sum = 0;
    for (const auto& row : rows)
        sum += row.money;
    return sum;
}

std::int64_t AwardList::total() const
{
    std::int64_t sum = 0;
    for (const auto& group : groups)
        sum += group.subtotal();
    return sum;
}

std::string AwardList::total_in_words() const
{
    return capitalised(base::in_words(total()) + " đồng");
}

}  // namespace documents
