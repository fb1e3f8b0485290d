//! The types of the generated code, read from its syntax.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use syn::{Attribute, Expr, Fields, Item, Lit, Meta, Type, UseTree};

use super::tables::{Table, of_macro};

/// A type: its module and its name.
pub type Place = (String, String);

/// All types of the generated code.
#[derive(Default)]
pub struct Tree {
    pub objects: BTreeMap<Place, Object>,
    /// The values of enumerations.
    pub enumerations: BTreeMap<Place, BTreeSet<String>>,
    /// The constants `object` of the members of unions, and whether they are deleted.
    pub unions: BTreeMap<Place, BTreeSet<(String, bool)>>,
    /// The types of the variants of choices.
    pub choices: BTreeMap<Place, Vec<Type>>,
    /// The types that aliases stand for.
    aliases: BTreeMap<Place, syn::Path>,
    /// The types by component.
    pub components: BTreeMap<String, Place>,
    /// The modules of the types at the top level.
    top: BTreeMap<String, String>,
}

#[derive(Default)]
pub struct Object {
    /// The types of the fields, by name on the wire.
    pub fields: BTreeMap<String, Type>,
    pub tag: Option<String>,
    pub deleted: bool,
    pub deny_unknown_fields: bool,
    /// The names on the wire of the fields that can be expanded.
    pub expandable: BTreeSet<String>,
}

impl Tree {
    /// The files in `folder`.
    pub fn read(folder: &Path) -> Self {
        let mut tree = Self::default();
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let module = path.file_stem().unwrap().to_str().unwrap();
            let file = syn::parse_file(&fs::read_to_string(&path).unwrap()).unwrap();
            tree.add(module, &file.items);
        }
        tree
    }

    /// The place of the type that `path` names in `module`: `Card`, `crate::Card` or `crate::card::Card`. An alias leads to
    /// the type that it stands for.
    pub fn resolve(&self, module: &str, path: &syn::Path) -> Place {
        let names: Vec<_> = path
            .segments
            .iter()
            .map(|it| it.ident.to_string())
            .collect();
        let place = match names
            .iter()
            .map(String::as_str)
            .collect::<Vec<_>>()
            .as_slice()
        {
            [name] => (module.to_owned(), (*name).to_owned()),
            ["crate", name] => (self.top[*name].clone(), (*name).to_owned()),
            ["crate", module, name] => ((*module).to_owned(), (*name).to_owned()),
            _ => panic!("{names:?}"),
        };
        match self.aliases.get(&place) {
            Some(of) => self.resolve(&place.0, of),
            None => place,
        }
    }

    fn add(&mut self, module: &str, items: &[Item]) {
        let mut shapes = BTreeMap::new();
        for item in items {
            match item {
                Item::Struct(item) => {
                    let name = item.ident.to_string();
                    self.add_components(&(module.to_owned(), name.clone()), &item.attrs);
                    shapes.insert(name, fields(&item.fields));
                }
                Item::Enum(item) => {
                    let variants = item.variants.iter().map(|it| (it.ident.to_string(), None));
                    shapes.insert(item.ident.to_string(), variants.collect());
                }
                Item::Type(item) => {
                    let syn::Type::Path(of) = *item.ty.clone() else {
                        panic!("{} is not an alias of a named type", item.ident);
                    };
                    let place = (module.to_owned(), item.ident.to_string());
                    self.aliases.insert(place, of.path);
                }
                Item::Use(item) if module == "mod" => self.add_top(&item.tree),
                _ => {}
            }
        }
        for item in items {
            if let Item::Macro(item) = item {
                let name = item.mac.path.get_ident().unwrap().to_string();
                self.add_macro(module, &name, &item.mac, &mut shapes);
            }
        }
        assert!(
            shapes.is_empty(),
            "{module}: no table of {:?}",
            shapes.keys()
        );
    }

    fn add_macro(
        &mut self,
        module: &str,
        name: &str,
        item: &syn::Macro,
        shapes: &mut BTreeMap<String, Shape>,
    ) {
        // Operations, conversions, and the functions that start paths to expand have no table of fields.
        if matches!(name, "operation" | "copies") || item.tokens.to_string().starts_with("from ") {
            return;
        }
        for table in of_macro(item) {
            let place = (module.to_owned(), table.name.clone());
            if name == "expandable" {
                let wires = table.entries.into_iter().map(|entry| entry.wire);
                if let Some(object) = self.objects.get_mut(&place) {
                    object.expandable = wires.collect();
                }
                continue;
            }
            if name == "string_enum" {
                let values = table.entries.into_iter().map(|entry| entry.wire);
                self.enumerations.insert(place, values.collect());
                continue;
            }
            let shape = shapes.remove(&table.name).unwrap();
            check_names(&place, name, &table, &shape);
            match name {
                "object" => drop(self.objects.insert(place, Object::of(table, shape))),
                "union" => {
                    let members = table
                        .entries
                        .into_iter()
                        .map(|entry| (entry.wire, entry.deleted));
                    self.unions.insert(place, members.collect());
                }
                "choice" => {
                    let values = table.entries.into_iter().filter_map(|entry| entry.value);
                    self.choices.insert(place, values.collect());
                }
                _ => panic!("the macro {name}"),
            }
        }
    }

    /// The documentation of a type names its component.
    fn add_components(&mut self, place: &Place, attributes: &[Attribute]) {
        let docs: Vec<_> = attributes.iter().filter_map(doc).collect();
        let docs = docs.join(" ");
        for after in docs.split("API schema `").skip(1) {
            let name = after.split('`').next().unwrap().to_owned();
            let before = self.components.insert(name, place.clone());
            assert_eq!(before, None, "{place:?} is not the only one");
        }
    }

    fn add_top(&mut self, tree: &UseTree) {
        let UseTree::Path(path) = tree else {
            panic!("a `use` of the root that is not a path");
        };
        let module = path.ident.to_string();
        // Parts of the runtime.
        if module == "parts" {
            return;
        }
        let mut add = |tree: &UseTree| match tree {
            UseTree::Name(name) => drop(self.top.insert(name.ident.to_string(), module.clone())),
            _ => panic!("a `use` of the root that names no type"),
        };
        match &*path.tree {
            UseTree::Group(group) => group.items.iter().for_each(&mut add),
            tree => add(tree),
        }
    }
}

