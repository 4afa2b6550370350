import Testing

/// Sheets that go back into the checklist they were written from.
struct EditedSheetTests {
    private static let checklist = """
        readiness: 1
        id: c
        title: C
        owner: lead
        timeline: [{id: go, title: Go, starts: 2025-11-01}]
        roles:
          lead: {title: Lead, members: [lea@example.com]}
          team: {title: The team, members: [tom@example.com, tim@example.com]}
        steps:
          - {id: a, title: First, role: team, due: go - 7d, sign-off: {}}
          - id: each
            for-each: {site: [north, south]}
            title: The site ${site}
            role: team
            due: go - 1d
            sign-off: {}
          - {id: b, title: Second, role: lead, due: go, needs: [a, each], sign-off: {}}

        """

    private static func into(
        _ place: Workspace, of text: String = checklist, _ edit: (String) -> String
    ) async throws -> Outcome {
        try place.write("checklists/c.yaml", text)
        let exported = try await place.readiness(
            "export", "checklists/c.yaml", "--sheet", "c.csv")
        #expect(exported.status == 0, "\(exported.stderr)")
        try place.write("c.csv", edit(try place.read("c.csv")))
        return try await place.readiness(
            "import", "table", "c.csv", "--into", "checklists/c.yaml", "--write")
    }

    @Test(
        "The sheet of a shipped checklist says what the checklist says, whatever its groups",
        arguments: ["mc1169566", "web-cutover", "database-migration"])
    func shipped(_ name: String) async throws {
        try await Workspace.with { place in
            let path = "checklists/\(name).yaml"
            try place.write("checklists/\(name).yaml", try DocsTree.text(path))
            for sheet in ["plan.csv", "plan.xlsx"] {
                let exported = try await place.readiness(
                    "export", "checklists/\(name).yaml", "--sheet", sheet)
                #expect(exported.status == 0, "\(exported.stderr)")
                let same = try await place.readiness(
                    "import", "table", sheet, "--into", "checklists/\(name).yaml")
                #expect(same.status == 10, "\(same.stdout) \(same.stderr)")
                #expect(same.stdout.hasSuffix("The sheet says what the checklist says.\n"))
            }
        }
    }

