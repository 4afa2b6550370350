/// How long whoever asked may keep an answer.
enum Caching: String {
    /// What changes, or is meant for one reader.
    case none = "no-store"
    /// What a name stands for never changes; it is still for those alone who may read.
    case immutable = "private, max-age=31536000, immutable"
    /// The checkpoint: it is asked for often, and grows.
    case seconds = "private, max-age=2"
    /// May be kept, and is asked for again by its tag.
    case byTag = "private, no-cache"
    /// What belongs to the program.
    case program = "max-age=3600"
}
