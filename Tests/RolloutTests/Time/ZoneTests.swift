import Rollout
import Testing

/// Time zones, where clocks are set forward and back.
struct ZoneTests {
    /// What clocks show, and the moment; also for times that occur twice or not at all.
    static let times: [(zone: String, local: String, instant: String)] = [
        ("UTC", "2025-10-10T08:00", "2025-10-10T08:00:00Z"),
        ("Etc/UTC", "2025-10-10T08:00", "2025-10-10T08:00:00Z"),
        ("Europe/Berlin", "2025-07-01T08:00", "2025-07-01T06:00:00Z"),
        ("Europe/Berlin", "2025-01-01T08:00", "2025-01-01T07:00:00Z"),
        ("Europe/Berlin", "2025-03-30T01:59:59", "2025-03-30T00:59:59Z"),
        ("Europe/Berlin", "2025-03-30T03:00", "2025-03-30T01:00:00Z"),
        // Left out: read with the offset before the change.
        ("Europe/Berlin", "2025-03-30T02:30", "2025-03-30T01:30:00Z"),
        // Twice: the earlier one.
        ("Europe/Berlin", "2025-10-26T02:30", "2025-10-26T00:30:00Z"),
        ("Europe/Berlin", "2025-10-26T03:00", "2025-10-26T02:00:00Z"),
        ("Europe/Berlin", "2025-10-26T01:59:59", "2025-10-25T23:59:59Z"),
        ("America/New_York", "2025-03-09T02:30", "2025-03-09T07:30:00Z"),
        ("America/New_York", "2025-11-02T01:30", "2025-11-02T05:30:00Z"),
        ("America/Los_Angeles", "2025-10-10T22:00", "2025-10-11T05:00:00Z"),
        ("Asia/Kathmandu", "2025-10-10T00:00", "2025-10-09T18:15:00Z"),
        ("Pacific/Kiritimati", "2025-10-10T00:00", "2025-10-09T10:00:00Z"),
        ("Pacific/Pago_Pago", "2025-10-10T00:00", "2025-10-10T11:00:00Z"),
        // Clocks are set by half an hour.
        ("Australia/Lord_Howe", "2025-10-05T02:15", "2025-10-04T15:45:00Z"),
        ("Australia/Lord_Howe", "2025-04-06T01:45", "2025-04-05T14:45:00Z"),
        // Midnight is left out.
        ("America/Havana", "2025-03-09T00:00", "2025-03-09T05:00:00Z"),
        ("Africa/Cairo", "2025-04-25T00:00", "2025-04-24T22:00:00Z"),
        // A whole day is left out.
        ("Pacific/Apia", "2011-12-29T23:59:59", "2011-12-30T09:59:59Z"),
        ("Pacific/Apia", "2011-12-30T12:00", "2011-12-30T22:00:00Z"),
        ("Pacific/Apia", "2011-12-31T00:00", "2011-12-30T10:00:00Z"),
        ("America/Argentina/Buenos_Aires", "2025-10-10T00:00", "2025-10-10T03:00:00Z"),
        ("Asia/Kolkata", "2025-10-10T00:00", "2025-10-09T18:30:00Z"),
    ]

    @Test("The moment at which a clock shows a time", arguments: times)
    func instant(zone: String, local: String, instant: String) throws {
        let zone = try #require(Zone(zone))
        let time = try #require(LocalDateTime(local))
        #expect(zone.instant(time).rfc3339 == instant)
    }

    static let clocks: [(zone: String, instant: String, local: String)] = [
        ("Europe/Berlin", "2025-03-30T00:59:59.999Z", "2025-03-30T01:59:59"),
        ("Europe/Berlin", "2025-03-30T01:00:00Z", "2025-03-30T03:00"),
        ("Europe/Berlin", "2025-10-26T00:30:00Z", "2025-10-26T02:30"),
        ("Europe/Berlin", "2025-10-26T01:30:00Z", "2025-10-26T02:30"),
        ("Asia/Kathmandu", "2025-10-09T18:15:00Z", "2025-10-10T00:00"),
        ("UTC", "1969-12-31T23:59:59.999Z", "1969-12-31T23:59:59"),
        ("Pacific/Apia", "2011-12-30T10:00:00Z", "2011-12-31T00:00"),
    ]

    @Test("What a clock shows at a moment", arguments: clocks)
    func local(zone: String, instant: String, local: String) throws {
        let zone = try #require(Zone(zone))
        #expect(zone.local(try #require(Instant(rfc3339: instant))).description == local)
    }

    @Test(
        "Every hour of a year is shown and found again",
        arguments: ["UTC", "Europe/Berlin", "Australia/Lord_Howe"])
    func roundTrip(name: String) throws {
        let zone = try #require(Zone(name))
        for hour in stride(from: Int64(1_735_689_600_000), to: 1_767_225_600_000, by: 3_600_000) {
            let instant = Instant(milliseconds: hour)
            let local = zone.local(instant)
            let found = zone.instant(local)
            // Where a time occurs twice the earlier moment is found; it shows the same time.
            #expect(found <= instant)
            #expect(zone.local(found) == local)
        }
    }

    @Test(
        "What is not a name of the IANA database is refused",
        arguments: [
            "", "/", "Foo/Bar", "Europe/Berlyn", "Europe", "CET", "EST", "PST8PDT", "GMT+2",
            "+02:00", "UTC+2",
            "Europe/Berlin ", " Europe/Berlin", "Europe/Berlin\u{0}", "Europe//Berlin",
            "Europe/../Europe/Berlin",
            "/usr/share/zoneinfo/Europe/Berlin", "../zoneinfo/Europe/Berlin", "europe/berlin",
            "EUROPE/BERLIN",
            "GMT/+2", "Europe/", "/Berlin", "W. Europe Standard Time", "Etc/Nowhere",
        ])
    func refuses(name: String) {
        #expect(Zone(name) == nil)
    }

    @Test("A zone is its name")
    func names() throws {
        let berlin = try #require(Zone("Europe/Berlin"))
        #expect(berlin.name == "Europe/Berlin")
        #expect(berlin.description == "Europe/Berlin")
        #expect(berlin != Zone("Europe/Paris"))
        #expect(Zone("UTC") == .utc)
        #expect(Zone.knownNames.contains("Europe/Berlin"))
    }

    @Test("Every name that is suggested is one that is read")
    func knownNames() {
        #expect(Zone.knownNames.filter { Zone($0) == nil } == [])
    }
}
