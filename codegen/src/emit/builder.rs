//! The methods that make and set parameters.
//!
//! Text, and not syntax: there are more of them than of anything else, all of one form, and to parse and print them took a
//! third of the time of a generation.

use std::fmt::Write;

use crate::ir::{Docs, Field, Item, Object, Type};

use super::docs;
use super::ty;

/// The longest line that is not broken up.
const WIDTH: usize = 89;

/// ```text
/// impl Shipping {
///     /// With what is required: `address`, `name`.
///     pub fn new(address: Address, name: impl Into<String>) -> Self { … }
///
///     /// The phone number…
///     pub fn phone(mut self, phone: impl Into<String>) -> Self { … }
/// }
/// ```
pub(super) fn methods(item: &Item, object: &Object, module: &str) -> String {
    let optional = object.fields.iter().filter(|field| !field.required);
    let methods: Vec<_> = std::iter::once(constructor(object, module))
        .chain(optional.map(|field| setter(field, module)))
        .collect();
    format!("impl {} {{\n{}}}\n", item.name, methods.join("\n"))
}

fn constructor(object: &Object, module: &str) -> String {
    let required: Vec<_> = object
        .fields
        .iter()
        .filter(|field| field.required)
        .collect();
    if required.is_empty() {
        let says = "No parameters: what is not set is not sent.";
        return method(says, "new", &[], &["Self::default()".to_owned()]);
    }
    let names: Vec<_> = required
        .iter()
        .map(|field| format!("`{}`", field.name))
        .collect();
    let says = format!("With what Stripe requires: {}.", names.join(", "));
    let arguments: Vec<_> = required
        .iter()
        .map(|field| format!("{}: {}", field.name, Argument::of(&field.ty, module).ty))
        .collect();
    let fields: Vec<_> = object
        .fields
        .iter()
        .map(|field| initial(field, module))
        .collect();
    let body = match fields.as_slice() {
        [field] => vec![format!("Self {{ {field} }}")],
        fields => {
            let fields = fields.iter().map(|field| format!("    {field},"));
            let begin = std::iter::once("Self {".to_owned());
            begin.chain(fields).chain(["}".to_owned()]).collect()
        }
    };
    method(&says, "new", &arguments, &body)
}

/// A field in the value that the constructor makes.
fn initial(field: &Field, module: &str) -> String {
    let name = &field.name;
    match (field.required, Argument::of(&field.ty, module).convert) {
        (false, _) => format!("{name}: None"),
        (true, Some(convert)) => format!("{name}: {name}{convert}"),
        (true, None) => name.clone(),
    }
}

fn setter(field: &Field, module: &str) -> String {
    let name = &field.name;
    if let Type::Expansions(root) = &field.ty {
        return adder(field, &ty::text(root, module));
    }
    let Argument { ty, convert } = Argument::of(&field.ty, module);
    let arguments = ["mut self".to_owned(), format!("{name}: {ty}")];
    let convert = convert.unwrap_or_default();
    let body = [
        format!("self.{name} = Some({name}{convert});"),
        "self".to_owned(),
    ];
    method(&brief(field), name, &arguments, &body)
}

/// The setter of a parameter that takes one value at a time.
fn adder(field: &Field, root: &str) -> String {
    let name = &field.name;
    let says = format!("{}\n\nMay be called several times.", brief(field));
    let arguments = [
        "mut self".to_owned(),
        format!("path: impl Into<Expansion<{root}>>"),
    ];
    let body = [
        format!("self.{name}.get_or_insert_default().push(path.into());"),
        "self".to_owned(),
    ];
    method(&says, name, &arguments, &body)
}

fn method(says: &str, name: &str, arguments: &[String], body: &[String]) -> String {
    let mut out = String::new();
    docs::write(says, "    ", &mut out);
    let one_line = format!("    pub fn {name}({}) -> Self {{", arguments.join(", "));
    if one_line.len() <= WIDTH {
        out.push_str(&one_line);
    } else {
        // Writing to a `String` does not fail.
        let _ = writeln!(out, "    pub fn {name}(");
        for argument in arguments {
            let _ = writeln!(out, "        {argument},");
        }
        out.push_str("    ) -> Self {");
    }
    out.push('\n');
    for line in body {
        let _ = writeln!(out, "        {line}");
    }
    out.push_str("    }\n");
    out
}

/// The first paragraph of the docs of a field, and how it is cleared. All of them stand at the field.
fn brief(field: &Field) -> String {
    let Docs { prose, facts, .. } = &field.docs;
    let first = prose
        .as_deref()
        .and_then(|prose| prose.split("\n\n").next());
    let mut brief = first.map_or_else(|| format!("{}.", facts.join("; ")), str::to_owned);
    if matches!(field.ty, Type::Clearable(_)) {
        brief.push_str("\n\n[`Clearable::Clear`] clears it.");
    }
    brief
}

/// How a parameter is passed: as whatever converts into it, where the standard library has a word for that.
struct Argument {
    ty: String,
    convert: Option<&'static str>,
}

impl Argument {
    fn of(ty: &Type, module: &str) -> Self {
        let own = ty::text(ty, module);
        match ty {
            Type::String
            | Type::Id(_)
            | Type::Timestamp
            | Type::Metadata
            | Type::Range
            | Type::Choice(_)
            | Type::Clearable(_) => Self {
                ty: format!("impl Into<{own}>"),
                convert: Some(".into()"),
            },
            Type::Array(item) => {
                let item = Self::of(item, module);
                Self {
                    ty: format!("impl IntoIterator<Item = {}>", item.ty),
                    convert: Some(match item.convert {
                        Some(_) => ".into_iter().map(Into::into).collect()",
                        None => ".into_iter().collect()",
                    }),
                }
            }
            _ => Self {
                ty: own,
                convert: None,
            },
        }
    }
}
