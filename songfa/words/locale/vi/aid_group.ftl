group-track-finding = { $track }: vụ việc tập thể { $people } người (từ { $least } người), không phải xác minh điều kiện khó khăn ({ $basis }).
letter-name-and = {", "}
