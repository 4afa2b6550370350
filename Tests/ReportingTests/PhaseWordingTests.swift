import Reporting
import Rollout
import Testing

struct PhaseWordingTests {
    private static func phase(
        _ verdict: Verdict?, hasStarted: Bool, atStart: Verdict?, holdsUntil: String?
    ) throws -> PhaseAssessment {
        PhaseAssessment(
            phase: Phase(id: "p", title: "P", starts: try Make.range("2025-10-10")),
            starts: try Make.instant("2025-10-10T00:00:00Z"), hasStarted: hasStarted,
            current: PhaseFinding(verdict: verdict, reasons: [], counted: []),
            closing: PhaseFinding(
                verdict: verdict == nil ? nil : .noGo, reasons: [.nothingApplies], counted: []),
            atStart: atStart, holdsUntil: try holdsUntil.map(Make.instant), due: [], decision: nil)
    }

    @Test("before the start the forecast is said, after it what stays")
    func forecast() throws {
        let context = WordingContext(Make.checklist())
        let until = "2025-10-01T00:00:00Z"
        #expect(
            PhaseWording.forecast(
                try Self.phase(.go, hasStarted: false, atStart: .noGo, holdsUntil: until), context)
                == "If nothing more is recorded, it is GO until 2025-10-01 00:00 UTC, and at the start it will be NO-GO."
        )
        #expect(
            PhaseWording.forecast(
                try Self.phase(.noGo, hasStarted: true, atStart: .go, holdsUntil: nil), context)
                == "If nothing more is recorded, it stays NO-GO. At the start it was GO.")
        #expect(
            PhaseWording.forecast(
                try Self.phase(nil, hasStarted: false, atStart: nil, holdsUntil: nil), context)
                == nil)
    }

    @Test("whether it may be closed is said with the conditions")
    func closing() throws {
        #expect(
            PhaseWording.closing(
                try Self.phase(.go, hasStarted: false, atStart: .go, holdsUntil: nil))
                == "To be closed: NO-GO with 1 open condition.")
        #expect(
            PhaseWording.closing(
                try Self.phase(nil, hasStarted: false, atStart: nil, holdsUntil: nil)) == nil)
    }
}
