group-track-finding = { $track }: a group of { $people } people ({ $least } or more). Hardship is not checked ({ $basis }).
letter-name-and = {", "}
