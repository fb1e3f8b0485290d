//! The names that have a meaning already, and the words for characters that identifiers do not have.

/// The words for the characters that distinguish most of the names that would become the same.
pub(super) const SIGNS: &[(char, &str)] = &[('*', "Asterisk"), ('+', "Plus"), ('-', "Minus")];

/// The words for the other characters of ASCII, except for `_`.
pub(super) const PUNCTUATION: &[(char, &str)] = &[
    (' ', "Space"),
    ('!', "Exclamation"),
    ('"', "Quote"),
    ('#', "Hash"),
    ('$', "Dollar"),
    ('%', "Percent"),
    ('&', "And"),
    ('\'', "Apostrophe"),
    ('(', "Open"),
    (')', "Close"),
    (',', "Comma"),
    ('.', "Dot"),
    ('/', "Slash"),
    (':', "Colon"),
    (';', "Semicolon"),
    ('<', "Less"),
    ('=', "Equals"),
    ('>', "Greater"),
    ('?', "Question"),
    ('@', "At"),
    ('[', "Open"),
    ('\\', "Backslash"),
    (']', "Close"),
    ('^', "Caret"),
    ('`', "Backtick"),
    ('{', "Open"),
    ('|', "Pipe"),
    ('}', "Close"),
    ('~', "Tilde"),
];

/// The variant for unlisted values; a listed value `unknown` becomes `UnknownValue`.
pub const UNKNOWN: &str = "Unknown";

/// The keywords of Rust, including reserved ones.
pub(super) const KEYWORDS: &[&str] = &[
    "Self", "abstract", "as", "async", "await", "become", "box", "break", "const", "continue",
    "crate", "do", "dyn", "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if",
    "impl", "in", "let", "loop", "macro", "match", "mod", "move", "mut", "override", "priv", "pub",
    "ref", "return", "self", "static", "struct", "super", "trait", "true", "try", "type", "typeof",
    "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
];

/// The suffix of a type with the name of a type of the runtime, inside the module of a resource or an operation.
pub const INNER: &str = "Value";

/// The same at the root of the crate.
pub const OUTER: &str = "Object";

/// The names of the runtime and the standard library that modules of the generated code use.
pub const MODULE_TYPES: &[&str] = &[
    "AnyOf",
    "BTreeMap",
    "Binary",
    "Box",
    "Clearable",
    "Eq",
    "Expandable",
    "ExpandRoot",
    "Expansion",
    "FileUpload",
    "From",
    "Id",
    "Into",
    "IntoIterator",
    "Json",
    "L",
    "List",
    "Metadata",
    "Lazy",
    "Option",
    "PartialEq",
    "R",
    "Range",
    "Result",
    "SearchPage",
    "String",
    "Timestamp",
    "TryFrom",
    "V2List",
    "Vec",
];

/// The types of the runtime in the root of the crate, beside the top-level types of the generated code.
pub const ROOT_TYPES: &[&str] = &[
    "AnyOf",
    "ApiError",
    "AppInfo",
    "Binary",
    "BlockingPaginator",
    "Call",
    "Clearable",
    "Client",
    "ClientBuilder",
    "Customized",
    "Decode",
    "DecodeError",
    "Error",
    "ErrorCode",
    "ErrorKind",
    "ErrorType",
    "Expandable",
    "FileUpload",
    "Id",
    "Json",
    "Lazy",
    "List",
    "ListIter",
    "Metadata",
    "Method",
    "Operation",
    "Page",
    "Paginated",
    "Paginator",
    "Range",
    "Request",
    "Response",
    "SearchPage",
    "Timestamp",
    "UnknownValue",
    "V2List",
];

/// The modules in the root of the crate, beside the generated ones.
pub const ROOT_MODULES: &[&str] = &[
    "api",
    "expand",
    "generated",
    "guide",
    "helpers",
    "http",
    "parts",
    "reqwest",
    "runtime",
    "search",
    "webhook",
];
