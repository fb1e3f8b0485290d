//! Random steps forward, of the kinds that Stripe made between 2019 and 2026: the update succeeds, or reports what only a
//! person can decide, and its list of changes names the step.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test")]

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::{env, fs, thread};

use serde_json::{Map, Value, json};
use stripe_codegen::{Input, changes, parse, slice};

use super::{Before, Given, Update};
use crate::inputs::{Settings, Source};
use crate::named_path::NamedPath;
use crate::workspace::Workspace;

/// The steps that one document takes, each from the result of the one before.
const WALK: u64 = 10;

const SMALL_OVERLAY: &str = "\
overlay: 1.0.0
info: {title: Test, version: 1.0.0}
actions:
  - {target: $.components.schemas.thing, update: {description: A thing.}}
  # A reference.
  - target: $.components.schemas.thing.properties.address
    update: {description: Where it is.}
  - {target: $.components.schemas.thing.properties.kind, update: {description: Its kind.}}
  - {target: $.components.schemas.person.properties.email, update: {description: Its email address.}}
  - {target: $.components.schemas.company, update: {description: A company.}}
  - {target: $.components.schemas.company.properties.status, update: {description: Its status.}}
  - {target: $.components.schemas.address.properties.city, update: {description: The city.}}
";

const SMALL_CONFIG: &str = "\
operations: [GetThingsThing, PostThingsThing]
renames:
  - {from: 'thing::Source', to: Origin, reason: A test.}
";

#[test]
fn a_small_document_takes_random_steps() {
    let document = parse(Input::Document, include_str!("small.yaml"));
    let source = |input, text: &str| Source {
        input,
        place: NamedPath::url("ours.yaml"),
        text: text.to_owned(),
    };
    let settings = Settings {
        overlay: source(Input::Overlay, SMALL_OVERLAY),
        config: source(Input::Config, SMALL_CONFIG),
        operations: vec![],
        except: vec![],
    };
    let outcomes = walks(&document.unwrap(), &settings, 20);
    assert!(outcomes.wrong.is_empty(), "{:#?}", outcomes.wrong);
    assert!(
        outcomes.taken.values().sum::<usize>() > 100,
        "{outcomes:#?}"
    );
}

#[test]
#[ignore = "needs STRIPE_SHARED, the folder with Stripe's published documents in `stripe`"]
fn stripes_document_takes_random_steps() {
    let shared = PathBuf::from(env::var_os("STRIPE_SHARED").unwrap());
    let text = fs::read_to_string(shared.join("stripe/openapi.spec3.json")).unwrap();
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("..");
    let settings = Settings::read(&Workspace::find(Some(root)).unwrap()).unwrap();
    let document = parse(Input::Document, &text).unwrap();
    // The rest is not imported.
    let part = slice(document, &settings.config().unwrap()).unwrap();
    // A thousand steps, or forty without optimization, where each takes seconds.
    let count = if cfg!(debug_assertions) { 4 } else { 100 };
    let outcomes = walks(&part, &settings, count);
    println!("{outcomes:#?}");
    assert!(outcomes.wrong.is_empty(), "{:#?}", outcomes.wrong);
}

/// What happened to the steps, by kind.
#[derive(Debug, Default)]
struct Outcomes {
    taken: BTreeMap<&'static str, usize>,
    refused: BTreeMap<&'static str, usize>,
    /// What a person must decide.
    reasons: BTreeMap<String, usize>,
    /// The steps that the list of changes does not name, and those that are refused for another reason.
    wrong: Vec<String>,
}

fn walks(document: &Value, settings: &Settings, count: u64) -> Outcomes {
    let threads = thread::available_parallelism().map_or(1, usize::from) as u64;
    let mut all = Outcomes::default();
    let parts: Vec<Outcomes> = thread::scope(|scope| {
        let spawn = |first| {
            thread::Builder::new()
                .stack_size(32 << 20)
                .spawn_scoped(scope, move || {
                    let mut outcomes = Outcomes::default();
                    let seeds = (first..count).step_by(usize::try_from(threads).unwrap());
                    seeds.for_each(|seed| walk(document, settings, seed, &mut outcomes));
                    outcomes
                })
        };
        let spawned: Vec<_> = (0..threads).map(|first| spawn(first).unwrap()).collect();
        spawned.into_iter().map(|it| it.join().unwrap()).collect()
    });
    for part in parts {
        for (into, from) in [
            (&mut all.taken, part.taken),
            (&mut all.refused, part.refused),
        ] {
            from.into_iter()
                .for_each(|(kind, count)| *into.entry(kind).or_default() += count);
        }
        for (reason, count) in part.reasons {
            *all.reasons.entry(reason).or_default() += count;
        }
        all.wrong.extend(part.wrong);
    }
    all
}

