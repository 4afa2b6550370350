import Foundation
import Rollout
import Testing

/// Days of the calendar.
struct CivilDateTests {
    static let counted: [(text: String, daysSinceEpoch: Int)] = [
        ("1970-01-01", 0), ("1969-12-31", -1), ("2000-02-29", 11_016), ("2000-03-01", 11_017),
        ("1900-02-28", -25_509), ("1900-03-01", -25_508), ("0001-01-01", -719_162),
        ("9999-12-31", 2_932_896),
        ("2024-02-29", 19_782), ("2025-10-10", 20_371), ("1600-12-31", -134_775),
    ]

    @Test("A day is a number of days since 1970 and back", arguments: counted)
    func days(text: String, daysSinceEpoch: Int) throws {
        let date = try #require(CivilDate(text))
        #expect(date.daysSinceEpoch == daysSinceEpoch)
        #expect(CivilDate(daysSinceEpoch: daysSinceEpoch) == date)
        #expect(date.description == text)
    }

    @Test("Every third day from 1995 to 2035 agrees with Foundation's calendar")
    func foundation() throws {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        for day in stride(from: 9131, to: 24_106, by: 3) {
            let date = CivilDate(daysSinceEpoch: day)
            let parts = calendar.dateComponents(
                [.year, .month, .day, .weekday],
                from: Date(timeIntervalSince1970: Double(day) * 86_400))
            #expect(date.year == parts.year)
            #expect(date.month == parts.month)
            #expect(date.day == parts.day)
            #expect(date.isWorkingDay == ![1, 7].contains(parts.weekday))
            #expect(date.daysSinceEpoch == day)
        }
    }

    static let refused = [
        "", "2025-02-29", "2025-02-30", "1900-02-29", "2025-04-31", "2025-00-10", "2025-13-10",
        "2025-10-00",
        "2025-10-32", "0000-01-01", "25-10-10", "2025-1-01", "2025-10-1", "2025/10/10", "20251010",
        "2025-10-10 ",
        " 2025-10-10", "2025-10-10T", "+025-10-10", "-001-10-10", "２025-10-10", "2025-10-1٠",
        "2025-10-10\u{301}",
    ]

    @Test("A day that does not exist, or another form, is refused", arguments: refused)
    func refuses(text: String) {
        #expect(CivilDate(text) == nil)
    }

    @Test("Numbers that name no day are refused")
    func numbers() {
        #expect(CivilDate(year: 2025, month: 2, day: 29) == nil)
        #expect(CivilDate(year: 0, month: 1, day: 1) == nil)
        #expect(CivilDate(year: 10_000, month: 1, day: 1) == nil)
        #expect(CivilDate(year: 2024, month: 2, day: 29)?.description == "2024-02-29")
        #expect(CivilDate.daysIn(month: 2, year: 2000) == 29)
        #expect(CivilDate.daysIn(month: 2, year: 2100) == 28)
    }

    static let working: [(start: String, days: Int, end: String)] = [
        // 2025-10-10 is a Friday.
        ("2025-10-10", 0, "2025-10-10"), ("2025-10-10", 1, "2025-10-13"),
        ("2025-10-10", -1, "2025-10-09"),
        ("2025-10-10", 5, "2025-10-17"), ("2025-10-10", -5, "2025-10-03"),
        ("2025-10-10", 6, "2025-10-20"),
        ("2025-10-13", -1, "2025-10-10"), ("2025-10-13", -6, "2025-10-03"),
        ("2025-10-11", 0, "2025-10-11"),
        ("2025-10-11", 1, "2025-10-13"), ("2025-10-12", 1, "2025-10-13"),
        ("2025-10-11", -1, "2025-10-10"),
        ("2025-10-12", -1, "2025-10-10"), ("2025-10-11", 5, "2025-10-17"),
        ("2025-10-11", 6, "2025-10-20"),
        ("2025-10-12", -5, "2025-10-06"), ("2025-10-12", -6, "2025-10-03"),
        ("2025-12-31", 2, "2026-01-02"),
    ]

    @Test("Working days are Monday to Friday", arguments: working)
    func workingDays(start: String, days: Int, end: String) throws {
        #expect(try #require(CivilDate(start)).adding(workingDays: days).description == end)
    }

    @Test("Counting working days agrees with counting one after the other")
    func countedOneByOne() {
        for start in 20_000..<20_014 {
            for amount in -23...23 where amount != 0 {
                var date = CivilDate(daysSinceEpoch: start)
                var left = abs(amount)
                while left > 0 {
                    date = date.adding(days: amount < 0 ? -1 : 1)
                    if date.isWorkingDay { left -= 1 }
                }
                #expect(CivilDate(daysSinceEpoch: start).adding(workingDays: amount) == date)
            }
        }
    }

    @Test("A large number of working days takes no time")
    func manyWorkingDays() {
        #expect(
            CivilDate(daysSinceEpoch: 20_371).adding(workingDays: 1_000_000_000).daysSinceEpoch
                == 1_400_020_371)
    }

    @Test("Days are in the order of time")
    func order() throws {
        let days = [
            "0001-01-01", "1969-12-31", "1970-01-01", "2025-09-30", "2025-10-01", "2025-10-02",
        ].compactMap { CivilDate($0) }
        #expect(days.count == 6)
        #expect(days.shuffled().sorted() == days)
        #expect(days.sorted { $0.daysSinceEpoch < $1.daysSinceEpoch } == days)
    }
}
