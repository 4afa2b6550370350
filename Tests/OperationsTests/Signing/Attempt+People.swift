import Operations
import Rollout

/// Roles, members and separate duties.
extension Attempt {
    static let people: [Attempt] = [
        .recorded("for another role than the step asks", "other-role", step: "one") {
            try await $0.sign("one", by: "bea", role: "boss")
        },
        .slipped("for another role than the step asks", "other-role", step: "one") {
            try await $0.append($0.signOff("one", by: "bea", role: "boss"), key: "bea")
        },
        .recorded("by somebody who is no member", "not-a-member", step: "one") {
            try await $0.sign("one", by: "dan")
        },
        .slipped("by somebody who is no member", "not-a-member", step: "one") {
            try await $0.append($0.signOff("one", by: "dan"), key: "dan")
        },
        .recorded(
            "twice with one key under two names", "same-person", step: "pair",
            after: { try await $0.sign("pair", by: "ann") }
        ) { try await $0.sign("pair", by: "ana", key: "ann") },
        .slipped(
            "twice with one key under two names", "same-person", step: "pair",
            after: { try await $0.sign("pair", by: "ann") }
        ) { try await $0.append($0.signOff("pair", by: "ana"), key: "ann") },
        .recorded(
            "for two roles with one key under two names", "same-person", step: "both",
            after: { try await $0.sign("both", by: "ann") }
        ) { try await $0.sign("both", by: "ana", key: "ann", role: "asker") },
        .slipped(
            "for two roles with one key under two names", "same-person", step: "both",
            after: { try await $0.sign("both", by: "ann") }
        ) { try await $0.append($0.signOff("both", by: "ana", role: "asker"), key: "ann") },
        .recorded(
            "by who signed the excluded step", "signed-excluded-step", step: "other",
            after: { try await $0.sign("one", by: "ann") }
        ) { try await $0.sign("other", by: "ann") },
        .slipped(
            "by who signed the excluded step", "signed-excluded-step", step: "other",
            after: { try await $0.sign("one", by: "ann") }
        ) { try await $0.append($0.signOff("other", by: "ann"), key: "ann") },
        .recorded(
            "by who signed the excluded step under another name", "signed-excluded-step",
            step: "other", after: { try await $0.sign("one", by: "ann") }
        ) { try await $0.sign("other", by: "ana", key: "ann") },
        .slipped(
            "by who signed the excluded step under another name", "signed-excluded-step",
            step: "other", after: { try await $0.sign("one", by: "ann") }
        ) { try await $0.append($0.signOff("other", by: "ana"), key: "ann") },
        .slipped(
            "by who rejected the excluded step", "signed-excluded-step", step: "other",
            after: { try await $0.sign("one", .reject, by: "ann") }
        ) { try await $0.append($0.signOff("other", by: "ann"), key: "ann") },
        Attempt("the excluded step signed afterwards", "signed-excluded-step", step: "other") {
            let first = try await $0.sign("other", by: "ann")
            try await $0.sign("one", by: "ann")
            return try await $0.verdict(on: first)
        },
        .recorded("without the files that are asked for", "evidenceWanted", step: "shown") {
            try await $0.sign("shown", by: "ann")
        },
        .slipped("without the files that are asked for", "evidence-missing", step: "shown") {
            try await $0.append($0.signOff("shown", by: "ann"), key: "ann")
        },
    ]

    /// At a moment: when dan stands in for bob.
    private static let bobIsAway = "2025-10-21T10:00:00Z"