fn walk(document: &Value, settings: &Settings, seed: u64, outcomes: &mut Outcomes) {
    let mut random = Random::new(seed + 1);
    let mut before = Before {
        settings: settings.clone(),
        document: None,
        changelog: String::new(),
        known: vec![],
    };
    let first = Update::new(&before, &given(document));
    advance(
        &mut before,
        first.unwrap_or_else(|failure| panic!("{}", failure.plain())),
    );
    for number in 0..WALK {
        let mut document: Value =
            serde_json::from_str(&before.document.as_ref().unwrap().text).unwrap();
        let step = step(&mut document, &mut random, number);
        let kind = step.kind;
        match Update::new(&before, &given(&document)) {
            Ok(update) => {
                let changes = changes::text(update.changes.as_ref().unwrap());
                // What the operations do not reach is not imported, and not listed.
                let is_imported = |name: &&String| {
                    let documents = [before.document.as_ref(), Some(&update.imported.document)];
                    let key = format!("\"{name}\"");
                    documents
                        .into_iter()
                        .flatten()
                        .any(|it| it.text.contains(&key))
                };
                let mut names = step.names.iter().filter(is_imported);
                if !names.all(|name| changes.contains(name)) {
                    let described = format!("seed {seed}: {kind} {:?}\n{changes}", step.names);
                    outcomes.wrong.push(described);
                }
                *outcomes.taken.entry(kind).or_default() += 1;
                advance(&mut before, update);
            }
            Err(failure) => {
                let reason = failure.plain();
                if !is_for_a_person(&reason) {
                    outcomes
                        .wrong
                        .push(format!("seed {seed}: {kind} {:?}\n{reason}", step.names));
                }
                *outcomes.refused.entry(kind).or_default() += 1;
                let first = reason.lines().next().unwrap_or_default().to_owned();
                *outcomes
                    .reasons
                    .entry(format!("{kind}: {first}"))
                    .or_default() += 1;
            }
        }
    }
}

/// A selected operation is missing, a correction does not fit, or a name must be chosen.
fn is_for_a_person(reason: &str) -> bool {
    [
        "has no operation",
        "none of the operations",
        "correction",
        "renames",
    ]
    .iter()
    .any(|it| reason.contains(it))
}

fn given(document: &Value) -> Given {
    Given {
        source: Source {
            input: Input::Document,
            place: NamedPath::url("next.json"),
            text: document.to_string(),
        },
        file: "next.json".to_owned(),
        commit: None,
    }
}

fn advance(before: &mut Before, update: Update) {
    before.settings = update.settled.settings;
    before.document = Some(update.imported.document);
}

/// A change, and the names that its description must have.
struct Step {
    kind: &'static str,
    names: Vec<String>,
}

type Kind = (
    &'static str,
    fn(&mut Value, &mut Random, &str) -> Option<Vec<String>>,
);

