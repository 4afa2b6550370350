package import Rollout

/// A post of the Message Center, as its export holds it.
package struct Announcement: Hashable, Sendable {
    /// A further field of a post.
    package struct Detail: Hashable, Sendable {
        package let name: String
        package let value: String
    }

    /// `MC` and a number.
    package let id: String
    package let title: String
    package let body: String
    /// Whether the body says that it is HTML.
    package let isHTML: Bool
    /// Empty where it is not given; likewise below.
    package let category: String
    package let severity: String
    /// Nil where it is not said.
    package let isMajorChange: Bool?
    package let tags: [String]
    package let services: [String]
    package let published: Instant?
    package let modified: Instant?
    /// When the post expires, which says nothing about the rollout.
    package let expires: Instant?
    /// The day in UTC, as the time is midnight on the publisher's west coast.
    package let actionRequiredBy: CivilDate?
    package let details: [Detail]

    /// The values of the details of a name.
    package func details(named name: String) -> [String] {
        details.filter { $0.name == name }.map(\.value)
    }
}
