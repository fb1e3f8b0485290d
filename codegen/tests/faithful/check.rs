//! Compares the document with the code.

use std::collections::BTreeSet;

use serde_json::Value;
use syn::Type;

use super::tree::{Object, Place, Tree};
use super::types::{argument, arguments, name};

/// The components whose optional objects are decoded on demand, as `spec/config.yaml` requires.
const ON_DEMAND: [&str; 2] = ["api_errors", "event."];

/// The operations, each with the module and the name of its type.
const OPERATIONS: [(&str, &str, &str, &str); 6] = [
    ("/v1/customers", "get", "list_customers", "ListCustomers"),
    ("/v1/customers", "post", "create_customer", "CreateCustomer"),
    (
        "/v1/customers/search",
        "get",
        "search_customers",
        "SearchCustomers",
    ),
    (
        "/v1/customers/{customer}",
        "delete",
        "delete_customer",
        "DeleteCustomer",
    ),
    (
        "/v1/customers/{customer}",
        "get",
        "retrieve_customer",
        "RetrieveCustomer",
    ),
    (
        "/v1/customers/{customer}",
        "post",
        "update_customer",
        "UpdateCustomer",
    ),
];

/// The types of pages: the name, the members and the constant `object`.
const PAGES: [(&str, &[&str], Option<&str>); 3] = [
    ("List", &["data", "has_more", "object", "url"], Some("list")),
    (
        "SearchPage",
        &[
            "data",
            "has_more",
            "next_page",
            "object",
            "total_count",
            "url",
        ],
        Some("search_result"),
    ),
    (
        "V2List",
        &["data", "next_page_url", "previous_page_url"],
        None,
    ),
];

pub struct Checker<'a> {
    document: &'a Value,
    tree: &'a Tree,
    /// The types that the document requires.
    used: BTreeSet<Place>,
    /// Whether the checked types are sent, not received.
    parameters: bool,
    pub problems: Vec<String>,
}

impl<'a> Checker<'a> {
    pub const fn new(document: &'a Value, tree: &'a Tree) -> Self {
        Self {
            document,
            tree,
            used: BTreeSet::new(),
            parameters: false,
            problems: Vec::new(),
        }
    }

    /// The components, each with the type that names it.
    pub fn components(&mut self) {
        let schemas = self.document["components"]["schemas"].as_object().unwrap();
        let names = schemas.keys().cloned().collect();
        self.same(
            "components",
            &names,
            &self.tree.components.keys().cloned().collect(),
        );
        for (name, schema) in schemas {
            let Some(place) = self.tree.components.get(name) else {
                continue;
            };
            self.object(name, schema, place);
            let expandable = texts(&schema["x-expandableFields"]);
            // Some of them the document does not describe.
            let expandable = expandable
                .into_iter()
                .filter(|it| schema["properties"].get(it).is_some())
                .collect();
            self.same(
                &format!("{name}, expandable"),
                &expandable,
                &self.tree.objects[place].expandable,
            );
        }
    }

    /// The parameters of the operations, and their responses that are not components.
    pub fn operations(&mut self) {
        let place = |module: &str, name: &str| (module.to_owned(), name.to_owned());
        self.used.insert(place("customer", "RetrievedCustomer"));
        let search = &self.document["paths"]["/v1/customers/search"]["get"];
        let page = &search["responses"]["200"]["content"]["application/json"]["schema"];
        let page_place = place("search_customers", "Page");
        if self.tree.objects.contains_key(&page_place) {
            self.object("search", page, &page_place);
        }
        self.parameters = true;
        for (path, method, module, name) in OPERATIONS {
            let schema = parameters(&self.document["paths"][path][method]);
            self.object(&format!("{method} {path}"), &schema, &place(module, name));
        }
    }

    /// The code has no type that the document does not require.
    pub fn nothing_else(&mut self) {
        let Tree {
            objects,
            enumerations,
            unions,
            choices,
            ..
        } = self.tree;
        let all = objects
            .keys()
            .chain(enumerations.keys())
            .chain(unions.keys())
            .chain(choices.keys());
        let unused: Vec<_> = all.filter(|place| !self.used.contains(place)).collect();
        self.problems.extend(
            unused
                .into_iter()
                .map(|(module, name)| format!("{module}::{name} is in the code alone")),
        );
    }

