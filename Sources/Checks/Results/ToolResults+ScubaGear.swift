extension ToolResults {
    /// ScubaGear: controls by their id; a warning says neither.
    static func scubagear(_ whole: TypedValue) -> Found {
        var found = Found()
        found.times = [whole["MetaData"]?["TimestampZulu"]?.string]
        found.tenant = whole["MetaData"]?["TenantId"]?.string
        guard case .object(let products)? = whole["Results"] else { return found }
        found.isOfFormat = true
        for product in products {
            let groups = found.objects(product.value)
            for control in groups.flatMap({ found.objects($0["Controls"]) }) {
                let status: Status =
                    switch control["Result"]?.string {
                    case "Pass": .passed
                    case "Fail": .failed
                    default: .open
                    }
                found.add([control["Control ID"]?.string], status)
            }
        }
        return found
    }
}
