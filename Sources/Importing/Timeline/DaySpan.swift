package import Rollout

/// Whole days, both ends counted.
package struct DaySpan: Hashable, Sendable {
    package let earliest: CivilDate
    package let latest: CivilDate
}
