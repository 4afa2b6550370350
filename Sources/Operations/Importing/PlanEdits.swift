import Importing
import LocatedYAML
import Rollout

/// What a sheet changes in the text of a checklist.
struct PlanEdits {
    private let checklist: Checklist
    private let source: TableSource
    private let plan: PlanTable
    /// The steps that are written one by one; those of a group have no node of their own.
    private let nodes: [String: YAMLNode]
    private(set) var mistakes: [TableMistake]
    /// The steps of the checklist that the sheet has no row of, and that stay as they are.
    private(set) var missing: [String] = []
    /// What the sheet says of the state of each step.
    private(set) var statuses: [(step: StepID, status: String)] = []
    /// Steps beside which the sheet has the members of another role than theirs.
    private(set) var strangers: [StepID] = []
    /// The steps that the sheet changes.
    private(set) var changed: Set<String> = []
    private var replacements: [(span: SourceSpan, text: String)] = []

    init(checklist: Checklist, root: YAMLNode, source: TableSource) {
        self.checklist = checklist
        self.source = source
        let items = root.value(forKey: "steps")?.items ?? []
        nodes = Dictionary(items.map { ($0.value(forKey: "id")?.text ?? "", $0) }) { one, _ in one }
        plan = PlanTable(
            source.table, source.mapping,
            of: Set(checklist.steps.flatMap { [$0.id.text, $0.id.family] }))
        mistakes = plan.mistakes
    }

    mutating func compare() {
        for row in plan.steps {
            guard let step = checklist.step(StepID(row.name)) else {
                report(.id, row, .noSuchStep(row.name))
                continue
            }
            // A step of a set or of a for-each has no lines of its own in the checklist.
            compare(row, step, nodes[row.name])
        }
        let names = Set(plan.steps.map(\.name))
        missing = checklist.steps.map(\.id.text).filter { !names.contains($0) }
    }

    private mutating func compare(_ row: PlanTable.Step, _ step: Step, _ node: YAMLNode?) {
        if !ReturnedCell.isUnchanged(row.title, from: step.title) {
            set("title", YAMLQuoting.scalar(row.title), of: node, .title, row)
        }
        // A cell is plain text, which a checklist has as Markdown where the table was imported.
        if has(.text), !ReturnedCell.isUnchanged(row.text, from: step.text),
            !ReturnedCell.isUnchanged(PlainMarkdown.escaped(row.text), from: step.text)
        {
            set("text", YAMLQuoting.scalar(row.text), of: node, .text, row)
        }
        compareRole(row, step, node)
        if has(.level), row.isBlocking != (step.level == .blocking) {
            set("level", row.isBlocking ? "blocking" : "advisory", of: node, .level, row)
        }
        let due = checklist.point(of: step.due)?.date
        if let day = row.due, day != due {
            move(step, to: day, node, row)
        } else if has(.due), row.due == nil, due != nil, !isReported(row, .due) {
            report(.due, row, .emptied("date"))
        }
        if has(.needs), Set(row.needs) != Set(step.needs.map(\.text)) {
            set("needs", "[\(row.needs.joined(separator: ", "))]", of: node, .needs, row)
        }
        statuses.append((step.id, row.status))
    }

    private mutating func compareRole(_ row: PlanTable.Step, _ step: Step, _ node: YAMLNode?) {
        guard var role = checklist.roles.first(where: { $0.id == step.role }) else { return }
        let former = role.members.map(\.text)
        let column: ColumnKey = has(.role) ? .role : .owner
        if has(column), !ReturnedCell.isUnchanged(row.role, from: role.title) {
            let others = checklist.roles.filter {
                ReturnedCell.isUnchanged(row.role, from: $0.title)
            }
            if row.role.isEmpty {
                report(column, row, .emptied("role"))
            } else if others.count > 1 {
                // Which of them is meant decides who may sign.
                return report(column, row, .severalRoles(row.role, ids: others.map(\.id.text)))
            } else if let other = others.first {
                set("role", other.id.text, of: node, column, row)
                role = other
                // Members of the former role beside the new one are what was exported.
                if ReturnedCell.isUnchanged(row.owners.members, from: former) { return }
            } else {
                report(column, row, .noSuchRole(row.role))
            }
        }
        compareOwners(row, step, role)
        let members = row.owners.members
        func isOf(_ role: Role) -> Bool {
            ReturnedCell.isUnchanged(members, from: role.members.map(\.text))
        }
        guard has(.members), !isOf(role) else { return }
        if checklist.roles.contains(where: isOf) {
            strangers.append(step.id)
        } else {
            report(.members, row, .membersOfRole(role.title))
        }
    }

    /// Owners are roles that sign, or people of the step's role; neither is changed by a row.
    private mutating func compareOwners(_ row: PlanTable.Step, _ step: Step, _ role: Role) {
        let signers = (step.signOff?.roles ?? []).compactMap { id in
            checklist.roles.first { $0.id == id }?.title
        }
        let others = row.owners.roles.dropFirst()
        func isOne(_ name: String, of titles: [String]) -> Bool {
            titles.contains { ReturnedCell.isUnchanged(name, from: $0) }
        }
        if let other = others.first(where: { !isOne($0, of: signers) }) {
            report(.owner, row, .notASigner(other))
        }
        // Where a row has no role, all who sign are its owners.
        let named = row.owners.roles
        let own = checklist.roles.first { $0.id == step.role }?.title
        if !has(.role), has(.owner), !named.isEmpty, signers != [own].compactMap(\.self) {
            let missing = signers.filter { title in
                !named.contains { ReturnedCell.isUnchanged($0, from: title) }
            }
            if !missing.isEmpty { report(.owner, row, .missingSigners(missing)) }
        }
        let members = Set(role.members.map(\.text))
        if !row.owners.people.allSatisfy(members.contains) {
            report(.owner, row, .membersOfRole(role.title))
        }
    }

