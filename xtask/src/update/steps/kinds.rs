//! The kinds of steps.

use serde_json::{Map, Value, json};

/// Takes a step, and returns the names that the description of the changes must have; `None` where it finds no place. A name that
/// it needs is given.
type Step = fn(&mut Value, &mut Random, &str) -> Option<Vec<String>>;

const KINDS: &[(&str, Step)] = &[
    ("field removed", |document, random, _| {
        let (name, field) = pick_field(document, random, |_| true)?;
        take_field(document, &name, &field)?;
        Some(vec![field])
    }),
    ("field added", |document, random, new| {
        let name = pick_object(document, random)?;
        let property = json!({ "type": "string", "nullable": true });
        properties(document, &name)?.insert(new.to_owned(), property);
        Some(vec![new.to_owned()])
    }),
    ("field renamed", |document, random, new| {
        let (name, field) = pick_field(document, random, |_| true)?;
        rename_key(properties(document, &name)?, &field, new);
        replace_text(document.pointer_mut(&pointer(&name))?, &field, new);
        Some(vec![field, new.to_owned()])
    }),
    ("field nullable or not", |document, random, _| {
        let (name, field) = pick_field(document, random, |it| it.get("$ref").is_none())?;
        let required = document.pointer(&format!("{}/required", pointer(&name)))?;
        if !required.as_array()?.contains(&json!(field)) {
            return None;
        }
        let property = property(document, &name, &field)?;
        property["nullable"] = json!(property["nullable"] != true);
        Some(vec![field])
    }),
    ("field retyped", |document, random, _| {
        let (name, field) = pick_field(document, random, |_| true)?;
        let property = property(document, &name, &field)?;
        *property = match property["type"] == "boolean" {
            true => json!({ "type": "integer" }),
            false => json!({ "type": "boolean" }),
        };
        Some(vec![field])
    }),
    ("field made expandable", |document, random, _| {
        let resource = pick_component(document, random, |it| it.get("x-resourceId").is_some())?;
        let is_text = |it: &Value| it["type"] == "string" && it.get("enum").is_none();
        let (name, field) = pick_field(document, random, is_text)?;
        let target = json!({ "$ref": reference(&resource) });
        *property(document, &name, &field)? = json!({
            "anyOf": [{ "type": "string" }, target],
            "x-expansionResources": { "oneOf": [target] },
        });
        let schema = document.pointer_mut(&pointer(&name))?.as_object_mut()?;
        let marked = schema.entry("x-expandableFields").or_insert(json!([]));
        marked.as_array_mut()?.push(json!(field));
        Some(vec![field])
    }),
    ("enumeration member added", |document, random, new| {
        let (name, field) = pick_field(document, random, |it| values(it) > 0)?;
        let values = &mut property(document, &name, &field)?["enum"];
        values.as_array_mut()?.push(json!(new));
        Some(vec![new.to_owned()])
    }),
    ("enumeration member removed", |document, random, _| {
        let (name, field) = pick_field(document, random, |it| values(it) > 2)?;
        let values = property(document, &name, &field)?["enum"].as_array_mut()?;
        let removed = values.remove(random.below(values.len()));
        Some(vec![removed.as_str()?.to_owned()])
    }),
    ("union member added", |document, random, _| {
        let is_tagged = |it: &Value| it.pointer("/properties/object/enum").is_some();
        let resource = pick_component(document, random, |it| {
            it.get("x-resourceId").is_some() && it.pointer("/properties/object").is_some()
        })?;
        // Members without a tag come in pairs.
        let schemas = document["components"]["schemas"].clone();
        let component =
            |member: &Value| Some(member["$ref"].as_str()?.rsplit('/').next()?.to_owned());
        let is_fit = |it: &Value| {
            let mut members = it["anyOf"].as_array().into_iter().flatten();
            is_union(it)
                && members.all(|it| component(it).is_some_and(|it| is_tagged(&schemas[it])))
        };
        let (name, field) = pick_field(document, random, is_fit)?;
        let members = property(document, &name, &field)?["anyOf"].as_array_mut()?;
        let member = json!({ "$ref": reference(&resource) });
        let is_new = !members.contains(&member);
        members.push(member);
        is_new.then(|| vec![field])
    }),
    ("union member removed", |document, random, _| {
        let (name, field) = pick_field(document, random, is_union)?;
        let members = property(document, &name, &field)?["anyOf"].as_array_mut()?;
        members.remove(random.below(members.len()));
        Some(vec![field])
    }),
    ("component renamed", |document, random, new| {
        let name = pick_component(document, random, |it| it.get("x-resourceId").is_none())?;
        rename_key(schemas(document)?, &name, new);
        replace_text(document, &reference(&name), &reference(new));
        Some(vec![])
    }),
    ("component split", |document, random, new| {
        let (name, field) = pick_field(document, random, |_| true)?;
        let moved = take_field(document, &name, &field)?;
        let part = json!({ "type": "object", "properties": { field.as_str(): moved } });
        schemas(document)?.insert(new.to_owned(), part);
        let property = json!({ "$ref": reference(new) });
        properties(document, &name)?.insert(new.to_owned(), property);
        Some(vec![field, new.to_owned()])
    }),
    (
        "field moved to another component",
        |document, random, new| {
            let (name, field) = pick_field(document, random, |it| it.get("$ref").is_some())?;
            let moved = take_field(document, &name, &field)?;
            let other = pick_object(document, random)?;
            properties(document, &other)?.insert(new.to_owned(), moved);
            Some(vec![field, new.to_owned()])
        },
    ),
    ("operation added", |document, _, new| {
        let content = json!({ "application/json": { "schema": { "type": "object" } } });
        let responses = json!({ "200": { "description": "", "content": content } });
        let operation = json!({ "operationId": new, "responses": responses });
        document["paths"][format!("/v1/{new}")] = json!({ "get": operation });
        Some(vec![])
    }),
    ("operation removed", |document, random, _| {
        let paths = document["paths"].as_object_mut()?;
        let path = random.pick(paths.keys().cloned())?;
        paths.shift_remove(&path);
        Some(vec![])
    }),
    ("parameter becomes required", |document, random, _| {
        let paths = document["paths"].as_object_mut()?;
        let mut forms = paths.values_mut().filter_map(|item| {
            let content = item.pointer_mut("/post/requestBody/content")?;
            content
                .as_object_mut()?
                .values_mut()
                .next()?
                .get_mut("schema")
        });
        let form = forms.next()?.as_object_mut()?;
        let name = random.pick(form["properties"].as_object()?.keys().cloned())?;
        let required = form.entry("required").or_insert(json!([])).as_array_mut()?;
        let is_new = !required.contains(&json!(name));
        required.push(json!(name));
        is_new.then(|| vec![name])
    }),
];

