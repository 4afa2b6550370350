import Foundation
import Testing

/// Sheets that LibreOffice makes are read, and it reads ours; where it is installed.
@Suite(
    .enabled(
        if: FileManager.default.isExecutableFile(atPath: "/usr/bin/soffice"),
        "needs libreoffice-calc-nogui"), .timeLimit(.minutes(10)))
struct LibreOfficeTests {
    private static let checklist = """
        readiness: 1
        id: plan
        title: A plan
        owner: boss
        timeline: [{id: go, title: Go, starts: 2025-11-01}]
        roles:
          boss: {title: Bosses, members: [bea@example.com]}
          net: {title: "Nétz & Co <1>", members: [ann@example.com, bob@example.com]}
        steps:
          - {id: a, title: "=SUM(1;2) is no formula", role: net, due: go - 7d, sign-off: {}}
          - {id: b, title: "0049, and 1/2", role: boss, due: go, level: advisory, needs: [a], sign-off: {}}
          - {id: c, title: "Two \\"quotes\\"; and, a comma", role: net, due: go + 1d, sign-off: {}}

        """

    /// Has LibreOffice write a sheet in another format; with a profile of its own, so that no other
    /// one is in its way.
    private static func convert(
        _ place: Workspace, _ file: String, to format: String, into folder: String
    ) async throws {
        let outcome = try await place.shell(
            """
            soffice "-env:UserInstallation=file://$PWD/profile" --headless \
            --convert-to '\(format)' --outdir '\(folder)' '\(file)'
            """)
        try #require(outcome.status == 0, "\(outcome)")
    }

    @Test("Our sheet goes through its formats and back, and says what the checklist says")
    func roundTrip() async throws {
        try await Workspace.with { place in
            try place.write("checklists/plan.yaml", Self.checklist)
            let written = try await place.readiness(
                "export", "checklists/plan.yaml", "--sheet", "plan.xlsx")
            #expect(written.status == 0, "\(written)")
            try await Self.convert(place, "plan.xlsx", to: "ods", into: "ods")
            try await Self.convert(place, "ods/plan.ods", to: "xlsx", into: "back")
            // Comma, quotation mark, UTF-8.
            try await Self.convert(
                place, "plan.xlsx", to: "csv:Text - txt - csv (StarCalc):44,34,76", into: "csv")
            for sheet in ["plan.xlsx", "back/plan.xlsx", "csv/plan.csv"] {
                let read = try await place.readiness(
                    "import", "table", sheet, "--into", "checklists/plan.yaml")
                #expect(read.status == 10, "\(sheet): \(read)")
                #expect(read.stdout.contains("says what the checklist says"), "\(sheet): \(read)")
            }
        }
    }

    @Test("A sheet that it made itself is read: dates, merged cells, formulas and their values")
    func own() async throws {
        try await Workspace.with { place in
            func text(_ words: String) -> String {
                "<table:table-cell office:value-type=\"string\"><text:p>\(words)</text:p></table:table-cell>"
            }
            func date(_ day: String) -> String {
                "<table:table-cell table:style-name=\"d\" office:value-type=\"date\" office:date-value=\"\(day)\"/>"
            }
            let head = ["Aufgabe", "Team", "Fällig", "Status"].map(text).joined()
            let formula =
                "<table:table-cell table:formula=\"of:=&quot;Switch&quot;&amp;&quot; over&quot;\" office:value-type=\"string\"><text:p>Switch over</text:p></table:table-cell>"
            let merged =
                "<table:table-cell table:number-columns-spanned=\"3\" office:value-type=\"string\"><text:p>Clean up</text:p></table:table-cell><table:covered-table-cell table:number-columns-repeated=\"2\"/>"
            try place.write(
                "own.fods",
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" \
                xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" \
                xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" \
                xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" \
                xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0" \
                xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2" \
                office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.spreadsheet">\
                <office:automatic-styles><number:date-style style:name="n"><number:day/>\
                <number:text>.</number:text><number:month/><number:text>.</number:text>\
                <number:year number:style="long"/></number:date-style>\
                <style:style style:name="d" style:family="table-cell" style:data-style-name="n"/>\
                </office:automatic-styles>\
                <office:body><office:spreadsheet><table:table table:name="Plan">\
                <table:table-row>\(head)</table:table-row>\
                <table:table-row>\(text("Back up"))\(text("DBA"))\(date("2025-10-31"))\(text("fertig"))</table:table-row>\
                <table:table-row>\(formula)\(text("DBA"))\(date("2025-11-01"))</table:table-row>\
                <table:table-row>\(merged)</table:table-row>\
                </table:table></office:spreadsheet></office:body></office:document>
                """)
            try await Self.convert(place, "own.fods", to: "xlsx", into: ".")
            let imported = try await place.readiness(
                "import", "table", "own.xlsx", "--output", "checklists")
            #expect(imported.status == 0, "\(imported)")
            let draft = try place.read("checklists/own.yaml")
            #expect(draft.contains("due: cutover - 1d  # 2025-10-31"), "\(draft)")
            #expect(draft.contains("Switch over"), "\(draft)")
            #expect(draft.contains("Clean up"), "\(draft)")
        }
    }
}