const KINDS: &[Kind] = &[
    ("field removed", |document, random, _| {
        let (_, field) = remove_field(document, random)?;
        Some(vec![field])
    }),
    ("field added", |document, random, new| {
        let name = pick_object(document, random)?;
        properties(document, &name)?.insert(
            new.to_owned(),
            json!({ "type": "string", "nullable": true }),
        );
        Some(vec![new.to_owned()])
    }),
    ("field renamed", |document, random, new| {
        let (name, field) = pick_field(document, random, |_| true)?;
        rename_key(properties(document, &name)?, &field, new);
        replace_text(document.pointer_mut(&pointer(&name))?, &field, new);
        Some(vec![field, new.to_owned()])
    }),
    ("field nullable or not", |document, random, _| {
        let is_required = |document: &Value, name: &str, field: &str| {
            let required = &document.pointer(&pointer(name)).unwrap()["required"];
            required
                .as_array()
                .is_some_and(|it| it.iter().any(|it| it == field))
        };
        let (name, field) = pick_field(document, random, |it| it.get("$ref").is_none())?;
        if !is_required(document, &name, &field) {
            return None;
        }
        let property = properties(document, &name)?.get_mut(&field)?;
        let is_nullable = property["nullable"] == true;
        property["nullable"] = json!(!is_nullable);
        Some(vec![field])
    }),
    ("field retyped", |document, random, _| {
        let (name, field) = pick_field(document, random, |_| true)?;
        let property = properties(document, &name)?.get_mut(&field)?;
        let ty = if property["type"] == "boolean" {
            "integer"
        } else {
            "boolean"
        };
        *property = json!({ "type": ty });
        Some(vec![field])
    }),
    ("field made expandable", |document, random, _| {
        let resource = pick_component(document, random, |it| it.get("x-resourceId").is_some())?;
        let is_text = |it: &Value| it["type"] == "string" && it.get("enum").is_none();
        let (name, field) = pick_field(document, random, is_text)?;
        let target = json!({ "$ref": format!("#/components/schemas/{resource}") });
        properties(document, &name)?.insert(
            field.clone(),
            json!({ "anyOf": [{ "type": "string" }, target], "x-expansionResources": { "oneOf": [target] } }),
        );
        let schema = document.pointer_mut(&pointer(&name))?.as_object_mut()?;
        let marked = schema.entry("x-expandableFields").or_insert(json!([]));
        marked.as_array_mut()?.push(json!(field));
        Some(vec![field])
    }),
    ("enumeration member added", |document, random, new| {
        let (name, field) = pick_field(document, random, |it| {
            it["type"] == "string" && it.get("enum").is_some()
        })?;
        properties(document, &name)?.get_mut(&field)?["enum"]
            .as_array_mut()?
            .push(json!(new));
        Some(vec![new.to_owned()])
    }),
    ("enumeration member removed", |document, random, _| {
        let is_long = |it: &Value| {
            it["type"] == "string" && it["enum"].as_array().is_some_and(|it| it.len() > 2)
        };
        let (name, field) = pick_field(document, random, is_long)?;
        let values = properties(document, &name)?.get_mut(&field)?["enum"].as_array_mut()?;
        let removed = values.remove(random.below(values.len()));
        Some(vec![removed.as_str()?.to_owned()])
    }),
    ("union member added", |document, random, _| {
        let resource = pick_component(document, random, |it| {
            it.get("x-resourceId").is_some() && it.pointer("/properties/object").is_some()
        })?;
        // Members without a tag come in pairs.
        let schemas = document["components"]["schemas"].clone();
        let is_tagged = |member: &Value| {
            let name = member["$ref"].as_str().and_then(|it| it.rsplit('/').next());
            name.is_some_and(|name| schemas[name].pointer("/properties/object/enum").is_some())
        };
        let is_fit = |it: &Value| {
            is_union(it)
                && it["anyOf"]
                    .as_array()
                    .is_some_and(|it| it.iter().all(is_tagged))
        };
        let (name, field) = pick_field(document, random, is_fit)?;
        let members = properties(document, &name)?.get_mut(&field)?["anyOf"].as_array_mut()?;
        let member = json!({ "$ref": format!("#/components/schemas/{resource}") });
        let is_new = !members.contains(&member);
        members.push(member);
        is_new.then(|| vec![field])
    }),
    ("union member removed", |document, random, _| {
        let (name, field) = pick_field(document, random, is_union)?;
        let members = properties(document, &name)?.get_mut(&field)?["anyOf"].as_array_mut()?;
        members.remove(random.below(members.len()));
        Some(vec![field])
    }),
    ("component renamed", |document, random, new| {
        let name = pick_component(document, random, |it| it.get("x-resourceId").is_none())?;
        let schemas = document
            .pointer_mut("/components/schemas")?
            .as_object_mut()?;
        rename_key(schemas, &name, new);
        let reference = |name: &str| format!("#/components/schemas/{name}");
        replace_text(document, &reference(&name), &reference(new));
        Some(vec![])
    }),
    ("component split", |document, random, new| {
        let (name, field) = pick_field(document, random, |_| true)?;
        let moved = take_field(document, &name, &field)?;
        let part = json!({ "type": "object", "properties": { field.as_str(): moved } });
        let schemas = document
            .pointer_mut("/components/schemas")?
            .as_object_mut()?;
        schemas.insert(new.to_owned(), part);
        let reference = json!({ "$ref": format!("#/components/schemas/{new}") });
        properties(document, &name)?.insert(new.to_owned(), reference);
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
        let responses = json!({ "200": { "description": "", "content": { "application/json": { "schema": { "type": "object" } } } } });
        let operation = json!({ "operationId": new, "responses": responses });
        document["paths"][format!("/v1/{new}")] = json!({ "get": operation });
        Some(vec![])
    }),
    ("operation removed", |document, random, _| {
        let paths = document["paths"].as_object_mut()?;
        let path = random
            .pick(&paths.keys().cloned().collect::<Vec<_>>())?
            .clone();
        paths.shift_remove(&path);
        Some(vec![])
    }),
    ("parameter becomes required", |document, random, _| {
        let paths = document["paths"].as_object_mut()?;
        let forms = paths.values_mut().filter_map(|item| {
            let content = item
                .pointer_mut("/post/requestBody/content")?
                .as_object_mut()?;
            content.values_mut().next()?.get_mut("schema")
        });
        let form = forms.into_iter().next()?.as_object_mut()?;
        let names: Vec<_> = form["properties"].as_object()?.keys().cloned().collect();
        let name = random.pick(&names)?.clone();
        let required = form.entry("required").or_insert(json!([])).as_array_mut()?;
        if required.contains(&json!(name)) {
            return None;
        }
        required.push(json!(name));
        Some(vec![name])
    }),
];

