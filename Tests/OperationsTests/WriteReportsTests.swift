import Operations
import Reporting
import Testing

@Suite("Writing reports")
struct WriteReportsTests {
    private static func reports(_ place: Place) async throws -> [ReportInput] {
        [try await place.judged().report(ReportInput.Tool(name: "readiness", version: "test"))]
    }

    @Test("Each file is written as a whole into a folder that is made")
    func written() async throws {
        try await Place.with { place in
            let folder = place.path("new/deep")
            let paths = try await WriteReports(into: folder)(
                try await Self.reports(place), as: [MarkdownFormat(), HTMLFormat()])
            let stem = "\(folder)/sample-20251001T100000Z"
            #expect(paths == [["\(stem).md"], ["\(stem).html"]])
            #expect(place.exists("new/deep/sample-20251001T100000Z.md"))
        }
    }

    @Test("A folder that cannot be made and a file that cannot be written are typed errors")
    func refused() async throws {
        try await Place.with { place in
            let reports = try await Self.reports(place)
            try place.write("file", "old")
            let onFile = await #expect(throws: OperationFailure.self) {
                try await WriteReports(into: place.path("file"))(reports, as: [MarkdownFormat()])
            }
            #expect(onFile?.description.contains("cannot be made") == true)
            try place.write("taken/sample-20251001T100000Z.md/x", "")
            let onFolder = await #expect(throws: OperationFailure.self) {
                try await WriteReports(into: place.path("taken"))(reports, as: [MarkdownFormat()])
            }
            #expect(onFolder?.description.contains("Nothing was changed") == true)
        }
    }
}
