extension ToolResults {
    /// ScubaGear: controls by their id; a warning says neither.
    static func scubagear(_ whole: TypedValue) -> Found {
        var found = Found()
        found.times = [whole["MetaData"]?["TimestampZulu"]?.string]
        found.tenant = whole["MetaData"]?["TenantId"]?.string
        guard case .object(let products)? = whole["Results"] else { return found }
        found.isOfFormat = true
        let groups = products.flatMap { $0.value.entries ?? [] }
        for control in groups.flatMap({ $0["Controls"]?.entries ?? [] }) {
            let status: Status =
                switch control["Result"]?.string {
                case "Pass": .passed
                case "Fail": .failed
                default: .open
                }
            found.add([control["Control ID"]?.string], status)
        }
        return found
    }
}
