import Foundation
import Testing

/// Sheets as people keep them, made by openpyxl: what is read of them, and what is said.
struct SheetFormTests {
    @Test(
        "A sheet is read as its author meant it, or refused with its place",
        arguments: SheetForm.all + SheetForm.cells)
    func read(_ form: SheetForm) async throws {
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

    @Test(
        "Texts in runs, texts in their cells, and the values of formulas are read as they are shown"
    )
    func texts() async throws {
        try await Workspace.with { place in
            try place.write(
                "make.py",
                """
                import openpyxl, zipfile
                book = openpyxl.Workbook(); sheet = book.active
                sheet.append(["Task", "Mandatory", "Due"])
                for row in range(3): sheet.append([None, None, None])
                book.save("plain.xlsx")
                rows = [
                    '<c r="A2" t="inlineStr"><is><r><t xml:space="preserve">Switch </t></r><r><rPr><b/></rPr><t>over</t></r><rPh sb="0" eb="1"><t>X</t></rPh></is></c><c r="B2" t="b"><f>TRUE()</f><v>1</v></c>',
                    '<c r="A3" t="str"><f>"Back"&amp;" up"</f><v>Back up</v></c><c r="B3" t="b"><v>0</v></c><c r="C3" t="d"><v>2025-10-31T00:00:00</v></c>',
                ]
                cells = "".join(f'<row r="{n + 2}">{row}</row>' for n, row in enumerate(rows))
                with zipfile.ZipFile("plain.xlsx") as plain, zipfile.ZipFile("plan.xlsx", "w") as plan:
                    for name in plain.namelist():
                        data = plain.read(name)
                        if name.endswith("sheet1.xml"):
                            data = data.decode().split("</row>")[0] + "</row>" + cells + "</sheetData></worksheet>"
                        plan.writestr(name, data)
                """)
            try #require(try await place.shell("/usr/bin/python3 make.py").status == 0)
            let outcome = try await place.readiness(
                "import", "table", "plan.xlsx", "--output", "checklists")
            #expect(outcome.status == 0, "\(outcome)")
            let text = try place.read("checklists/plan.yaml")
            #expect(text.contains("title: \"Switch over\"\n"), "\(text)")
            #expect(text.contains("title: \"Back up\"\n"), "\(text)")
            #expect(text.contains("due: cutover  # 2025-10-31\n    level: advisory\n"), "\(text)")
        }
    }
}
