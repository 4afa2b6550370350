/// Whether an emergency decision got the look afterwards that it owes.
package enum RetrospectiveStanding: Hashable, Sendable {
    case owed(by: Instant)
    case given(Entry)
}
