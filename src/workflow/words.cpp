#include "workflow/words.h"

namespace workflow {

using domain::DossierAction;
using domain::DossierState;

base::Message state_name(DossierState state)
{
    switch (state) {
    case DossierState::Draft:
        return "Đang soạn";
    case DossierState::Submitted:
        return "Chờ thẩm định";
    case DossierState::Appraised:
        return "Chờ Giám đốc";
    case DossierState::WithChair:
        return "Chờ Chủ tịch phê duyệt";
    case DossierState::Approved:
        return "Đã phê duyệt, chờ số quyết định";
    case DossierState::Rejected:
        return "Bị từ chối";
    case DossierState::Decided:
        return "Đã có quyết định";
    case DossierState::Withdrawn:
        return "Đã rút";
    }
    return {};
}

base::Message action_name(DossierAction action)
{
    switch (action) {
    case DossierAction::Submit:
        return "Trình thẩm định";
    case DossierAction::Recall:
        return "Thu hồi hồ sơ";
    case DossierAction::Appraise:
        return "Hoàn tất thẩm định";
    case DossierAction::Return:
        return "Trả lại";
    case DossierAction::Forward:
        return "Chuyển Chủ tịch";
    case DossierAction::Approve:
        return "Phê duyệt";
    case DossierAction::Reject:
        return "Từ chối";
    case DossierAction::Withdraw:
        return "Rút hồ sơ";
    case DossierAction::Decide:
        return "Lập quyết định";
    }
    return {};
}

base::Message action_done(DossierAction action)
{
    switch (action) {
    case DossierAction::Submit:
        return "đã trình thẩm định";
    case DossierAction::Recall:
        return "đã thu hồi hồ sơ";
    case DossierAction::Appraise:
        return "đã hoàn tất thẩm định";
    case DossierAction::Return:
        return "đã trả lại hồ sơ";
    case DossierAction::Forward:
        return "đã chuyển Chủ tịch";
    case DossierAction::Approve:
        return "đã phê duyệt";
    case DossierAction::Reject:
        return "đã từ chối hồ sơ";
    case DossierAction::Withdraw:
        return "đã rút hồ sơ";
    case DossierAction::Decide:
        return "đã lập quyết định";
    }
    return {};
}

base::Message holder_name(DossierState state)
{
    switch (state) {
    case DossierState::Draft:
        return "Cán bộ soạn hồ sơ";
    case DossierState::Submitted:
        return "Người thẩm định";
    case DossierState::Appraised:
        return "Giám đốc";
    case DossierState::WithChair:
        return "Chủ tịch";
    case DossierState::Approved:
        return "Văn thư";
    case DossierState::Rejected:
    case DossierState::Decided:
    case DossierState::Withdrawn:
        return {};
    }
    return {};
}

base::Message verdict_step_name(domain::VerdictStep step)
{
    switch (step) {
    case domain::VerdictStep::Appraiser:
        return "Thẩm định";
    case domain::VerdictStep::Director:
        return "Giám đốc";
    case domain::VerdictStep::Chair:
        return "Chủ tịch";
    }
    return {};
}

}  // namespace workflow
