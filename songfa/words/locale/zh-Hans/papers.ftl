# Files that are handed in: what is wrong with one, and what to do next.
problem-file-empty = “{ $name }”是空文件。请重新选择文件，或打开看看里面有没有文字。
problem-file-too-large = “{ $name }”太大，无法读取（上限 { $limit } MB，解压后同样受限）。请去掉图片和附件，只提交文字部分。
problem-file-unreadable = { $reason ->
    [old_or_locked] “{ $name }”设有密码，或是旧版 Word 格式。请打开后另存为不加密的 .docx 文件，再提交新文件。
    [not_docx] “{ $name }”的后缀是 .docx，但内容不是 Word 文档。请用原来的软件打开并另存为 .docx，或改回正确的后缀。
    [not_pdf] “{ $name }”的后缀是 .pdf，但内容不是 PDF。请用原来的软件打开并另存为 PDF，或改回正确的后缀。
    [damaged_docx] “{ $name }”已损坏，或不是完整的 Word 文档。请用 Word 打开并重新存为 .docx，再提交新文件。
    [damaged_pdf] “{ $name }”已损坏，或不是完整的 PDF。请重新生成 PDF，或提交 .docx、.txt 格式的文字。
    [old_or_locked_sheet] “{ $name }”设有密码，或是旧版 Excel 格式。请另存为不加密的 .xlsx 文件后再提交。
    [not_xlsx] “{ $name }”的后缀是 .xlsx，但内容不是电子表格。请另存为 .xlsx，或改回正确的后缀。
    [damaged_xlsx] “{ $name }”已损坏，或不是完整的电子表格。请打开后重新存为 .xlsx，再提交新文件。
    [damaged_csv] 无法分辨“{ $name }”的各列。请另存为 .xlsx 后再提交。
    [not_a_list] “{ $name }”不是名单。请提交 .xlsx 或 .csv 文件。
   *[encoding] 无法辨认“{ $name }”的文字编码。请把文件另存为 UTF-8 编码后再提交。
}
problem-file-no-text = “{ $name }”里没有文字，可能是扫描件。请提交打印前的电子文档，或先做文字识别（OCR）。
problem-file-kind-unknown = 无法读取“{ $name }”这种类型的文件。请提交 .docx、.pdf 或 .txt 文件。
problem-file-not-a-plan = { $found ->
    [review] 这是一份工作回顾或报告，不是方案：其中没有部署任务。请提交方案本身。
   *[other] 没有在这份文字里找到方案：没有部署工作的内容。请核对文件是否选对；方案应有“主要任务”一类的标题，或任务分解表。
}
paper-warning-broken-characters = 有些字无法辨认，显示为 �。请与原文核对。
paper-warning-long-line-cut = 有一行过长，已截断。请与原文核对。