    @Test("Who signs and is no longer named among the owners is told, as who is new")
    func missingOwners() async throws {
        let text = Self.checklist.replacing(
            "role: team, due: go - 7d, sign-off: {}",
            with: "role: lead, due: go - 7d, sign-off: {by: [lead, team]}")
        try await Workspace.with { place in
            try place.write("checklists/c.yaml", text)
            for (owners, sentence) in [
                ("Lead & The team", nil), ("Lead", "\"The team\" must sign the step"),
                ("The team", "\"Lead\" must sign the step"),
            ] as [(String, String?)] {
                try place.write("c.csv", "Id,Task,Owner\na,First,\(owners)\n")
                let outcome = try await place.readiness(
                    "import", "table", "c.csv", "--into", "checklists/c.yaml", "--write")
                #expect(outcome.status == (sentence == nil ? 10 : 65), "\(outcome)")
                if let sentence { #expect(outcome.stderr.contains(sentence), "\(outcome)") }
                #expect(try place.read("checklists/c.yaml") == text)
            }
        }
    }

    @Test("What would change other steps, or others than the sheet says, is refused")
    func sharedLines() async throws {
        let text = Self.checklist.replacing("- {id: a,", with: "- &one {id: a,").replacing(
            "{id: b, title: Second, role: lead, due: go, needs: [a, each], sign-off: {}}",
            with: "{<<: *one, id: b, title: Second}")
        // The first of the two rows with that date is that of the step that the other one takes over.
        let date = ",2025-10-25,"
        try await Workspace.with { place in
            // The second sheet changes another cell of that step, and says that its level stays.
            for title in ["Second", "Next"] {
                let outcome = try await Self.into(place, of: text) { sheet in
                    #expect(sheet.contains("\(date)blocking"), "\(sheet)")
                    return sheet.replacing(
                        "\(date)blocking", with: "\(date)advisory", maxReplacements: 1
                    ).replacing("Second", with: title)
                }
                #expect(outcome.status == 65, "\(outcome)")
                #expect(outcome.stderr.contains("would reach \"b\" as well"), "\(outcome)")
                #expect(try place.read("checklists/c.yaml") == text)
            }
        }
    }

    @Test("A need may name a group, and a step without a row is named and stays")
    func groups() async throws {
        try await Workspace.with { place in
            let outcome = try await Self.into(place) { sheet in
                sheet.split(separator: "\r\n").filter { !$0.hasPrefix("a,") }
                    .joined(separator: "\r\n").replacing("\"a, each\"", with: "each")
            }
            #expect(outcome.status == 11, "\(outcome.stdout) \(outcome.stderr)")
            #expect(outcome.stdout.contains("The sheet has no row of a: left as before."))
            let text = try place.read("checklists/c.yaml")
            #expect(text.contains("needs: [each]") && text.contains("id: a, title: First"))
        }
    }

    @Test(
        "What a sheet cannot change is refused with its place, and nothing is written",
        arguments: [
            (
                "The site north", "The place north",
                "column B: The step \"each/north\" is made by a for-each"
            ),
            ("2025-10-25", "", "column E: The cell is empty, and the step has a date"),
            ("First,The team", "First,", "column C: The cell is empty, and the step has a role"),
            (
                "tom@example.com, tim@example.com", "tom@example.com",
                "column D: The members are those of the role \"The team\""
            ),
        ])
    func refused(_ old: String, _ new: String, _ words: String) async throws {
        try await Workspace.with { place in
            let outcome = try await Self.into(place) { $0.replacing(old, with: new) }
            #expect(outcome.status == 65, "\(outcome.stdout)")
            #expect(outcome.stderr.contains(words), "\(outcome.stderr)")
            #expect(try place.read("checklists/c.yaml") == Self.checklist)
        }
    }

    @Test("Of two roles with one title none is taken, and both are named")
    func twoRoles() async throws {
        let text = Self.checklist.replacing(
            "steps:", with: "  duty: {title: Lead, members: [dan@example.com]}\nsteps:")
        try await Workspace.with { place in
            let outcome = try await Self.into(place, of: text) {
                $0.replacing("First,The team", with: "First,Lead")
            }
            #expect(outcome.status == 65, "\(outcome.stdout)")
            #expect(
                outcome.stderr.contains(
                    "column C: The roles lead and duty have the title \"Lead\""),
                "\(outcome.stderr)")
            #expect(try place.read("checklists/c.yaml") == text)
        }
    }

    @Test("Our own word for ready is no evidence either")
    func claims() async throws {
        try await Workspace.with { place in
            let outcome = try await Self.into(place) { $0.replacing("pending", with: "ready") }
            #expect(outcome.status == 10, "\(outcome.stderr)")
            #expect(outcome.stdout.contains("The sheet calls a, "))
            #expect(outcome.stdout.contains("ready or waived, and nothing on record proves it"))
        }
    }

    @Test("A checklist that a sheet changes keeps its permissions, and a link to it stays one")
    func permissions() async throws {
        try await Workspace.with { place in
            try place.write("checklists/real.yaml", Self.checklist)
            let outcome = try await place.shell(
                """
                set -e
                chmod 640 checklists/real.yaml
                ln -s real.yaml checklists/c.yaml
                "$READINESS" export checklists/c.yaml --sheet c.csv
                sed -i s/Second/Third/ c.csv
                "$READINESS" import table c.csv --into checklists/c.yaml --write || test $? = 11
                stat -c %a checklists/real.yaml
                readlink checklists/c.yaml
                """)
            #expect(outcome.stdout.hasSuffix("640\nreal.yaml\n"), "\(outcome)")
            #expect(try place.read("checklists/real.yaml").contains("Third"))
        }
    }

    private static let phased = """
        readiness: 1
        id: c
        title: C
        owner: lead
        timeline:
          - {id: pilot, title: Pilot, starts: 2025-11-01, ends: 2025-11-10}
          - {id: off, title: Off, starts: 2025-11-15, status: cancelled}
          - {id: all, title: All, starts: 2025-12-01}
        roles: {lead: {title: Lead, members: [lea@example.com]}}
        steps:
          - {id: a, title: First, role: lead, due: pilot - 1bd, sign-off: {}}
          - {id: b, title: Second, role: lead, due: pilot + 2d, sign-off: {}}
          - {id: d, title: Third, role: lead, due: all - 1w, sign-off: {}}
          - {id: e, title: Fourth, role: lead, due: pilot.end, sign-off: {}}

        """

