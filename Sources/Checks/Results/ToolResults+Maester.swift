extension ToolResults {
    /// Maester: tests by their id, and by their name.
    static func maester(_ whole: TypedValue) -> Found {
        var found = Found()
        let tests = whole["Tests"]?.entries
        found.isOfFormat = tests != nil
        found.times = [whole["ExecutedAt"]?.string]
        found.tenant = whole["TenantId"]?.string
        for test in tests ?? [] {
            let detail = test["ResultDetail"]
            let isLeftOut =
                // Of another form than is known, it may say anything.
                detail.map { !$0.isObject && $0.saysSomething } ?? false
                || ["TestSkipped", "SkippedReason", "TestInvestigate"]
                    .contains { detail?[$0]?.saysSomething ?? false }
            let status: Status =
                switch test["Result"]?.string {
                case "Passed": .passed
                case "Failed", "Error": .failed
                default: .open
                }
            found.add(["Id", "Name"].map { test[$0]?.string }, status.doubted(isLeftOut))
        }
        return found
    }
}