/// The names in a struct or an enum, with the types of fields.
type Shape = BTreeMap<String, Option<Type>>;

fn fields(fields: &Fields) -> Shape {
    fields
        .iter()
        .map(|field| {
            (
                field.ident.as_ref().unwrap().to_string(),
                Some(field.ty.clone()),
            )
        })
        .collect()
}

/// The table has the names of the type. An enum of a response has one more, `Unknown`.
fn check_names(place: &Place, kind: &str, table: &Table, shape: &Shape) {
    let mut names: Vec<_> = table
        .entries
        .iter()
        .map(|entry| entry.name.as_str())
        .collect();
    if !matches!(kind, "choice" | "object") {
        names.push("Unknown");
    }
    names.sort_unstable();
    let expected: Vec<_> = shape.keys().map(String::as_str).collect();
    assert_eq!(names, expected, "{place:?}");
}

impl Object {
    fn of(table: Table, mut shape: Shape) -> Self {
        let mark = table.mark.as_deref();
        let (deleted, deny_unknown_fields) =
            (mark == Some("deleted"), mark == Some("deny_unknown_fields"));
        let entries = table.entries.into_iter();
        let fields =
            entries.map(|entry| (entry.wire, shape.remove(&entry.name).flatten().unwrap()));
        Self {
            fields: fields.collect(),
            tag: table.tag,
            deleted,
            deny_unknown_fields,
            expandable: BTreeSet::new(),
        }
    }
}

fn doc(attribute: &Attribute) -> Option<String> {
    match &attribute.meta {
        Meta::NameValue(meta) if meta.path.is_ident("doc") => match &meta.value {
            Expr::Lit(lit) => match &lit.lit {
                Lit::Str(text) => Some(text.value().trim().to_owned()),
                _ => None,
            },
            _ => None,
        },
        _ => None,
    }
}
