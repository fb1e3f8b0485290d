//! The fields that can be expanded.

use crate::ir::{Expand, ExpandableField, Item, Kind};

use super::{text, ty};

/// The longest list of types that is not broken up.
const WIDTH: usize = 60;

/// ```text
/// expandable! {
///     Customer {
///         default_source = "default_source" -> PaymentSource,
///         subscriptions = "subscriptions" -> List<crate::Subscription>,
///     }
/// }
///
/// expandable! {
///     PaymentSource of [crate::Card, crate::Source] {
///         customer = "customer" -> Customer,
///     }
/// }
/// ```
///
/// Nothing, if no field of the type can be expanded and it is not one of several.
pub(super) fn fields(item: &Item, module: &str) -> Option<String> {
    let fields = item.kind.expandable();
    let members: Vec<_> = match &item.kind {
        Kind::Union(union) if union.root.is_none() => {
            let live = union.members.iter().filter(|member| !member.deleted);
            live.map(|member| ty::text(&member.ty, module)).collect()
        }
        _ => Vec::new(),
    };
    if fields.is_empty() && members.is_empty() {
        return None;
    }
    let steps = fields.iter().map(|field| step(field, module));
    let (name, members) = (&item.name, list(&members));
    let steps = block(steps);
    Some(format!("expandable! {{\n    {name}{members} {steps}\n}}\n"))
}

/// ` of [crate::Card, crate::Source]`
fn list(members: &[String]) -> String {
    let one_line = members.join(", ");
    match members {
        [] => String::new(),
        _ if one_line.len() <= WIDTH => format!(" of [{one_line}]"),
        _ => {
            let lines = members.iter().map(|member| format!("        {member},\n"));
            format!(" of [\n{}    ]", lines.collect::<String>())
        }
    }
}

fn step(field: &ExpandableField, module: &str) -> String {
    let ExpandableField { name, wire, target } = field;
    format!("{name} = {} -> {}", text(wire), ty::text(target, module))
}

/// ```text
/// expand_from! {
///     Customer {
///         default_source -> PaymentSource,
///         subscriptions -> List<crate::Subscription>,
///     }
/// }
/// ```
pub(super) fn beginnings(expand: &Expand, module: &str) -> String {
    let root = ty::text(&expand.root, module);
    let steps = expand.fields.iter().map(|field| {
        let target = ty::text(&field.target, module);
        format!("{} -> {target}", field.name)
    });
    format!("expand_from! {{\n    {root} {}\n}}\n", block(steps))
}

/// Lines in braces, each with a comma.
fn block(lines: impl Iterator<Item = String>) -> String {
    let lines: String = lines.map(|line| format!("        {line},\n")).collect();
    match lines.is_empty() {
        true => "{}".to_owned(),
        false => format!("{{\n{lines}    }}"),
    }
}