/// Takes one step, and returns its kind and the names that its description must have. A kind that finds no place is replaced
/// by another.
pub(super) fn step(
    document: &mut Value,
    random: &mut Random,
    number: u64,
) -> (&'static str, Vec<String>) {
    let new = format!("later_{number}_{}", random.below(1_000_000));
    loop {
        let (kind, change) = KINDS[random.below(KINDS.len())];
        let mut changed = document.clone();
        if let Some(names) = change(&mut changed, random, &new) {
            *document = changed;
            return (kind, names);
        }
    }
}

/// The number of values of an enumeration.
fn values(schema: &Value) -> usize {
    let values = schema["enum"]
        .as_array()
        .filter(|_| schema["type"] == "string");
    values.map_or(0, Vec::len)
}

fn is_union(schema: &Value) -> bool {
    let members = schema["anyOf"].as_array();
    members.is_some_and(|it| it.len() > 1 && it.iter().all(|it| it.get("$ref").is_some()))
}

fn pointer(component: &str) -> String {
    format!("/components/schemas/{component}")
}

fn reference(component: &str) -> String {
    format!("#{}", pointer(component))
}

fn schemas(document: &mut Value) -> Option<&mut Map<String, Value>> {
    document["components"]["schemas"].as_object_mut()
}

fn properties<'d>(document: &'d mut Value, component: &str) -> Option<&'d mut Map<String, Value>> {
    schemas(document)?
        .get_mut(component)?
        .get_mut("properties")?
        .as_object_mut()
}

fn property<'d>(document: &'d mut Value, component: &str, field: &str) -> Option<&'d mut Value> {
    properties(document, component)?.get_mut(field)
}

fn pick_component(
    document: &Value,
    random: &mut Random,
    is_fit: impl Fn(&Value) -> bool,
) -> Option<String> {
    let schemas = document["components"]["schemas"].as_object()?.iter();
    // The runtime needs the two.
    let fit = schemas
        .filter(|(name, it)| is_fit(it) && !["error", "api_errors"].contains(&name.as_str()));
    random.pick(fit.map(|(name, _)| name.clone()))
}

fn pick_object(document: &Value, random: &mut Random) -> Option<String> {
    pick_component(document, random, |it| it["properties"].is_object())
}

/// A component and one of its fields, which is not the tag or the id.
fn pick_field(
    document: &Value,
    random: &mut Random,
    is_fit: impl Fn(&Value) -> bool,
) -> Option<(String, String)> {
    let fields = |schema: &Value| {
        let all = schema["properties"].as_object().into_iter().flatten();
        let fit = all.filter(|(field, it)| {
            !["id", "object", "deleted"].contains(&field.as_str()) && is_fit(it)
        });
        fit.map(|(field, _)| field.clone()).collect::<Vec<_>>()
    };
    let name = pick_component(document, random, |it| !fields(it).is_empty())?;
    let field = random.pick(fields(document.pointer(&pointer(&name))?))?;
    Some((name, field))
}

fn take_field(document: &mut Value, name: &str, field: &str) -> Option<Value> {
    let taken = properties(document, name)?.shift_remove(field)?;
    for list in ["required", "x-expandableFields"] {
        let list = schemas(document)?.get_mut(name)?.get_mut(list);
        if let Some(list) = list.and_then(Value::as_array_mut) {
            list.retain(|it| it != field);
        }
    }
    Some(taken)
}

/// Renames a key, and keeps its position.
fn rename_key(members: &mut Map<String, Value>, old: &str, new: &str) {
    let renamed = std::mem::take(members).into_iter();
    let renamed =
        renamed.map(|(key, value)| (if key == old { new.to_owned() } else { key }, value));
    *members = renamed.collect();
}

/// Replaces every text that is `old`.
fn replace_text(value: &mut Value, old: &str, new: &str) {
    match value {
        Value::String(text) if text == old => *text = new.to_owned(),
        Value::Array(elements) => elements
            .iter_mut()
            .for_each(|it| replace_text(it, old, new)),
        Value::Object(members) => members
            .values_mut()
            .for_each(|it| replace_text(it, old, new)),
        _ => {}
    }
}

/// Numbers that are the same in every run: xorshift.
pub(super) struct Random(u64);

impl Random {
    pub(super) fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15))
    }

    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % limit as u64).unwrap()
    }

    fn pick<T>(&mut self, all: impl IntoIterator<Item = T>) -> Option<T> {
        let mut all: Vec<_> = all.into_iter().collect();
        (!all.is_empty()).then(|| all.swap_remove(self.below(all.len())))
    }
}
