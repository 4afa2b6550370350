import Foundation
import Testing

/// `readiness import table` and `export --sheet` as programs see them.
struct ImportTableTests {
    @Test("A workbook of another program is read, and ours opens there")
    func workbooks() async throws {
        try await Workspace.with { place in
            try place.write(
                "make.py",
                """
                import datetime, openpyxl
                book = openpyxl.Workbook()
                sheet = book.active
                sheet.title = "Plan"
                sheet.append(["Task", "Team", "Due date", "Depends on", "Status"])
                sheet.append(["Back up", "DBA", datetime.date(2025, 10, 31), None, "done"])
                sheet.append(["Switch over", "DBA", datetime.date(2025, 11, 1), "Back up", "=1+1"])
                sheet.merge_cells("A5:C5")
                book.save("plan.xlsx")
                """)
            try #require(try await place.shell("/usr/bin/python3 make.py").status == 0)
            let imported = try await place.readiness(
                "import", "table", "plan.xlsx", "--output", "checklists")
            #expect(imported.status == 0, "\(imported.stderr)")
            #expect(imported.stderr.contains("C \"Due date\": due"))
            let text = try place.read("checklists/plan.yaml")
            #expect(text.contains("due: cutover - 1d  # 2025-10-31"))
            let exported = try await place.readiness(
                "export", "checklists/plan.yaml", "--sheet", "back.xlsx")
            #expect(exported.stdout == "back.xlsx: 2 steps\n")
            try place.write(
                "read.py",
                """
                import openpyxl
                rows = list(openpyxl.load_workbook("back.xlsx").active.iter_rows(values_only=True))
                print(rows[1][0], rows[1][4], rows[1][7], {cell.data_type for row in openpyxl.load_workbook("back.xlsx").active for cell in row})
                """)
            let read = try await place.shell("/usr/bin/python3 read.py")
            #expect(read.stdout.hasPrefix("back-up 2025-10-31 pending"))
            #expect(!read.stdout.contains("'f'"))
            let again = try await place.readiness("import", "table", "back.xlsx")
            #expect(again.status == 0)
            #expect(again.stdout.hasPrefix("back  back: 2 steps, cutover 2025-11-01\n"), "\(again)")
            #expect(again.stdout.contains("\n  2025-10-31  Back up (DBA)"), "\(again)")
            let programs = try await place.readiness(
                "import", "table", "back.xlsx", "--format", "json")
            #expect(programs.stdout.contains("\"title\": \"Back up\""))
        }
    }

    @Test("An edited sheet changes the plan of its checklist, and makes no evidence")
    func editedSheet() async throws {
        try await Workspace.with { place in
            try place.write(
                "checklists/c.yaml",
                """
                readiness: 1
                id: c
                title: C
                owner: lead
                timeline: [{id: go, title: Go, starts: 2025-11-01}]
                roles:
                  lead: {title: Lead, members: [lea@example.com]}
                  team: {title: The team, members: [tom@example.com]}
                steps:
                  - id: a
                    title: First   # mine
                    role: team
                    due: go - 7d   # a week
                    sign-off: {}
                  - {id: b, title: Second, role: team, due: go, needs: [a], sign-off: {}}

                """)
            let exported = try await place.readiness(
                "export", "checklists/c.yaml", "--sheet", "c.csv")
            #expect(exported.status == 0)
            let same = try await place.readiness(
                "import", "table", "c.csv", "--into", "checklists/c.yaml")
            #expect(same.status == 10, "\(same.stdout) \(same.stderr)")
            let csv = try place.read("c.csv").replacing("First", with: "=First: one")
                .replacing("2025-10-25", with: "2025-10-30").replacing(
                    "blocking,a", with: "advisory,a"
                )
                .replacing("pending", with: "done")
            try place.write("c.csv", csv)
            let changed = try await place.readiness(
                "import", "table", "c.csv", "--into", "checklists/c.yaml", "--write")
            #expect(changed.status == 11, "\(changed.stdout) \(changed.stderr)")
            let text = try place.read("checklists/c.yaml")
            #expect(text.contains("title: \"=First: one\"   # mine"))
            #expect(text.contains("due: go - 2d   # a week"))
            #expect(text.contains("{id: b, title: Second, level: advisory, role: team"))
            #expect(changed.stdout.contains("readiness sign checklists/c.yaml a"))
            let status = try await place.readiness("status", "checklists/c.yaml")
            #expect(status.stdout.contains("NO-GO") && !status.stdout.contains("CONDITIONAL"))
            #expect(!place.exists(".readiness/ledger.sqlite"))
            try place.write("c.csv", "id,title\nz,Z\n")
            let unknown = try await place.readiness(
                "import", "table", "c.csv", "--into", "checklists/c.yaml")
            #expect(
                unknown.stderr.contains("c.csv, row 2, column A: The checklist has no step \"z\""))
        }
    }

    @Test(
        "A workbook that means harm is refused",
        arguments: [
            (
                "'<!DOCTYPE x [<!ENTITY a \"b\">]><worksheet>&a;</worksheet>'",
                "it declares a document type"
            ),
            ("'<worksheet><sheetData><row><c><v>' + 'x' * 200_000_000", "is larger than"),
            ("'<a>' * 100_000", "it nests too deep"),
            (
                "'<worksheet><sheetData>' + '<row><c><v>1</v></c></row>' * 1_048_576",
                "has more than 10000 rows"
            ),
        ])
    func harmful(_ sheet: String, _ reason: String) async throws {
        try await Workspace.with { place in
            try place.write(
                "make.py",
                """
                import openpyxl, zipfile
                book = openpyxl.Workbook()
                book.active.append(["Task"])
                book.save("fine.xlsx")
                with zipfile.ZipFile("fine.xlsx") as fine, zipfile.ZipFile("plan.xlsx", "w", zipfile.ZIP_DEFLATED) as plan:
                    for name in fine.namelist():
                        plan.writestr(name, \(sheet) if name.endswith("sheet1.xml") else fine.read(name))
                """)
            try #require(try await place.shell("/usr/bin/python3 make.py").status == 0)
            let outcome = try await place.readiness("import", "table", "plan.xlsx")
            #expect(outcome.status == 65)
            #expect(outcome.stderr.contains(reason), "\(outcome.stderr)")
        }
    }

    @Test("A table that cannot be read is refused with its places")
    func tableMistakes() async throws {
        try await Workspace.with { place in
            try place.write("plan.csv", "Task,Due\nA,soon\n")
            let outcome = try await place.readiness(
                "import", "table", "plan.csv", "--output", "checklists")
            #expect(outcome.status == 65)
            #expect(outcome.stderr.contains("plan.csv, row 2, column B: \"soon\" is no date"))
            #expect(!place.exists("checklists"))
        }
    }
}
