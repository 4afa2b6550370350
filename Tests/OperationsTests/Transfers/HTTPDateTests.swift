import Operations
import Rollout
import Testing

/// The dates of HTTP.
struct HTTPDateTests {
    private static let now = Instant(rfc3339: "2025-10-10T00:00:00Z")

    @Test(
        "All three forms are read",
        arguments: [
            ("Sun, 06 Nov 1994 08:49:37 GMT", "1994-11-06T08:49:37Z"),
            ("Sunday, 06-Nov-94 08:49:37 GMT", "1994-11-06T08:49:37Z"),
            ("Sun Nov  6 08:49:37 1994", "1994-11-06T08:49:37Z"),
            ("Friday, 10-Oct-25 12:00:00 GMT", "2025-10-10T12:00:00Z"),
            ("Monday, 10-Oct-75 12:00:00 GMT", "2075-10-10T12:00:00Z"),
            ("Sunday, 10-Oct-76 12:00:00 GMT", "1976-10-10T12:00:00Z"),
            ("Tue, 29 Feb 2028 00:00:00 GMT", "2028-02-29T00:00:00Z"),
        ])
    func forms(_ text: String, _ moment: String) throws {
        let now = try #require(Self.now)
        #expect(HTTPDate.instant(text, now: now)?.rfc3339 == moment)
    }

    @Test(
        "Other texts are none",
        arguments: [
            "", "17", "Sun, 31 Feb 2025 08:49:37 GMT", "Sun, 06 Nov 1994 24:49:37 GMT",
            "Sun, 06 Nov 1994 08:49:37 UTC", "Sun, 06 nov 1994 08:49:37 GMT", "06 Nov 1994",
            "Sun, 06 Nov 94 08:49:37 GMT", "Sun, 06 Nov 1994 08:49 GMT", "2025-10-10T00:00:00Z",
            "Sun, 06 Nov 1994 08:49:37 GMT, Sun, 06 Nov 1994 08:49:37 GMT",
        ])
    func others(_ text: String) throws {
        let now = try #require(Self.now)
        #expect(HTTPDate.instant(text, now: now) == nil)
    }
}