    static let deputies: [Attempt] = [
        Attempt("by the deputy and then the principal", "replaced", step: "pair") {
            let entry = try await $0.sign("pair", by: "dan", for: "ann")
            try await $0.sign("pair", by: "ann")
            return try await $0.verdict(on: entry)
        },
        Attempt("by the principal and then the deputy", "replaced", step: "pair") {
            let entry = try await $0.sign("pair", by: "ann")
            try await $0.append($0.signOff("pair", by: "dan", for: "ann"), key: "dan")
            return try await $0.verdict(on: entry)
        },
        .recorded(
            "by the deputy, and under the principal's other name", "same-person", step: "pair",
            after: {
                try await $0.sign("pair", by: "ann")
                try await $0.sign("pair", by: "dan", for: "ann")
            }
        ) { try await $0.sign("pair", by: "ana", key: "ann") },
        .recorded(
            "by one deputy for two members", "same-person", step: "pair",
            after: {
                try $0.place.set(bobIsAway)
                try await $0.sign("pair", by: "dan", for: "ann")
            }
        ) { try await $0.sign("pair", by: "dan", for: "bob") },
        .slipped(
            "by one deputy for two members", "same-person", step: "pair",
            after: {
                try $0.place.set(bobIsAway)
                try await $0.sign("pair", by: "dan", for: "ann")
            }
        ) { try await $0.append($0.signOff("pair", by: "dan", for: "bob"), key: "dan") },
        .recorded(
            "by the principal, whose deputy signed the excluded step", "signed-excluded-step",
            step: "other", after: { try await $0.sign("one", by: "dan", for: "ann") }
        ) { try await $0.sign("other", by: "ann") },
        .slipped(
            "by the deputy, whose principal signed the excluded step", "signed-excluded-step",
            step: "other", after: { try await $0.sign("one", by: "ann") }
        ) { try await $0.append($0.signOff("other", by: "dan", for: "ann"), key: "dan") },
        .recorded("by a deputy before the time", "not-yet-a-deputy", step: "one") {
            try await $0.sign("one", by: "dan", for: "bob")
        },
        .slipped("by a deputy before the time", "not-yet-a-deputy", step: "one") {
            try await $0.append($0.signOff("one", by: "dan", for: "bob"), key: "dan")
        },
        .recorded(
            "by a deputy after the time", "deputy-no-more", step: "one",
            after: { try $0.place.set("2025-11-01T10:00:00Z") }
        ) { try await $0.sign("one", by: "dan", for: "ann") },
        .slipped(
            "by a deputy after the time", "deputy-no-more", step: "one",
            after: { try $0.place.set("2025-11-01T10:00:00Z") }
        ) { try await $0.append($0.signOff("one", by: "dan", for: "ann"), key: "dan") },
        .recorded("by somebody else's deputy", "not-a-deputy", step: "one") {
            try await $0.sign("one", by: "dan", for: "cas")
        },
        .slipped("by somebody else's deputy", "not-a-deputy", step: "one") {
            try await $0.append($0.signOff("one", by: "dan", for: "cas"), key: "dan")
        },
        .recorded("by a member for another one", "not-a-deputy", step: "one") {
            try await $0.sign("one", by: "bob", for: "ann")
        },
        .slipped("by somebody for oneself", "not-a-deputy", step: "one") {
            try await $0.append($0.signOff("one", by: "ann", for: "ann"), key: "ann")
        },
        .recorded("by a deputy of nobody in the role", "not-a-member", step: "one") {
            try await $0.sign("one", by: "dan", for: "bea")
        },
        .recorded(
            "by a deputy with the principal's key", "signature-not-for-principal", step: "one"
        ) { try await $0.sign("one", by: "dan", for: "ann", key: "ann") },
    ]

    private static func request(
        _ matrix: Matrix, by name: String, key: String? = nil, role: String = "asker",
        step: String = "change"
    ) async throws {
        _ = try await RequestChange(step, for: role, note: "n")(matrix.act(by: name, key: key))
    }

    static let requests: [Attempt] = [
        .recorded("what nobody asked for", "request-missing", step: "change") {
            try await $0.sign("change", by: "cas")
        },
        .slipped("what nobody asked for", "request-missing", step: "change") {
            try await $0.append($0.signOff("change", by: "cas"), key: "cas")
        },
        .recorded(
            "what one asked for oneself", "requested-oneself", step: "change",
            after: { try await request($0, by: "bob") }
        ) { try await $0.sign("change", by: "bob") },
        .slipped(
            "what one asked for oneself", "requested-oneself", step: "change",
            after: { try await request($0, by: "bob") }
        ) { try await $0.append($0.signOff("change", by: "bob"), key: "bob") },
        .slipped(
            "what one asked for under another name", "requested-oneself", step: "change",
            after: { try await request($0, by: "ana", key: "ann") }
        ) { try await $0.append($0.signOff("change", by: "ann"), key: "ann") },
        .recorded("a request for another role", "other-role", step: "change") {
            try await request($0, by: "ann", role: "admin")
        },
        .recorded("a request of somebody who is no member", "not-a-member", step: "change") {
            try await request($0, by: "cas")
        },
        .recorded("a request for a step that asks for none", "request-not-asked", step: "one") {
            try await request($0, by: "bob", step: "one")
        },
        .slipped(
            "after a request of a stranger", "request-missing", step: "change",
            after: {
                try await $0.append(
                    $0.statement(
                        .request(ChangeRequest(note: "n")), step: "change", by: "cas",
                        role: "asker"), key: "cas")
            }
        ) { try await $0.append($0.signOff("change", by: "bob"), key: "bob") },
        .slipped(
            "after an unsigned request", "request-missing", step: "change",
            after: {
                try await $0.append(
                    $0.statement(
                        .request(ChangeRequest(note: "n")), step: "change", by: "bob",
                        role: "asker"), key: nil)
            }
        ) { try await $0.append($0.signOff("change", by: "cas"), key: "cas") },
        .slipped(
            "before the request", "request-missing", step: "change",
            after: { _ in }
        ) {
            let entry = try await $0.append($0.signOff("change", by: "cas"), key: "cas")
            try await request($0, by: "bob")
            return entry
        },
        .slipped(
            "after a request for another wording", "request-missing", step: "change",
            after: {
                try await request($0, by: "bob")
                try $0.edit("title: A change", "title: Another change")
            }
        ) { try await $0.append($0.signOff("change", by: "cas"), key: "cas") },
    ]
}
