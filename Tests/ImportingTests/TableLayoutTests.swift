import Importing
import Testing

@Suite("Tables of posts whose cells reach over several")
struct TableLayoutTests {
    private static func phases(_ table: String) throws -> [String] {
        try SamplePost.read(timeline: "<table>\(table)</table>").phases.map { phase in
            let days = [phase.start, phase.end].map { $0?.days.map { "\($0.earliest)" } ?? "-" }
            return "\(phase.name) \(days[0]) > \(days[1])"
        }
    }

    @Test("keep the name in each row that it reaches")
    func rows() throws {
        #expect(
            try Self.phases(
                """
                <tr><th>Cloud</th><th>Platform</th><th>Start</th></tr>\
                <tr><td rowspan=2>Worldwide</td><td>Windows</td><td>May 5, 2025</td></tr>\
                <tr><td>Mac</td><td>June 2, 2025</td></tr>\
                <tr><td rowspan="2">GCC</td><td>Windows</td><td>July 7, 2025</td></tr>\
                <tr><td>Mac</td><td>August 4, 2025</td></tr>
                """) == [
                    "Worldwide: Windows 2025-05-05 > -", "Worldwide: Mac 2025-06-02 > -",
                    "GCC: Windows 2025-07-07 > -", "GCC: Mac 2025-08-04 > -",
                ])
    }

    @Test("have a head of two rows where the lower one parts the upper one")
    func heads() throws {
        #expect(
            try Self.phases(
                """
                <tr><th rowspan=2>Cloud</th><th colspan=2>Rollout</th></tr>\
                <tr><th>Begin</th><th>Complete</th></tr>\
                <tr><td>Worldwide</td><td>May 5, 2025</td><td>May 30, 2025</td></tr>\
                <tr><td>GCC</td><td>June 2, 2025</td><td>June 27, 2025</td></tr>
                """) == ["Worldwide 2025-05-05 > 2025-05-30", "GCC 2025-06-02 > 2025-06-27"])
    }

    @Test("are bounded, however far they say to reach")
    func bounded() throws {
        let wide = "<td rowspan=65534 colspan=1000>\(String(repeating: "a", count: 20_000))</td>"
        let rows = String(repeating: "<tr>\(wide)<td>May 5, 2025</td></tr>", count: 40)
        _ = try SamplePost.read(timeline: "<table>\(rows)</table>")
        for odd in ["0", "-1", "x", "99999999999999999999", ""] {
            #expect(
                try Self.phases(
                    "<tr><td rowspan='\(odd)' colspan='\(odd)'>GCC</td><td>May 5, 2025</td></tr>")
                    == ["GCC 2025-05-05 > -"])
        }
    }

    @Test("blanks around the address of a link are none of it")
    func links() throws {
        let read = try SamplePost.read(
            body: "<p>See <a href=\" https://example.com/a\n\">this</a>.</p>")
        #expect(read.links.map(\.address) == ["https://example.com/a"])
    }
}
