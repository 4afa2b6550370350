import LedgerStorage
import Operations
import Testing

@Suite("Where ledgers and checklists are at home")
struct LedgerPlaceTests {
    @Test("The ledger lies beside the nearest folder of checklists, else beside the checklist")
    func nearest() async throws {
        try await Place.with { place in
            let context = place.context()
            let usual = place.path(".readiness/ledger.sqlite")
            for path in ["checklists/sample.yaml", "checklists/deep/er/c.yaml", "loose/c.yaml"] {
                #expect(context.location(for: place.path(path)).path == usual, "\(path)")
            }
            #expect(context.location(for: nil).path == usual)
            #expect(context.location(for: "sha256:0123abcd").path == usual)
            #expect(
                context.location(for: place.path("../elsewhere/c.yaml")).path.hasSuffix(
                    "/elsewhere/.readiness/ledger.sqlite"))
        }
    }

    @Test("A named ledger is the one for all, and is told of where it is missing")
    func named() async throws {
        try await Place.with { place in
            #expect(place.context().missingLedger == nil)
            let context = place.context(ledger: "slip.sqlite")
            #expect(context.location(for: Sample.path).path == place.path("slip.sqlite"))
            #expect(context.missingLedger?.path == place.path("slip.sqlite"))
            try place.write("slip.sqlite", "")
            #expect(context.missingLedger == nil)
        }
    }
}
