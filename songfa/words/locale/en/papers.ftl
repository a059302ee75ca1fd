# Files that are handed in: what is wrong with one, and what to do next.
problem-file-empty = “{ $name }” is empty. Choose the file again, or open it to see that it holds text.
problem-file-too-large = “{ $name }” is too large to be read here (limit: { $limit } MB, also when unpacked). Hand in the text alone, without pictures and attachments.
problem-file-unreadable = { $reason ->
    [old_or_locked] “{ $name }” is protected by a password or in the old Word format. Open it, save it as .docx without a password, and hand in the new file.
    [not_docx] “{ $name }” is called .docx but is no Word document. Open it in the program that wrote it and save it as .docx, or give it its true ending.
    [not_pdf] “{ $name }” is called .pdf but is no PDF. Open it in the program that wrote it and save it as PDF, or give it its true ending.
    [damaged_docx] “{ $name }” is damaged or is no complete Word document. Open it in Word, save it again as .docx, and hand in the new file.
    [damaged_pdf] “{ $name }” is damaged or is no complete PDF. Make the PDF again, or hand in the text as .docx or .txt.
    [old_or_locked_sheet] “{ $name }” is protected by a password or in the old Excel format. Save it as .xlsx without a password and hand in the new file.
    [not_xlsx] “{ $name }” is called .xlsx but is no spreadsheet. Save it as .xlsx, or give it its true ending.
    [damaged_xlsx] “{ $name }” is damaged or is no complete spreadsheet. Open it, save it again as .xlsx, and hand in the new file.
    [damaged_csv] The columns of “{ $name }” cannot be told apart. Save it as .xlsx and hand in the new file.
    [not_a_list] “{ $name }” is no list. Hand in an .xlsx or .csv file.
   *[encoding] The letters of “{ $name }” cannot be told. Save the text as UTF-8 and hand it in again.
}
problem-file-no-text = “{ $name }” holds no text: it may be a scan. Hand in the document it was printed from, or run text recognition (OCR) on it first.
problem-file-kind-unknown = “{ $name }” is of a kind that cannot be read. Hand in a .docx, .pdf or .txt file.
problem-file-not-a-plan = { $found ->
    [review] This is a review or report of work done, not a plan: it orders no work. Hand in the plan itself.
   *[other] No plan was found in this text: no section orders any work. Check that it is the right file; a plan has tasks under a heading such as “Tasks”, or a table of tasks.
}
paper-warning-broken-characters = Some characters could not be read and are shown as �. Compare with the original.
paper-warning-long-line-cut = A very long line was cut. Compare with the original.
