// The refusals that more than one part of intake gives.
#pragma once

#include "base/result.h"

namespace intake {

[[nodiscard]] inline base::Error damaged_file()
{
    return base::invalid(
        "Tệp bị hỏng hoặc không phải bảng tính .xlsx. Hãy mở lại bằng Excel hoặc LibreOffice, "
        "lưu thành tệp .xlsx mới rồi tải lên.");
}

[[nodiscard]] inline base::Error unpacks_too_large()
{
    return base::invalid(
        "Tệp nén quá nhiều dữ liệu so với một bảng kết quả nên không được mở. Hãy chép riêng bảng kết quả "
        "sang một tệp .xlsx mới rồi tải lên.");
}

[[nodiscard]] inline base::Error sheet_too_large()
{
    return base::invalid("Bảng tính quá lớn: có ô ở ngoài 200.000 dòng, 512 cột, hoặc quá nhiều ô hay ô quá "
                         "dài. Hãy chép riêng "
                         "bảng kết quả sang một tệp mới rồi tải lên.");
}

[[nodiscard]] inline base::Error locked_file()
{
    return base::invalid(
        "Tệp được bảo vệ bằng mật khẩu. Hãy mở tệp, bỏ mật khẩu (Tệp > Thông tin > Bảo vệ sổ làm việc), "
        "lưu lại rồi tải lên.");
}

}  // namespace intake
