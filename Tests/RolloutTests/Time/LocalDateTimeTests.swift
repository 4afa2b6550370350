import Rollout
import Testing

/// Times of day without a zone.
struct LocalDateTimeTests {
    static let readable: [(text: String, seconds: Int64, written: String)] = [
        ("1970-01-01T00:00", 0, "1970-01-01T00:00"), ("1970-01-01T00:00:00", 0, "1970-01-01T00:00"),
        ("1970-01-01T00:00:01", 1, "1970-01-01T00:00:01"),
        ("1969-12-31T23:59:59", -1, "1969-12-31T23:59:59"),
        ("2025-10-10t22:00", 1_760_133_600, "2025-10-10T22:00"),
        ("2025-10-10T08:05:00", 1_760_083_500, "2025-10-10T08:05"),
        ("9999-12-31T23:59:59", 253_402_300_799, "9999-12-31T23:59:59"),
    ]

    @Test("A time is read, counted, and written in its shortest form", arguments: readable)
    func reads(text: String, seconds: Int64, written: String) throws {
        let time = try #require(LocalDateTime(text))
        #expect(time.secondsAsIfUTC == seconds)
        #expect(LocalDateTime(secondsAsIfUTC: seconds) == time)
        #expect(time.description == written)
        #expect(LocalDateTime(written) == time)
    }

    static let refused = [
        "", "2025-10-10", "2025-10-10T", "2025-10-10T22", "2025-10-10T22:0", "2025-10-10T24:00",
        "2025-10-10T22:60",
        "2025-10-10T22:00:60", "2025-10-10T22:00:0", "2025-10-10T22:00:00Z", "2025-10-10T22:00Z",
        "2025-10-10 22:00",
        "2025-02-30T22:00", "2025-10-10T22.00", "2025-10-10T+2:00", "2025-10-10T22:00:00.0",
        "2025-10-10T２2:00",
    ]

    @Test("Another form, and a time that no clock shows, is refused", arguments: refused)
    func refuses(text: String) {
        #expect(LocalDateTime(text) == nil)
    }

    @Test("A second is one of its day")
    func seconds() throws {
        let day = try #require(CivilDate("2025-10-10"))
        #expect(LocalDateTime(date: day, secondOfDay: 86_400) == nil)
        #expect(LocalDateTime(date: day, secondOfDay: -1) == nil)
        #expect(LocalDateTime(date: day, secondOfDay: 86_399)?.description == "2025-10-10T23:59:59")
        #expect(LocalDateTime(startOf: day).description == "2025-10-10T00:00")
        #expect(LocalDateTime(startOf: day) < LocalDateTime(startOf: day.adding(days: 1)))
    }
}