    @Test(
        "A day that changed counts from the phase where it fits, and one that did not keeps its words",
        arguments: [
            // Before its start, and still so.
            ("2025-10-31", "2025-10-20", "due: pilot - 12d"),
            ("2025-10-31", "2025-11-01", "due: pilot,"),
            // Behind the start that it had to be before: the next one, and not the cancelled one.
            ("2025-10-31", "2025-11-05", "due: all - 26d"),
            ("2025-10-31", "2025-12-24", "due: all + 23d"),
            // Behind its start, and before the next.
            ("2025-11-03", "2025-11-20", "due: pilot + 19d"),
            ("2025-11-03", "2025-12-01", "due: all,"),
            ("2025-11-03", "2025-11-01", "due: pilot,"),
            ("2025-11-24", "2025-11-02", "due: all - 29d"),
            ("2025-11-24", "2025-10-30", "due: pilot - 2d"),
            ("2025-11-10", "2025-11-12", "due: pilot.end + 2d"),
        ])
    func fitting(_ old: String, _ new: String, _ due: String) async throws {
        try await Workspace.with { place in
            let outcome = try await Self.into(place, of: Self.phased) {
                $0.replacing(",\(old),", with: ",\(new),")
            }
            #expect(outcome.status == 11, "\(outcome)")
            let text = try place.read("checklists/c.yaml")
            let lines = text.split(separator: "\n")
            let former = Self.phased.split(separator: "\n")
            let changed = zip(lines, former).filter { $0 != $1 }
            #expect(changed.count == 1 && changed[0].0.contains(due), "\(text)")
            let again = try await place.readiness(
                "import", "table", "c.csv", "--into", "checklists/c.yaml")
            #expect(again.status == 10, "\(again)")
        }
    }

    @Test("Signs that look like a parameter come back as they went, and can be changed")
    func literalSigns() async throws {
        let text = Self.checklist.replacing(
            "title: First,", with: "title: \"Set $${HOME} for $${site}\",")
        try await Workspace.with { place in
            let same = try await Self.into(place, of: text) { sheet in
                #expect(sheet.contains("a,Set ${HOME} for ${site},"), "\(sheet)")
                return sheet
            }
            #expect(same.status == 10, "\(same)")
            let edited = try await Self.into(place, of: text) {
                $0.replacing("Set ${HOME} for ${site}", with: "Keep ${site} and $${x}")
            }
            #expect(edited.status == 11, "\(edited)")
            #expect(
                try place.read("checklists/c.yaml").contains(
                    "title: \"Keep $${site} and $$${x}\","))
            let back = try await place.readiness(
                "export", "checklists/c.yaml", "--sheet", "c.csv")
            #expect(back.status == 0, "\(back)")
            #expect(try place.read("c.csv").contains("a,Keep ${site} and $${x},"))
        }
    }

    @Test("What comes of an edited sheet is also told to programs, with the same exit status")
    func json() async throws {
        try await Workspace.with { place in
            _ = try await Self.into(place) { $0 }
            try place.write(
                "c.csv",
                try place.read("c.csv").replacing("First", with: "Last").replacing(
                    "pending", with: "done"))
            let changed = try await place.readiness(
                "import", "table", "c.csv", "--into", "checklists/c.yaml", "--format", "json")
            #expect(changed.status == 11, "\(changed)")
            for words in [
                "\"state\": \"changed\"", "\"written\": false", "\"step\": \"a\"",
                "\"status\": \"done\"",
            ] { #expect(changed.stdout.contains(words), "\(changed.stdout)") }
        }
    }

    @Test("Beside its steps the owners of a sheet are people of their roles, or refused")
    func owners() async throws {
        try await Workspace.with { place in
            func outcome(_ owner: String) async throws -> Outcome {
                try await Self.into(place) { sheet in
                    sheet.split(separator: "\r\n").map { line in
                        line.contains("id,title")
                            ? "\(line),Owner" : "\(line)," + (line.hasPrefix("a,") ? owner : "")
                    }.joined(separator: "\r\n")
                }
            }
            #expect(try await outcome("tim@example.com").status == 10)
            let stranger = try await outcome("zoe@example.com")
            #expect(stranger.status == 65)
            #expect(stranger.stderr.contains("column J: The members are those of"), "\(stranger)")
        }
    }
}
