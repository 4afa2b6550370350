import Testing

/// A sheet as people keep it, made by openpyxl: what is read of it, and what is said.
struct SheetForm: CustomTestStringConvertible, Sendable {
    let testDescription: String
    /// Python, with `book` and its first sheet `sheet`.
    let making: String
    /// What the draft has, or what is complained where nothing is imported.
    let expected: [String]
    var said: [String] = []
    var status = 0

    /// Where tables begin, and how people lay them out.
    static let all = [
        SheetForm(
            testDescription: "a title, empty rows and a logo above the headings",
            making: """
                sheet.append(["Umzug 2025"])
                sheet.merge_cells("A1:F1")
                sheet.append([])
                sheet.append(["Stand:", datetime.date(2025, 10, 1)])
                sheet.append(["Nr.", "Aufgabe", "Mitglieder", "Fällig (Datum)", "Voraussetzung(en)"])
                sheet.append([1, "Prüfen", "dana@example.com", datetime.date(2025, 10, 31), None])
                sheet.append([2, "Umstellen", None, datetime.date(2025, 11, 1), 1])
                """,
            expected: [
                "- id: pruefen\n    title: \"Prüfen\"", "due: cutover - 1d  # 2025-10-31",
                "needs: [pruefen]", "members: [\"dana@example.com\"]",
            ],
            said: ["headings in row 4", "Above the headings, and not read: rows 1 and 3."]),
        SheetForm(
            testDescription: "two rows of headings",
            making: """
                sheet.append(["Was", "Wer", None, "Termin"])
                sheet.append(["Aufgabe", "Rolle", "Mitglieder", "(Datum)"])
                sheet.append(["Los", "Netz", "a@example.com", "31.10.2025"])
                """,
            expected: ["title: \"Netz\", members: [\"a@example.com\"]", "# 2025-10-31"],
            said: ["headings in row 2:", "Above the headings, and not read: row 1."]),
        SheetForm(
            testDescription: "a row of units, and the headings again on the next page",
            making: """
                sheet.append(["Task", "Team", "Due"])
                sheet.append([None, "(group)", "(date)"])
                sheet.append(["A", "Net", "31.10.2025"])
                sheet.append(["Task", "Team", "Due"])
                sheet.append(["B", "Net", "31.10.2025"])
                """,
            expected: ["# row 3\n  - id: a\n", "# row 5\n  - id: b\n"],
            said: ["headings in rows 1 and 2", "The headings again, and not read: row 4."]),
        SheetForm(
            testDescription: "days that count from 1904, shown as such or not",
            making: """
                book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
                sheet.append(["Task", "Due"])
                sheet.append(["A", datetime.date(2025, 10, 31)])
                sheet.append(["B", 44500])
                """,
            expected: ["# 2025-10-31", "# 2025-11-01"]),
        SheetForm(
            testDescription: "shares of the work, and words for done",
            making: """
                sheet.append(["Task", "Status"])
                for status in [1.0, 0.5, "erledigt", "offen"]:
                    sheet.append([f"Task {status}", status])
                sheet["B2"].number_format = sheet["B3"].number_format = "0%"
                """,
            expected: [
                "says \"100%\", which is no evidence", "says \"50%\"\n",
                "says \"erledigt\", which is no evidence", "says \"offen\"\n",
            ]),
        SheetForm(
            testDescription: "a role that is merged over several rows",
            making: """
                sheet.append(["Task", "Team", "Due"])
                sheet.append(["A", "DBA", datetime.date(2025, 10, 31)])
                sheet.append(["B", None, None])
                sheet.append(["C", "Net", None])
                sheet.merge_cells("B2:B3")
                sheet.merge_cells("C2:C4")
                """,
            expected: [
                "title: \"B\"\n    role: dba\n    due: cutover  # 2025-10-31",
                "title: \"C\"\n    role: net\n    due: cutover  # 2025-10-31",
            ]),
        SheetForm(
            testDescription: "hidden rows and columns, and other sheets",
            making: """
                sheet.append(["x"])
                sheet.sheet_state = "hidden"
                plan = book.create_sheet("Plan")
                for row in [["Task", "Team"], ["A", "Net"], ["B", "Net"]]: plan.append(row)
                plan.row_dimensions[3].hidden = True
                plan.column_dimensions["B"].hidden = True
                """,
            expected: ["title: \"B\"\n    role: net"],
            said: [
                "sheet Plan", "read all the same: row 3.", "read all the same: column B.",
                "Hidden sheets, which --sheet names: \"Sheet\".",
            ]),
        SheetForm(
            testDescription: "numbers and days that were stored as text",
            making: """
                sheet.append(["No.", "Task", "Due", "Needs"])
                sheet.append(["1", "A", "45961", None])
                sheet.append(["2", "B", "31.10.2025", "1"])
                """,
            expected: ["due: cutover  # 2025-10-31", "needs: [a]"]),
        SheetForm(
            testDescription: "rich text, and words that look like formulas",
            making: """
                sheet.append(["Task", "Notes"])
                sheet.append(["'=cmd|' /C calc'!A0", "@SUM(1)"])
                """,
            expected: ["title: \"=cmd|' /C calc'!A0\"", "text: \"@SUM(1)\""]),
        SheetForm(
            testDescription: "formulas that nobody computed, and errors",
            making: """
                sheet.append(["Task", "Due", "Team"])
                sheet.append(["A", "=B3+7", "Net"])
                sheet.append(["B", datetime.date(2025, 10, 31), "#REF!"])
                sheet["C3"].data_type = "e"
                """,
            expected: [
                "sheet Sheet, row 2, column B: The cell is a formula without a value",
                "sheet Sheet, row 3, column C: The cell holds the error #REF!.",
            ], status: 65),
        SheetForm(
            testDescription: "a used range of all rows that a sheet may have",
            making: """
                sheet.append(["Task"])
                sheet.append(["A"])
                sheet["XFD1048576"].number_format = "0%"
                """,
            expected: ["- id: a\n"]),
        SheetForm(
            testDescription: "titles in other scripts, and letters with marks",
            making: """
                sheet.append(["Zadanie", "Zespół"])
                for row in [["備份", "網路"], ["Żółw i øre", "Équipe réseau"], ["切換", "網路"]]:
                    sheet.append(row)
                """,
            expected: [
                "- id: step\n    title: \"備份\"\n    role: role\n",
                "- id: zolw-i-oere\n    title: \"Żółw i øre\"\n    role: equipe-reseau\n",
                "- id: step-2\n    title: \"切換\"\n    role: role\n",
            ]),
    ]
}