    private mutating func move(
        _ step: Step, to day: CivilDate, _ node: YAMLNode?, _ row: PlanTable.Step
    ) {
        guard let phase = checklist.phase(step.due.phase), phase.start != .toBeAnnounced else {
            return report(.due, row, .noStart(step.due.phase.text))
        }
        guard let due = FittedDue(step.due, on: day, in: checklist).fitted else {
            return report(.due, row, .notADate("\(day)"))
        }
        set("due", due.description, of: node, .due, row)
    }

    /// Replaces the value of a key, or adds the key behind the title.
    private mutating func set(
        _ key: String, _ value: String, of node: YAMLNode?, _ column: ColumnKey,
        _ row: PlanTable.Step
    ) {
        guard let node else { return report(column, row, .notOwn(row.name)) }
        changed.insert(row.name)
        if let old = node.value(forKey: key) {
            // What stands elsewhere, and is only referred to here, belongs to others too.
            let isOwn = old.span.start >= node.span.start && old.span.end <= node.span.end
            guard isOwn, !isReferredTo(old), !Self.isMade(old),
                key == "needs" || isOnOneLine(old)
            else {
                return report(column, row, .computed(key))
            }
            replacements.append((old.span, value))
            return replaceSource(of: old, key, with: row)
        }
        guard let entry = node.entries.first(where: { $0.key.hasText("title") }) else { return }
        let end = entry.value.span.end
        let bytes = node.source.bytes
        let isFlow = bytes[node.span.start] == UInt8(ascii: "{")
        let start = bytes[..<entry.key.span.start].lastIndex(of: 10).map { $0 + 1 } ?? 0
        let margin = String(repeating: " ", count: entry.key.span.start - start)
        // What follows the value on its line is a comment, which stays with it.
        let lineEnd = bytes[end...].firstIndex { $0 == 10 || $0 == 13 } ?? bytes.endIndex
        replacements.append(
            isFlow
                ? (SourceSpan(start: end, end: end), ", \(key): \(value)")
                : (SourceSpan(start: lineEnd, end: lineEnd), "\n\(margin)\(key): \(value)"))
    }

    /// The day that a draft names behind a due date as its source goes with it; what a person wrote
    /// there stays.
    private mutating func replaceSource(
        of value: YAMLNode, _ key: String, with row: PlanTable.Step
    ) {
        let rest = value.source.bytes[value.span.end...].prefix { $0 != 10 && $0 != 13 }
        guard key == "due", let day = row.due, let sign = rest.firstIndex(of: UInt8(ascii: "#")),
            rest[..<sign].allSatisfy({ $0 == 32 })
        else { return }
        let words = rest[(sign + 1)...].drop { $0 == 32 }
        let source = String(decoding: words, as: UTF8.self)
        guard CivilDate(source) != nil || source == PlanDraft.noDay else { return }
        replacements.append(
            (SourceSpan(start: words.startIndex, end: words.endIndex), "\(day)"))
    }

    /// Whether an anchor stands before the value, so that it counts elsewhere as well.
    private func isReferredTo(_ value: YAMLNode) -> Bool {
        let bytes = value.source.bytes
        let line = bytes[..<value.span.start].lastIndex { $0 == 10 || $0 == 58 }.map { $0 + 1 } ?? 0
        return bytes[line..<value.span.start].contains(UInt8(ascii: "&"))
    }

    /// Whether a value is made out of parameters; the signs `${` themselves are written as `$${`.
    private static func isMade(_ value: YAMLNode) -> Bool {
        value.text.replacing("$${", with: "").contains("${")
    }

    private func isOnOneLine(_ node: YAMLNode) -> Bool {
        !node.source.bytes[node.span.start..<node.span.end].contains(10)
    }

    private func isReported(_ row: PlanTable.Step, _ key: ColumnKey) -> Bool {
        mistakes.contains { $0.row == row.row && $0.column == source.mapping.columns[key] }
    }

    private func has(_ key: ColumnKey) -> Bool { source.mapping.columns[key] != nil }

    private mutating func report(
        _ key: ColumnKey, _ row: PlanTable.Step, _ reason: TableMistake.Reason
    ) {
        mistakes.append(
            TableMistake(
                sheet: source.table.sheet, row: row.row, column: source.mapping.columns[key], reason
            ))
    }

    /// The text with all changes; two in one place stay in their order.
    func applied(to bytes: [UInt8]) -> [UInt8] {
        var edited: [UInt8] = []
        var place = 0
        for (span, text) in replacements.enumerated().sorted(by: {
            ($0.element.span.start, $0.offset) < ($1.element.span.start, $1.offset)
        }).map(\.element) {
            guard span.start >= place else { continue }
            edited += bytes[place..<span.start]
            edited += Array(text.utf8)
            place = span.end
        }
        return edited + bytes[place...]
    }
}
