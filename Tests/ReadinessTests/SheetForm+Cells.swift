extension SheetForm {
    /// Which sheet is the plan, and what its cells say.
    static let cells = [
        SheetForm(
            testDescription: "an empty sheet and a cover before the plan, and a glossary behind it",
            making: """
                cover = book.create_sheet("Cover")
                cover["B2"] = "Cutover of the data centre"
                for name, rows in [("Plan", [["Task", "Owner"], ["A", "ann@example.com"]]), ("Words", [["Word"], ["x"]])]:
                    other = book.create_sheet(name)
                    for row in rows: other.append(row)
                """,
            expected: ["title: \"A\"\n    role: ann-example-com"],
            said: [
                "sheet Plan,",
                "Other sheets, which --sheet names: \"Sheet\", \"Cover\" and \"Words\".",
            ]),
        SheetForm(
            testDescription: "a plan that is too long, and an older one behind it",
            making: """
                sheet["B2"] = "Cutover of the data centre"
                for name, most in [("Plan", 10051), ("Archive 2024", 2)]:
                    other = book.create_sheet(name)
                    other.append(["Task", "Owner"])
                    for row in range(most): other.append([f"Task {row}", "ann@example.com"])
                """,
            expected: [
                "sheet Plan: It cannot be read as a workbook", "rows",
                "say which sheet is with --sheet NAME",
            ], status: 65),
        SheetForm(
            testDescription:
                "cells of every type: truth, shares, moments, errors beside",
            making: """
                sheet.append(["Task", "Mandatory", "Due", "Notes", "Status"])
                sheet.append(["Switch over", True,
                    datetime.datetime(2025, 10, 31, 18, 30), 0.25, "#N/A"])
                sheet.append(["Clean up", False, "2025-11-01", datetime.time(8, 15), None])
                sheet["D2"].number_format = "0%"
                sheet["E2"].data_type = "e"
                """,
            expected: [
                "title: \"Switch over\"", "due: cutover - 1d  # 2025-10-31", "text: \"25%\"",
                "title: \"Clean up\"", "level: advisory\n    text: \"08:15\"",
            ]),
        SheetForm(
            testDescription: "owners over several lines of a cell, and members beside them",
            making: """
                sheet.append(["Task", "Team", "Owner", "Members"])
                sheet.append(["A", "Net", "ann@example.com\\nbob@example.com", "cid@example.com"])
                sheet.append(["B", None, "Service Desk & ann@example.com", None])
                """,
            expected: [
                "net: {title: \"Net\", members: [\"ann@example.com\", \"bob@example.com\", \"cid@example.com\"]}",
                "sign-off: {by: [service-desk, ann-example-com]}",
            ]),
        SheetForm(
            testDescription: "levels that nobody knows",
            making: """
                sheet.append(["Task", "Priorité"])
                for level in ["bloquant", "moyenne", "peut-être"]: sheet.append([f"T {level}", level])
                """,
            expected: ["sheet Sheet, row 4, column B: \"peut-être\" is no level"], status: 65),
    ]
}