    fn object(&mut self, what: &str, schema: &Value, place: &Place) {
        self.used.insert(place.clone());
        let Some(object) = self.tree.objects.get(place) else {
            return self
                .problems
                .push(format!("{what}: {place:?} is not a struct"));
        };
        let deny_unknown_fields = self.parameters;
        self.equal(
            &format!("{what}, deny_unknown_fields"),
            &object.deny_unknown_fields,
            &deny_unknown_fields,
        );
        let properties = schema["properties"].as_object().unwrap();
        // Stripe sends the constant always, a caller may.
        let constant = |name: &str| {
            properties
                .get(name)
                .and_then(|it| it["enum"].as_array())
                .filter(|it| it.len() == 1 && !deny_unknown_fields)
        };
        let tag = constant("object").map(|values| values[0].as_str().unwrap().to_owned());
        self.equal(&format!("{what}.object"), &object.tag, &tag);
        self.equal(
            &format!("{what}.deleted"),
            &object.deleted,
            &constant("deleted").is_some(),
        );
        let fields = properties.keys().filter(|name| {
            !matches!(name.as_str(), "object" | "deleted") || constant(name).is_none()
        });
        self.same(
            what,
            &fields.cloned().collect(),
            &object.fields.keys().cloned().collect(),
        );
        self.fields(what, schema, object, &place.0);
    }

    fn fields(&mut self, what: &str, schema: &Value, object: &Object, module: &str) {
        let required = texts(&schema["required"]);
        for (name, ty) in &object.fields {
            let Some(property) = schema["properties"].get(name) else {
                continue;
            };
            let what = format!("{what}.{name}");
            let required = required.contains(name) && property["nullable"] != true;
            match (required, argument(ty, "Option")) {
                (true, Some(_)) => self
                    .problems
                    .push(format!("{what}: required in the document alone")),
                (false, None) => self
                    .problems
                    .push(format!("{what}: required in the code alone")),
                (_, inner) => self.value(&what, property, inner.unwrap_or(ty), module),
            }
        }
    }

    fn value(&mut self, what: &str, schema: &Value, ty: &Type, module: &str) {
        if let Some(inner) = argument(ty, "Box") {
            return self.value(what, schema, inner, module);
        }
        if let Some(inner) = argument(ty, "Clearable") {
            return self.clearable(what, schema, inner, module);
        }
        if ON_DEMAND.iter().any(|it| what.starts_with(it)) && argument(ty, "Lazy").is_some() {
            return self.members(
                what,
                &references(schema),
                argument(ty, "Lazy").unwrap(),
                module,
            );
        }
        if name(ty) == "Range" {
            let limits = schema["anyOf"][0]["properties"].as_object().unwrap();
            let expected = ["gt", "gte", "lt", "lte"].map(str::to_owned);
            return self.same(what, &limits.keys().cloned().collect(), &expected.into());
        }
        if let Some(place) = self.choice(ty, module) {
            return self.alternatives(what, schema, place, module);
        }
        let names = references(schema);
        match (
            schema["anyOf"].as_array().map(Vec::len),
            schema["type"].as_str(),
        ) {
            (Some(members), _) if names.len() < members => {
                self.inner(what, ty, "Expandable", |checker, inner| {
                    checker.members(what, &names, inner, module);
                })
            }
            (Some(2), _) if argument(ty, "AnyOf").is_some() => {
                self.any_of(what, &names, ty, module)
            }
            // A resource that Stripe includes on request; its type has to be the same.
            (Some(_), _) | (None, None) => {
                self.members(what, &names, argument(ty, "Lazy").unwrap_or(ty), module);
            }
            (None, Some("array")) => self.inner(what, ty, "Vec", |checker, inner| {
                checker.value(what, &schema["items"], inner, module);
            }),
            (None, Some("object")) => self.object_or_map(what, schema, ty, module),
            (None, Some(_)) => self.scalar(what, schema, ty, module),
        }
    }

