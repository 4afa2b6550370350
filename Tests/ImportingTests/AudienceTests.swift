import ChecklistDecoding
import Importing
import Rollout
import Testing

@Suite("Audiences of posts")
struct AudienceTests {
    @Test(
        "have one name each, whatever they are called",
        arguments: [
            ("For GCCH, DOD: early May 2025", "GCC High, DoD", "gcc-high-dod", "GCC High, DoD"),
            ("WWMT: early May 2025", "Worldwide", "worldwide", "Worldwide"),
            (
                "WW and GCC-H: early May 2025", "Worldwide and GCC High", "worldwide-and-gcc-high",
                "Worldwide, GCC High"
            ),
            ("Gallatin: early May 2025", "China", "china", "China"),
            ("Office 365 operated by 21Vianet: early May 2025", "China", "china", "China"),
            ("GCC-High: early May 2025", "GCC High", "gcc-high", "GCC High"),
            (
                "Worldwide (Standard Multi-Tenant): early May 2025", "Worldwide", "worldwide",
                "Worldwide"
            ),
            ("USGov DoD: early May 2025", "DoD", "dod", "DoD"),
            (
                "GA (WW, GCCHigh): early May 2025", "General Availability (Worldwide, GCC High)",
                "general-availability-worldwide-gcc-high",
                "General Availability, Worldwide, GCC High"
            ),
            (
                "Phase 1 (Complete) | GA (GCC): early May 2025",
                "Phase 1 | General Availability (GCC)",
                "phase-1-general-availability-gcc", "General Availability, GCC"
            ),
            (
                "iOS - TR: early May 2025", "iOS - Targeted Release", "ios-targeted-release",
                "Targeted Release"
            ),
            (
                "Government clouds: early May 2025", "Government clouds", "government-clouds",
                "Government clouds"
            ),
            ("Government Community Cloud: early May 2025", "GCC", "gcc", "GCC"),
            (
                "Commercial customers: early May 2025", "Commercial customers",
                "commercial-customers",
                "Worldwide"
            ),
        ])
    func names(_ line: String, _ title: String, _ id: String, _ audiences: String) throws {
        let read = try SamplePost.read(timeline: "<p>\(line)</p>")
        let phase = try #require(
            try DraftReading.checklist(ChecklistDraft(read).text).checklist.timeline.first)
        #expect(phase.title == title)
        #expect(phase.id.text == id)
        #expect(read.audiences.map(\.rawValue).joined(separator: ", ") == audiences)
        #expect(phase.audience == (title == "Commercial customers" ? "Worldwide" : ""))
        // What the post says stays beside it.
        #expect(!phase.source.isEmpty)
    }

    @Test("are those of the phases, then of the title, each once")
    func all() throws {
        let read = try SamplePost.read(
            body: """
                <p>Mail changes.</p><p>When this will happen:</p><p>GA (WW): May 2025</p>\
                <p>GA (GCCH): June 2025</p>
                """, title: "Mail changes (GCCH, 21Vianet)")
        #expect(
            read.audiences == [.generalAvailability, .worldwide, .gccHigh, .china])
    }
}
