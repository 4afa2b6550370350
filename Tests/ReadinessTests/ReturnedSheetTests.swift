import Testing

/// Sheets that come back as they went, whatever the texts of their checklist are.
struct ReturnedSheetTests {
    /// Titles as YAML has them.
    private static let titles = [
        #""two  blanks""#, #"" before""#, #""behind ""#, #""no\u00A0break""#, #""a\ttab""#,
        #""two\nlines""#, #""behind it a line\n""#, #""=1+1""#, #""'=1""#, #""'""#, #""''=1""#,
        #""+1""#, #""-1""#, #""@x""#, #"" =1""#, #""'quoted'""#, #""zero\u200Bwidth""#,
        #""\u200B""#,
        #""turned\u202Eround\u202C""#, #""soft\u00ADhyphen""#, #""\uFEFFmark""#,
        #""a\u2028line""#, #""\u3000wide""#, #""＝1""#, #""%1""#, #""|1""#,
        ">\n      folded\n      lines", "|\n      kept\n      lines", ">-\n      folded\n      =1",
        "'plain ''quoted'' text'", #""a|b \\| c\\\\|d\\""#, #""one;two, \"three\"""#,
        #""<br> & <b>""#, #""::warning ##vso[x""#, #""‹U+200B›""#, #""1/2""#, #""001""#,
        #""woman 👩‍💻 works""#, #""e\u0301 \u00E9""#, "no", #""`x`""#, "x #y", #""- item""#,
        #""--- | ---""#,
    ]

    private static var checklist: String {
        let roles = titles.enumerated().map {
            "  r\($0): {title: \(flow($1)), members: [\"m\($0)@example.com\", \"=\($0);x\"]}\n"
        }
        let steps = titles.enumerated().map {
            "  - id: s\($0)\n    title: \($1)\n    role: r\($0)\n    due: go - 7d\n    sign-off: {}\n"
        }
        return """
            readiness: 1
            id: c
            title: C
            owner: r0
            timeline: [{id: go, title: Go, starts: 2025-11-01}]
            roles:
            \(roles.joined())\
            steps:
              - &one
                id: plain
                title: Plain one
                role: r0
                due: go - 7d
                sign-off: {}
            \(steps.joined())
            """
    }

    /// A title on one line, with a number that tells it from those that look the same.
    private static func flow(_ title: String) -> String {
        title.hasPrefix("\"") || title.hasPrefix("'") ? title : "\"\(title.prefix(1))x\""
    }

    @Test(
        "A sheet that nobody edited says what the checklist says, and one edit is one change",
        arguments: ["c.csv", "c.xlsx", "c.md"])
    func unedited(_ sheet: String) async throws {
        try await Workspace.with { place in
            try place.write("checklists/c.yaml", Self.checklist)
            let lint = try await place.readiness("lint", "checklists/c.yaml")
            try #require(lint.status == 0, "\(lint)")
            let exported = try await place.readiness(
                "export", "checklists/c.yaml", "--sheet", sheet)
            try #require(exported.status == 0, "\(exported)")
            let same = try await place.readiness(
                "import", "table", sheet, "--into", "checklists/c.yaml")
            #expect(same.status == 10, "\(same)")
            #expect(same.stdout.hasSuffix("The sheet says what the checklist says.\n"), "\(same)")
            try place.write(
                "edit.py",
                """
                import sys
                if sys.argv[1].endswith("xlsx"):
                    import openpyxl
                    book = openpyxl.load_workbook(sys.argv[1]); sheet = book.active
                    for row in sheet.iter_rows():
                        for cell in row:
                            if cell.value == "Plain one": cell.value = "Plain two"
                            elif isinstance(cell.value, str): cell.data_type = "s"
                    book.save(sys.argv[1])
                else:
                    text = open(sys.argv[1], newline="").read()
                    open(sys.argv[1], "w", newline="").write(text.replace("Plain one", "Plain two"))
                """)
            let edit = try await place.shell("/usr/bin/python3 edit.py \(sheet)")
            try #require(edit.status == 0, "\(edit)")
            let changed = try await place.readiness(
                "import", "table", sheet, "--into", "checklists/c.yaml", "--write")
            #expect(changed.status == 11, "\(changed)")
            #expect(
                try place.read("checklists/c.yaml")
                    == Self.checklist.replacing("title: Plain one", with: "title: \"Plain two\""))
        }
    }

    @Test("A title with hidden signs can be edited, and keeps none")
    func hidden() async throws {
        try await Workspace.with { place in
            for sheet in ["c.csv", "c.xlsx"] {
                try place.write("checklists/c.yaml", Self.checklist)
                _ = try await place.readiness("export", "checklists/c.yaml", "--sheet", sheet)
                try place.write(
                    "edit.py",
                    """
                    import sys
                    if sys.argv[1].endswith("xlsx"):
                        import openpyxl
                        book = openpyxl.load_workbook(sys.argv[1]); sheet = book.active
                        for row in sheet.iter_rows():
                            for cell in row:
                                if str(cell.value).startswith("turned") and cell.column_letter == "B": cell.value += " it"
                        book.save(sys.argv[1])
                    else:
                        text = open(sys.argv[1], newline="").read()
                        open(sys.argv[1], "w", newline="").write(text.replace("round‹U+202C›", "round‹U+202C› it", 1))
                    """)
                _ = try await place.shell("/usr/bin/python3 edit.py \(sheet)")
                let changed = try await place.readiness(
                    "import", "table", sheet, "--into", "checklists/c.yaml", "--write")
                #expect(changed.status == 11, "\(changed)")
                let text = try place.read("checklists/c.yaml")
                #expect(text.contains("title: \"turned‹U+202E›round‹U+202C› it\"\n"), "\(text)")
                let again = try await place.readiness(
                    "import", "table", sheet, "--into", "checklists/c.yaml")
                #expect(again.status == 10, "\(again)")
            }
        }
    }
}