    /// The place of a type that is a choice.
    fn choice(&self, ty: &Type, module: &str) -> Option<Place> {
        let Type::Path(path) = ty else { return None };
        let is_plain = path.path.segments.iter().all(|it| it.arguments.is_empty());
        let is_known = [
            "Json",
            "Metadata",
            "String",
            "Timestamp",
            "bool",
            "f64",
            "i64",
        ];
        if !is_plain || is_known.contains(&name(ty).as_str()) {
            return None;
        }
        let place = self.tree.resolve(module, &path.path);
        self.tree.choices.contains_key(&place).then_some(place)
    }

    /// A choice has a variant for each alternative.
    fn alternatives(&mut self, what: &str, schema: &Value, place: Place, module: &str) {
        let tree = self.tree;
        let variants = &tree.choices[&place];
        let schemas = schema["anyOf"].as_array().unwrap();
        self.equal(what, &variants.len(), &schemas.len());
        for (ty, schema) in variants.iter().zip(schemas) {
            self.value(what, schema, ty, module);
        }
        self.used.insert(place);
    }

    /// A parameter that can be cleared has the empty string among its values, or as an alternative to them.
    fn clearable(&mut self, what: &str, schema: &Value, ty: &Type, module: &str) {
        match schema["anyOf"].as_array().map(Vec::as_slice) {
            Some([set, clear]) => {
                self.equal(
                    what,
                    &texts(&clear["enum"]),
                    &BTreeSet::from([String::new()]),
                );
                self.value(what, set, ty, module);
            }
            _ => {
                let mut set = schema.clone();
                set["enum"]
                    .as_array_mut()
                    .unwrap()
                    .retain(|value| value != "");
                self.equal(what, &(set["enum"] != schema["enum"]), &true);
                self.value(what, &set, ty, module);
            }
        }
    }

    fn object_or_map(&mut self, what: &str, schema: &Value, ty: &Type, module: &str) {
        let properties = schema["properties"].as_object();
        let page = PAGES
            .iter()
            .find_map(|page| Some((page, argument(ty, page.0)?)));
        if let Some(((_, members, tag), page)) = page {
            let names = properties.unwrap().keys().cloned().collect();
            let members = members.iter().map(|&name| name.to_owned());
            self.same(what, &names, &members.collect());
            let object = &schema["properties"]["object"]["enum"][0];
            self.equal(what, &object.as_str(), tag);
            return self.value(what, &schema["properties"]["data"]["items"], page, module);
        }
        if properties.is_some() {
            return match ty {
                Type::Path(path) => {
                    self.object(what, schema, &self.tree.resolve(module, &path.path))
                }
                _ => self.problems.push(format!("{what}: not a path")),
            };
        }
        match (
            schema["additionalProperties"].is_object(),
            name(ty).as_str(),
        ) {
            (false, found) => self.is(what, found, &["Json"]),
            (true, "Metadata") => self.equal(
                what,
                &schema["additionalProperties"]["type"],
                &"string".into(),
            ),
            (true, _) => {
                let inner = arguments(ty, "BTreeMap").and_then(|it| it.into_iter().nth(1));
                match inner {
                    Some(inner) => self.value(what, &schema["additionalProperties"], inner, module),
                    None => self
                        .problems
                        .push(format!("{what}: `{}`, expected a map", name(ty))),
                }
            }
        }
    }

    fn scalar(&mut self, what: &str, schema: &Value, ty: &Type, module: &str) {
        let found = name(ty);
        match (schema["type"].as_str().unwrap(), schema["format"].as_str()) {
            ("string", _) if schema.get("enum").is_some() => {
                self.enumeration(what, schema, ty, module)
            }
            ("string", _) => self.is(what, &found, &["String", "Id", "Expansion"]),
            ("boolean", _) => self.is(what, &found, &["bool"]),
            ("integer", Some("unix-time")) => self.is(what, &found, &["Timestamp"]),
            ("integer", _) => self.is(what, &found, &["i64"]),
            ("number", _) => self.is(what, &found, &["f64"]),
            (other, _) => self.problems.push(format!("{what}: the type {other}")),
        }
    }

    fn enumeration(&mut self, what: &str, schema: &Value, ty: &Type, module: &str) {
        let Type::Path(path) = ty else {
            return self.problems.push(format!("{what}: not a path"));
        };
        let place = self.tree.resolve(module, &path.path);
        match self.tree.enumerations.get(&place) {
            Some(values) => self.same(what, &texts(&schema["enum"]), values),
            None => self
                .problems
                .push(format!("{what}: {place:?} is no enumeration")),
        }
        self.used.insert(place);
    }

