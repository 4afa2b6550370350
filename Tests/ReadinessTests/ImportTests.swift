import Foundation
import Testing

/// `readiness import` and `export --sheet` as programs see them.
struct ImportTests {
    /// A post with a phase that starts so.
    static func post(_ starts: String, intro: String = "Mail takes another way.") -> String {
        """
        {"id": "MC900001", "title": "A gateway", "startDateTime": "2025-03-10T08:00:00Z",
         "lastModifiedDateTime": "2025-03-10T08:00:00Z", "services": ["Exchange Online"],
         "body": {"contentType": "html", "content": "<p>\(intro)</p><p>When this will happen:</p>\
        <p>\(starts)</p><p>What you need to do to prepare:</p><p>Review your gateway.</p>"}}
        """
    }

    @Test("The exit status tells a new post from one that is unchanged, changed or cancelled")
    func statuses() async throws {
        try await Workspace.with { place in
            try place.write("post.json", Self.post("early May 2025"))
            let new = try await place.readiness("import", "post.json", "--output", "checklists")
            #expect(new.status == 0)
            #expect(new.stdout.hasPrefix("new  checklists/mc900001.yaml"))
            #expect(try await place.readiness("lint", "checklists").status == 0)
            let same = try await place.shell(
                "\"$READINESS\" import - --output checklists < post.json")
            #expect(same.status == 10)
            try place.write("post.json", Self.post("mid-June 2025"))
            let shown = try await place.readiness("import", "post.json", "--output", "checklists")
            #expect(shown.status == 11)
            #expect(shown.stdout.contains("--write does that"))
            let written = try await place.readiness(
                "import", "post.json", "--output", "checklists", "--write")
            #expect(written.status == 11)
            #expect(try place.read("checklists/mc900001.yaml").contains("2025-06-11"))
            try place.write(
                "post.json",
                Self.post("early May 2025", intro: "We will not be proceeding with this change."))
            #expect(
                try await place.readiness("import", "post.json", "--output", "checklists").status
                    == 12)
        }
    }

    @Test("Of several posts the gravest status counts, and older or cancelled ones are no new ones")
    func severalPosts() async throws {
        try await Workspace.with { place in
            func post(_ id: String, _ starts: String, _ intro: String = "Mail.") -> String {
                Self.post(starts, intro: intro).replacing("MC900001", with: id)
            }
            func status(_ posts: String...) async throws -> Int {
                try place.write("posts.json", "[\(posts.joined(separator: ","))]")
                return try await place.readiness(
                    "import", "posts.json", "--output", "checklists"
                ).status
            }
            let (old, moved) = (post("MC900001", "early May 2025"), post("MC900001", "June 2025"))
            #expect(try await status(old) == 0)
            #expect(try await status(old, post("MC900002", "early May 2025")) == 0)
            #expect(try await status(old, post("MC900002", "early May 2025")) == 10)
            #expect(try await status(moved, post("MC900003", "early May 2025")) == 11)
            let stopped = post(
                "MC900004", "May 2025", "We will not be proceeding with this change.")
            #expect(try await status(moved, stopped, post("MC900002", "early May 2025")) == 12)
            #expect(try await status(stopped, post("MC900002", "early May 2025")) == 12)
            #expect(try await status(stopped, "{}") == 65)
            try place.write("checklists/mc900005.yaml", "mine\n")
            #expect(try await status(moved, stopped, post("MC900005", "May 2025")) == 65)
        }
    }

    @Test("Sign-offs of steps whose words did not change stay valid when the post's dates move")
    func signOffs() async throws {
        try await Workspace.with { place in
            let path = "checklists/mc900001.yaml"
            try place.write("post.json", Self.post("early May 2030"))
            _ = try await place.readiness("import", "post.json", "--output", "checklists")
            try place.write(
                path,
                try place.read(path).replacing("members: []", with: "members: [ann@example.com]")
                    .replacing("\n# timeline", with: "\n# ours, beside the digests\n# timeline"))
            for step in ["review-announcement", "review-your-gateway"] {
                let signed = try await place.readiness(
                    "sign", path, step, "--note", "done", "--as", "ann@example.com")
                #expect(signed.status == 0, "\(signed)")
            }
            try place.write(
                "post.json",
                Self.post("mid-June 2030").replacing(
                    "your gateway", with: "your gateway and its log"))
            let written = try await place.readiness(
                "import", "post.json", "--output", "checklists", "--write")
            #expect(written.status == 11 && !written.stdout.contains("kept"), "\(written)")
            let text = try place.read(path)
            #expect(text.contains("2030-06-11") && text.contains("# ours, beside the digests\n"))
            let again = try await place.readiness("import", "post.json", "--output", "checklists")
            #expect(again.status == 10, "\(again)")
            let status = try await place.readiness("status", path)
            let ready = status.stdout.split(separator: "\n").filter { $0.hasPrefix("ready ") }
            #expect(ready.count == 1 && ready[0].contains("review-announcement"), "\(status)")
            #expect(try await place.readiness("audit").status == 0)
        }
    }

    @Test("What cannot be read is named, and the rest is imported")
    func mistakes() async throws {
        try await Workspace.with { place in
            try place.write("posts.json", "[\(Self.post("early May 2025")), {\"title\": \"x\"}]")
            let outcome = try await place.readiness("import", "posts.json", "--format", "json")
            #expect(outcome.status == 65)
            #expect(outcome.stderr.contains("posts.json, post 2: The post has no id."))
            #expect(outcome.stdout.contains("\"earliest\": \"2025-05-01\""))
        }
    }

    @Test("A post without a text says nothing and changes nothing, and the others are imported")
    func withoutText() async throws {
        try await Workspace.with { place in
            let post = Self.post("early May 2025")
            try place.write("post.json", post)
            _ = try await place.readiness("import", "post.json", "--output", "checklists")
            let text = try place.read("checklists/mc900001.yaml")
            let body = post.split(separator: "\"body\":")[0]
            for empty in [
                body + "\"tags\": []}", body + "\"body\": null}", body + "\"body\": {}}",
                body + "\"body\": {\"contentType\": \"html\", \"content\": \"\"}}",
                body + "\"body\": {\"contentType\": \"html\", \"content\": \"<p>&nbsp;</p>\"}}",
            ] {
                let newer = String(empty).replacing(
                    "\"lastModifiedDateTime\": \"2025-03-10",
                    with: "\"lastModifiedDateTime\": \"2025-04-10")
                try place.write(
                    "posts.json",
                    "[\(newer), \(post.replacing("MC900001", with: "MC900002"))]")
                let outcome = try await place.readiness(
                    "import", "posts.json", "--output", "checklists", "--write")
                #expect(outcome.status == 65, "\(empty) \(outcome)")
                #expect(outcome.stderr.contains("MC900001: The post has no text."), "\(outcome)")
                #expect(outcome.stdout.contains("mc900002.yaml"), "\(outcome)")
                #expect(try place.read("checklists/mc900001.yaml") == text)
            }
        }
    }

    @Test("A post of an unknown version is not carried over, and the way to do so is told")
    func undated() async throws {
        try await Workspace.with { place in
            try place.write("post.json", Self.post("early May 2025"))
            _ = try await place.readiness("import", "post.json", "--output", "checklists")
            try place.write(
                "post.json",
                Self.post("June 2025").replacing("lastModifiedDateTime", with: "modifiedDateTime"))
            let outcome = try await place.readiness(
                "import", "post.json", "--output", "checklists", "--write")
            #expect(outcome.status == 65, "\(outcome)")
            #expect(outcome.stdout.hasPrefix("undated  checklists/mc900001.yaml"), "\(outcome)")
            #expect(outcome.stdout.contains("Not written; --write --as-newest does that."))
            #expect(try place.read("checklists/mc900001.yaml").contains("2025-05-01"))
            let forced = try await place.readiness(
                "import", "post.json", "--output", "checklists", "--write", "--as-newest")
            #expect(forced.status == 11, "\(forced)")
            let alone = try await place.readiness("import", "post.json", "--as-newest")
            #expect(alone.status == 64, "\(alone)")
        }
    }

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
