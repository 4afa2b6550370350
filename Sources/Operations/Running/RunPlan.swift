package import ChecklistDecoding
package import Checks
package import Rollout

/// The checks of a run, in the order of the checklists.
package struct RunPlan: Sendable {
    /// A check with the checklist and step that it belongs to.
    package struct Item: Sendable {
        /// The place of the checklist among those of the run.
        package let source: Int
        package let checklist: Checklist
        package let step: Step
        package let planned: PlannedCheck

        /// The check runs something of the checklist's choice, or is given a secret.
        package var needsTrust: Bool {
            planned.check.check.execution != nil || !planned.check.check.secrets.isEmpty
        }
        package var definition: CheckDefinition { step.checks[planned.position] }

        /// The names of the environment variables of `readiness` that it takes secrets from.
        package var secretVariables: [String] {
            let names = planned.check.check.secrets.compactMap { secret -> String? in
                guard case .variable(let name) = secret else { return nil }
                return name
            }
            return Set(names).sorted()
        }
    }

    package let loaded: [LoadedChecklist]

    /// What the operator named the checklist of a check by.
    package func name(of item: Item) -> String { loaded[item.source].source.description }

    /// In the order of the results.
    package let items: [Item]

    /// From where the checks are made.
    package let site: RunSite
    /// What is carried out from elsewhere, for each checklist of which that is so.
    package let leftOut: [RunSite.LeftOut]

    /// Chooses the checks of the steps that apply and fit.
    ///
    /// - Parameters:
    ///   - loaded: The checklists.
    ///   - filter: Which steps the run is about.
    ///   - site: The vantage point that the checks are made from; nil where it has no name.
    ///   - permissions: For each checklist whether what it executes may be executed.
    ///   - only: For each checklist the places of the checks to keep, by step; nil for all.
    ///   - context: The world around the checks.
    /// - Throws: `OperationFailure` for a name that nobody has, and where there is nothing to check.
    package init(
        _ loaded: [LoadedChecklist], filter: RunFilter, from site: SiteID? = nil,
        permissions: [CheckEnvironment.CommandPermission], only: [[StepID: Set<Int>]]? = nil,
        _ context: OperationContext
    ) throws {
        try filter.require(knownBy: loaded.map(\.checklist))
        let site = try RunSite(site, knownBy: loaded.map(\.checklist))
        self.loaded = loaded
        self.site = site
        leftOut = loaded.compactMap { site.leftOut(Self.steps(of: $0, filter), of: $0) }
        let authorities = AuthorityCache()
        let all = try zip(loaded.indices, zip(loaded, permissions)).flatMap { source, pair in
            Self.items(
                of: pair.0, at: source, filter, site,
                CheckEnvironment(
                    folder: try context.home(of: pair.0).checksFolder, timeout: pair.0.timeout,
                    commands: pair.1, variables: context.variables,
                    shared: SharedSecrets(pair.0.checks.values.joined().flatMap(\.check.secrets)),
                    authorities: authorities, clock: context.clock))
        }
        items = all.filter { item in
            only?[item.source][item.step.id, default: []].contains(item.planned.position) ?? true
        }
        guard !items.isEmpty else {
            guard all.isEmpty else { throw OperationFailure.noneStandsSo }
            throw leftOut.isEmpty
                ? OperationFailure.nothingToCheck
                : .nothingToCheckFrom(site.id, leftOut)
        }
    }

    /// The checklists that the run checks nothing of.
    package var idle: [LoadedChecklist] {
        let busy = Set(items.map(\.source))
        return loaded.indices.filter { !busy.contains($0) }.map { loaded[$0] }
    }

    /// The steps that apply, fit and have checks.
    private static func steps(of loaded: LoadedChecklist, _ filter: RunFilter) -> [Step] {
        loaded.checklist.steps.filter {
            !$0.checks.isEmpty && loaded.checklist.applicability(of: $0) == .applies
                && filter.fits($0)
        }
    }

    private static func items(
        of loaded: LoadedChecklist, at source: Int, _ filter: RunFilter, _ site: RunSite,
        _ environment: CheckEnvironment
    ) -> [Item] {
        steps(of: loaded, filter).filter { site.looks(at: $0, of: loaded.checklist) }
            .flatMap { step in
                loaded.checks[step.id, default: []].enumerated().map { position, check in
                    Item(
                        source: source, checklist: loaded.checklist, step: step,
                        planned: PlannedCheck(
                            position: position, check: check, environment: environment))
                }
            }
    }
}