    /// The type of one component, or a union of several.
    fn members(&mut self, what: &str, names: &[String], ty: &Type, module: &str) {
        let ty = argument(ty, "Box").unwrap_or(ty);
        let Type::Path(path) = ty else {
            return self.problems.push(format!("{what}: not a path"));
        };
        let place = self.tree.resolve(module, &path.path);
        if let [name] = names {
            return self.equal(what, &Some(&place), &self.tree.components.get(name));
        }
        let objects = names
            .iter()
            .filter_map(|name| self.tree.objects.get(self.tree.components.get(name)?));
        let tags = objects.map(|object| (object.tag.clone().unwrap_or_default(), object.deleted));
        let mut expected: BTreeSet<_> = tags.collect();
        if expected.iter().filter(|(_, deleted)| !deleted).count() > 1 {
            let counterparts = self.tree.components.values();
            let counterparts = counterparts.filter_map(|place| self.tree.objects.get(place));
            let counterparts = counterparts.filter(|object| object.deleted);
            let tags = counterparts.filter_map(|object| object.tag.clone());
            let missing = tags.filter(|tag| expected.contains(&(tag.clone(), false)));
            let missing: Vec<_> = missing.map(|tag| (tag, true)).collect();
            expected.extend(missing);
        }
        self.equal(what, &self.tree.unions.get(&place), &Some(&expected));
        self.used.insert(place);
    }

    fn any_of(&mut self, what: &str, names: &[String], ty: &Type, module: &str) {
        for (name, ty) in names.iter().zip(arguments(ty, "AnyOf").unwrap()) {
            self.members(what, std::slice::from_ref(name), ty, module);
        }
    }

    fn inner(&mut self, what: &str, ty: &Type, outer: &str, check: impl FnOnce(&mut Self, &Type)) {
        match arguments(ty, outer).and_then(|it| it.into_iter().next()) {
            Some(inner) => check(self, inner),
            None => self.is(what, &name(ty), &[outer]),
        }
    }

    fn is(&mut self, what: &str, found: &str, expected: &[&str]) {
        if !expected.contains(&found) {
            self.problems.push(format!(
                "{what}: `{found}`, expected `{}`",
                expected.join("` or `")
            ));
        }
    }

    fn equal<T: PartialEq + std::fmt::Debug>(&mut self, what: &str, found: &T, expected: &T) {
        if found != expected {
            self.problems
                .push(format!("{what}: {found:?}, expected {expected:?}"));
        }
    }

    fn same(&mut self, what: &str, document: &BTreeSet<String>, code: &BTreeSet<String>) {
        for (one, other, place) in [(document, code, "document"), (code, document, "code")] {
            self.problems.extend(
                one.difference(other)
                    .map(|name| format!("{what}: `{name}` is in the {place} alone")),
            );
        }
    }
}

/// All parameters of an operation, as one schema.
fn parameters(operation: &Value) -> Value {
    let body = &operation["requestBody"]["content"]["application/x-www-form-urlencoded"]["schema"];
    let mut schema = serde_json::json!({"properties": body["properties"], "required": []});
    for parameter in operation["parameters"].as_array().into_iter().flatten() {
        let name = parameter["name"].as_str().unwrap();
        schema["properties"][name] = parameter["schema"].clone();
        if parameter["required"] == true {
            schema["required"].as_array_mut().unwrap().push(name.into());
        }
    }
    schema
}

fn texts(values: &Value) -> BTreeSet<String> {
    let values = values.as_array().map(Vec::as_slice).unwrap_or_default();
    values
        .iter()
        .map(|value| value.as_str().unwrap().to_owned())
        .collect()
}

/// The components that a schema refers to.
fn references(schema: &Value) -> Vec<String> {
    let members = schema["anyOf"]
        .as_array()
        .map_or(std::slice::from_ref(schema), Vec::as_slice);
    let targets = members.iter().filter_map(|member| member["$ref"].as_str());
    targets
        .map(|it| it.strip_prefix("#/components/schemas/").unwrap().to_owned())
        .collect()
}
