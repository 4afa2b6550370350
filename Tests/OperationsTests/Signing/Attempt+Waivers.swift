import Operations
import Rollout
import Testing

extension Attempt {
    private static let later = "2025-10-01T12:00:00Z"

    private static func waive(
        _ matrix: Matrix, by name: String, key: String? = nil, role: String = "boss",
        step: String = "one", until: String = "2025-10-20"
    ) async throws {
        let end = try #require(CalendarPoint(until))
        _ = try await WaiveStep(step, until: end, reason: "r", role: role)(
            matrix.act(by: name, key: key))
    }

    private static func waiver(
        _ matrix: Matrix, by name: String, key: String? = nil, isSigned: Bool = true,
        role: String = "boss", step: String = "one", for milliseconds: Int64 = 86_400_000,
        at time: Instant? = nil
    ) async throws -> Entry {
        let body = StatementBody.waiver(
            Waiver(until: (time ?? matrix.place.now).plus(milliseconds), reason: "r"))
        return try await matrix.append(
            matrix.statement(body, step: step, by: name, role: role, at: time),
            key: isSigned ? key ?? name : nil)
    }

    static let waivers: [Attempt] = [
        .recorded("a waiver for another role", "other-role", step: "one") {
            try await waive($0, by: "ann", role: "admin")
        },
        .slipped("a waiver for another role", "other-role", step: "one") {
            try await waiver($0, by: "ann", role: "admin")
        },
        .recorded("a waiver of somebody who is no member", "not-a-member", step: "one") {
            try await waive($0, by: "cas")
        },
        .slipped("a waiver of somebody who is no member", "not-a-member", step: "one") {
            try await waiver($0, by: "cas")
        },
        .recorded("a waiver of one's own step", "own-step", step: "one") {
            try await waive($0, by: "amy")
        },
        .slipped("a waiver of one's own step", "own-step", step: "one") {
            try await waiver($0, by: "amy")
        },
        .recorded("a waiver of a step of the role that waives", "own-step", step: "bosses") {
            try await waive($0, by: "bea", step: "bosses")
        },
        .slipped("a waiver of a step of the role that waives", "own-step", step: "bosses") {
            try await waiver($0, by: "bea", step: "bosses")
        },
        .recorded(
            "a waiver of one's own step under another name", "own-step", step: "one",
            after: { try await $0.sign("pair", by: "ann") }
        ) { try await waive($0, by: "bet", key: "ann") },
        .slipped(
            "a waiver of one's own step under another name", "own-step", step: "one",
            after: { try await $0.sign("pair", by: "ann") }
        ) { try await waiver($0, by: "bet", key: "ann") },
        .recorded("a waiver by another name of the list", "own-step", step: "one") {
            try await waive($0, by: "cab", key: "cay")
        },
        .slipped("a waiver by another name of the list", "own-step", step: "one") {
            try await waiver($0, by: "cab", key: "cay")
        },
        .recorded("a waiver by a member's deputy", "own-step-as-deputy", step: "one") {
            try await waive($0, by: "own")
        },
        .slipped("a waiver by a member's deputy", "own-step-as-deputy", step: "one") {
            try await waiver($0, by: "own")
        },
        .recorded("a waiver of what one is to sign", "own-sign-off", step: "desked") {
            try await waive($0, by: "bea", step: "desked")
        },
        .slipped("a waiver of what one is to sign", "own-sign-off", step: "desked") {
            try await waiver($0, by: "bea", step: "desked")
        },
        .recorded("a waiver that is too long", "waiverTooLong", step: "one") {
            try await waive($0, by: "bea", until: "2025-11-20")
        },
        .slipped("a waiver that is too long", "too-long", step: "one") {
            try await waiver($0, by: "bea", for: 31 * 86_400_000)
        },
        .recorded("a waiver that has ended", "ends-before-it-begins", step: "one") {
            try await waive($0, by: "bea", until: "2025-09-30")
        },
        .slipped("a waiver that has ended", "ends-before-it-begins", step: "one") {
            try await waiver($0, by: "bea", for: -1)
        },
        Attempt("a waiver that ended since", "ended", step: "one") {
            let entry = try await waiver($0, by: "bea")
            try $0.place.set("2025-10-02T10:00:00Z")
            return try await $0.verdict(on: entry)
        },
        .recorded("a waiver of what may not be waived", "not-waivable", step: "firm") {
            try await waive($0, by: "bea", step: "firm")
        },
        .slipped("a waiver of what may not be waived", "not-waivable", step: "firm") {
            try await waiver($0, by: "bea", step: "firm")
        },
        .slipped("a waiver that nobody signed", "unsigned", step: "one") {
            try await waiver($0, by: "bea", isSigned: false)
        },
        .slipped("a waiver with somebody else's key", "signature-not-for-principal", step: "one") {
            try await waiver($0, by: "bea", key: "ann")
        },
        .slipped(
            "a waiver that was kept back behind a rejection", "overtaken", step: "one",
            after: {
                try $0.place.set(later)
                try await $0.sign("one", .reject, by: "ann")
            }
        ) { try await waiver($0, by: "bea", at: Place.start) },
        .slipped(
            "a waiver that was taken back, again", "replayed", step: "one",
            after: {
                let entry = try await waiver($0, by: "bea")
                _ = try await TakeBack(.waiver, entry.sequence, of: "one", reason: "r")(
                    $0.act(by: "bea"))
            }
        ) { try await waiver($0, by: "bea") },
        Attempt("a waiver of another wording", "other-wording", step: "one") {
            let entry = try await waiver($0, by: "bea")
            try $0.edit("title: One", "title: The one")
            return try await $0.verdict(on: entry)
        },
        Attempt("a waiver before a rejection", "overtaken", step: "one") {
            let entry = try await waiver($0, by: "bea")
            try await $0.sign("one", .reject, by: "ann")
            return try await $0.verdict(on: entry)
        },
    ]
}
