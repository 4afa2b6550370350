import Foundation
import Testing

/// Sheets as people keep them, made by openpyxl: what is read of them, and what is said.
struct SheetFormTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let testDescription: String
        /// Python, with `book` and its first sheet `sheet`.
        let making: String
        /// What the draft has, or what is complained where nothing is imported.
        let expected: [String]
        var said: [String] = []
        var status = 0
    }

    static let cases = [
        Case(
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
        Case(
            testDescription: "two rows of headings",
            making: """
                sheet.append(["Was", "Wer", None, "Termin"])
                sheet.append(["Aufgabe", "Rolle", "Mitglieder", "(Datum)"])
                sheet.append(["Los", "Netz", "a@example.com", "31.10.2025"])
                """,
            expected: ["title: \"Netz\", members: [\"a@example.com\"]", "# 2025-10-31"],
            said: ["headings in row 2:", "Above the headings, and not read: row 1."]),
        Case(
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
        Case(
            testDescription: "days that count from 1904, shown as such or not",
            making: """
                book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
                sheet.append(["Task", "Due"])
                sheet.append(["A", datetime.date(2025, 10, 31)])
                sheet.append(["B", 44500])
                """,
            expected: ["# 2025-10-31", "# 2025-11-01"]),
        Case(
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
        Case(
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
        Case(
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
                "Other sheets, which --sheet names: \"Sheet\".",
            ]),
        Case(
            testDescription: "numbers and days that were stored as text",
            making: """
                sheet.append(["No.", "Task", "Due", "Needs"])
                sheet.append(["1", "A", "45961", None])
                sheet.append(["2", "B", "31.10.2025", "1"])
                """,
            expected: ["due: cutover  # 2025-10-31", "needs: [a]"]),
        Case(
            testDescription: "rich text, and words that look like formulas",
            making: """
                sheet.append(["Task", "Notes"])
                sheet.append(["'=cmd|' /C calc'!A0", "@SUM(1)"])
                """,
            expected: ["title: \"=cmd|' /C calc'!A0\"", "text: \"@SUM(1)\""]),
        Case(
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
        Case(
            testDescription: "a used range of all rows that a sheet may have",
            making: """
                sheet.append(["Task"])
                sheet.append(["A"])
                sheet["XFD1048576"].number_format = "0%"
                """,
            expected: ["- id: a\n"]),
        Case(
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

    @Test("A sheet is read as its author meant it, or refused with its place", arguments: cases)
    func read(_ form: Case) async throws {
        try await Workspace.with { place in
            try place.write(
                "make.py",
                """
                import datetime, openpyxl, openpyxl.utils.datetime
                book = openpyxl.Workbook(); sheet = book.active
                \(form.making)
                book.save("plan.xlsx")
                """)
            let made = try await place.shell("/usr/bin/python3 make.py")
            try #require(made.status == 0, "\(made)")
            let outcome = try await place.readiness(
                "import", "table", "plan.xlsx", "--output", "checklists")
            #expect(outcome.status == form.status, "\(outcome)")
            for words in form.said { #expect(outcome.stderr.contains(words), "\(outcome.stderr)") }
            let text = form.status == 0 ? try place.read("checklists/plan.yaml") : outcome.stderr
            for words in form.expected { #expect(text.contains(words), "\(words)\n\(text)") }
            #expect(place.exists("checklists/plan.yaml") == (form.status == 0))
        }
    }

    @Test("A sheet that went out, was edited in another program and came back is a difference")
    func roundTrip() async throws {
        try await Workspace.with { place in
            try place.write(
                "checklists/c.yaml",
                """
                readiness: 1
                id: c
                title: C
                owner: lead
                timeline: [{id: go, title: Go, starts: 2025-11-01}]
                roles: {lead: {title: Lead, members: [lea@example.com]}, team: {title: The team, members: [tom@example.com]}}
                steps:
                  - id: a
                    title: First
                    role: team
                    due: go - 7d  # 2025-10-25
                    sign-off: {}
                  - {id: b, title: Second, role: team, due: go, needs: [a], sign-off: {}}

                """)
            let exported = try await place.readiness(
                "export", "checklists/c.yaml", "--sheet", "c.xlsx")
            #expect(exported.status == 0, "\(exported)")
            try place.write(
                "edit.py",
                """
                import datetime, openpyxl
                book = openpyxl.load_workbook("c.xlsx"); sheet = book.active
                columns = {cell.value: cell.column_letter for cell in sheet[1]}
                sheet[columns["due"] + "2"] = datetime.date(2025, 10, 30)
                sheet[columns["role"] + "3"] = "Lead"
                sheet[columns["status"] + "2"] = "Erledigt"
                sheet[columns["status"] + "3"] = "in progress"
                sheet.insert_rows(1, 2); sheet["A1"] = "Plan of the cutover"
                book.save("c.xlsx")
                """)
            try #require(try await place.shell("/usr/bin/python3 edit.py").status == 0)
            let outcome = try await place.readiness(
                "import", "table", "c.xlsx", "--into", "checklists/c.yaml", "--write")
            #expect(outcome.status == 11, "\(outcome)")
            let text = try place.read("checklists/c.yaml")
            // The day behind a due date is its source, and goes with it.
            #expect(text.contains("    due: go - 2d  # 2025-10-30\n"), "\(text)")
            #expect(text.contains("{id: b, title: Second, role: lead, due: go,"), "\(text)")
            #expect(
                outcome.stdout.contains("The sheet says \"Erledigt\" of a, and nothing on record"))
            #expect(
                outcome.stdout.contains("somebody must sign: readiness sign checklists/c.yaml a"))
            #expect(!outcome.stdout.contains("in progress"))
            #expect(!place.exists(".readiness/ledger.sqlite"))

            // What the ledger proves needs no words.
            let signed = try await place.readiness(
                "sign", "checklists/c.yaml", "a", "--note", "done", "--as", "tom@example.com")
            #expect(signed.status == 0, "\(signed)")
            let again = try await place.readiness(
                "import", "table", "c.xlsx", "--into", "checklists/c.yaml")
            #expect(again.status == 10, "\(again)")
            #expect(!again.stdout.contains("nothing on record"), "\(again)")
            // The role was changed, and the members beside it were not.
            #expect(again.stdout.contains("Beside b the sheet has the members of another role"))
            #expect(again.stdout.hasSuffix("The sheet says what the checklist says.\n"), "\(again)")
        }
    }

    @Test("Ids of steps and roles stay where rows come, go and are sorted, and with them sign-offs")
    func ids() async throws {
        try await Workspace.with { place in
            func run(_ rows: String, _ options: String = "") async throws -> Outcome {
                try place.write("plan.csv", "Task,Team\n\(rows)\n")
                return try await place.shell(
                    "\"$READINESS\" import table plan.csv --output checklists \(options)")
            }
            #expect(try await run("備份,網路\nÜbung,Netz\n切換,資料\n").status == 0)
            let text = try place.read("checklists/plan.yaml")
            try place.write(
                "checklists/plan.yaml",
                text.replacing("members: []", with: "members: [ann@example.com]"))
            let signed = try await place.readiness(
                "sign", "checklists/plan.yaml", "step-2", "--note", "done", "--as",
                "ann@example.com")
            #expect(signed.status == 0, "\(signed)")
            let sorted = try await run("新,新\n切換,資料\nÜbung,Netz\n備份,網路\n", "--write")
            #expect(sorted.status == 11, "\(sorted)")
            let after = try place.read("checklists/plan.yaml")
            #expect(
                after.contains("- id: step-2\n    title: \"切換\"\n    role: role-2\n"), "\(after)")
            #expect(
                after.contains("- id: step-3\n    title: \"新\"\n    role: role-3\n"), "\(after)")
            #expect(after.contains("- id: uebung\n"), "\(after)")
            #expect(try await run("新,新\n切換,資料\nÜbung,Netz\n備份,網路\n").status == 10)
            let status = try await place.readiness("status", "checklists/plan.yaml")
            let ready = status.stdout.split(separator: "\n").filter { $0.hasPrefix("ready ") }
            #expect(ready.count == 1 && ready[0].contains(" step-2 "), "\(status.stdout)")
        }
    }

    @Test(
        "Separated values are read in the encodings that programs write, and none is guessed",
        arguments: [
            ("'utf-8-sig'", "", 0), ("'utf-16'", "", 0), ("'utf-16-be'", "", 65),
            ("'cp1252'", "", 65), ("'cp1252'", "--encoding windows-1252", 0),
        ])
    func encodings(_ encoding: String, _ options: String, _ status: Int) async throws {
        try await Workspace.with { place in
            try place.write(
                "make.py",
                """
                text = 'sep=;\\r\\nTask;Owner, who;Due\\r\\n"Größe – „a"" €\\nzwei";a@example.com;31.10.2025\\r\\n'
                open("plan.csv", "wb").write(text.encode(\(encoding)))
                """)
            try #require(try await place.shell("/usr/bin/python3 make.py").status == 0)
            let outcome = try await place.shell(
                "\"$READINESS\" import table plan.csv --output checklists \(options)")
            #expect(outcome.status == status, "\(outcome)")
            if status == 0 {
                let text = try place.read("checklists/plan.yaml")
                #expect(text.contains("title: \"Größe – „a\\\" € zwei\""), "\(text)")
            } else {
                #expect(outcome.stderr.contains("--encoding windows-1252"), "\(outcome)")
            }
        }
    }
}