/// Takes one step; a kind that finds no place is replaced by another.
fn step(document: &mut Value, random: &mut Random, number: u64) -> Step {
    let new = format!("later_{number}_{}", random.below(1_000_000));
    loop {
        let (kind, change) = KINDS[random.below(KINDS.len())];
        let mut changed = document.clone();
        if let Some(names) = change(&mut changed, random, &new) {
            *document = changed;
            return Step { kind, names };
        }
    }
}

fn is_union(schema: &Value) -> bool {
    let members = schema["anyOf"].as_array();
    members.is_some_and(|it| it.len() > 1 && it.iter().all(|it| it.get("$ref").is_some()))
}

fn pointer(component: &str) -> String {
    format!("/components/schemas/{component}")
}

fn properties<'d>(document: &'d mut Value, component: &str) -> Option<&'d mut Map<String, Value>> {
    document
        .pointer_mut(&pointer(component))?
        .get_mut("properties")?
        .as_object_mut()
}

fn pick_component(
    document: &Value,
    random: &mut Random,
    is_fit: impl Fn(&Value) -> bool,
) -> Option<String> {
    let schemas = document.pointer("/components/schemas")?.as_object()?;
    // The runtime needs the two.
    let fit = schemas
        .iter()
        .filter(|(name, it)| is_fit(it) && !["error", "api_errors"].contains(&name.as_str()));
    random
        .pick(&fit.map(|(name, _)| name.clone()).collect::<Vec<_>>())
        .cloned()
}

fn pick_object(document: &Value, random: &mut Random) -> Option<String> {
    pick_component(document, random, |it| {
        it.get("properties").is_some_and(Value::is_object)
    })
}

/// A component and one of its fields, which is not the tag or the id.
fn pick_field(
    document: &Value,
    random: &mut Random,
    is_fit: impl Fn(&Value) -> bool,
) -> Option<(String, String)> {
    let is_free = |(field, schema): &(&String, &Value)| {
        !["id", "object", "deleted"].contains(&field.as_str()) && is_fit(schema)
    };
    let fit = |schema: &Value| {
        let properties = schema.get("properties").and_then(Value::as_object);
        properties.is_some_and(|it| it.iter().any(|it| is_free(&it)))
    };
    let name = pick_component(document, random, fit)?;
    let fields = document.pointer(&pointer(&name))?["properties"].as_object()?;
    let fields: Vec<_> = fields
        .iter()
        .filter(is_free)
        .map(|(field, _)| field.clone())
        .collect();
    Some((name, random.pick(&fields)?.clone()))
}

fn take_field(document: &mut Value, name: &str, field: &str) -> Option<Value> {
    let taken = properties(document, name)?.shift_remove(field)?;
    for list in ["required", "x-expandableFields"] {
        let list = document.pointer_mut(&pointer(name))?.get_mut(list);
        if let Some(list) = list.and_then(Value::as_array_mut) {
            list.retain(|it| it != field);
        }
    }
    Some(taken)
}

fn remove_field(document: &mut Value, random: &mut Random) -> Option<(String, String)> {
    let (name, field) = pick_field(document, random, |_| true)?;
    take_field(document, &name, &field)?;
    Some((name, field))
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
struct Random(u64);

impl Random {
    fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15))
    }

    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % limit as u64).unwrap()
    }

    fn pick<'a, T>(&mut self, all: &'a [T]) -> Option<&'a T> {
        if all.is_empty() {
            None
        } else {
            all.get(self.below(all.len()))
        }
    }
}
