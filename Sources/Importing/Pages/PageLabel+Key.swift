extension PageLabel {
    /// The key of `change` that says what the field says; nil for effects, which have keys of their
    /// own.
    var key: String? {
        switch self {
        case .checkBefore: "check-before"
        case .product: "product"
        case .platform: "platforms"
        case .status: "status"
        case .changeType: "types"
        case .links: "links"
        case .summary: "summary"
        case .details: "details"
        case .category: "category"
        case .scope: "scope"
        case .releasePhase: "release-phase"
        case .created: "created"
        case .updated: "updated"
        case .taskType: "task-type"
        case .documents: "documents"
        case .affects: "affects"
        case .preparations: "preparation"
        case .urgency: "urgency"
        case .workload: "workload"
        case .plainSummary: "plain-summary"
        case .options: "configuration"
        case .opportunities: "opportunities"
        case .risks: "risks"
        case .security: "security"
        case .explanation: "explanation"
        case .effects: nil
        }
    }
}
