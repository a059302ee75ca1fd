group-track-finding = { $track }：群体性案件，共{ $people }人（{ $least }人以上），免予核查经济困难状况（{ $basis }）。
letter-name-and = 、
