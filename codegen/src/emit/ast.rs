//! The syntax that most of the output is: structs, enums, macro calls.
//!
//! Built as syntax, not as tokens: what is built does not have to be parsed again, which would take most of the time
//! of a generation. The little that is left, methods and declarations, is written with `quote`.

use proc_macro2::{Span, TokenStream};
use syn::punctuated::Punctuated;
use syn::{
    AngleBracketedGenericArguments, AttrStyle, Attribute, Expr, ExprLit, Field, FieldModifiers,
    Fields, FieldsNamed, FieldsUnnamed, GenericArgument, Generics, Ident, Item, ItemEnum,
    ItemMacro, ItemStruct, Lit, LitStr, Macro, MacroDelimiter, Meta, MetaList, MetaNameValue, Path,
    PathArguments, PathSegment, Type, TypePath, Variant, Visibility,
};

use super::ident;

/// `#[doc = "…"]`, which is printed as `///…`.
pub(super) fn doc(line: &str) -> Attribute {
    attribute(Meta::NameValue(MetaNameValue {
        path: ident("doc").into(),
        eq_token: Default::default(),
        value: Expr::Lit(ExprLit {
            attrs: Vec::new(),
            lit: Lit::Str(LitStr::new(line, Span::call_site())),
        }),
    }))
}

/// `#[derive(…)]`
pub(super) fn derive(traits: TokenStream) -> Attribute {
    attribute(Meta::List(MetaList {
        path: ident("derive").into(),
        delimiter: MacroDelimiter::Paren(Default::default()),
        tokens: traits,
    }))
}

/// `#[must_use = "…"]`
pub(super) fn must_use(reason: &str) -> Attribute {
    let Attribute { meta, .. } = doc(reason);
    match meta {
        Meta::NameValue(value) => attribute(Meta::NameValue(MetaNameValue {
            path: ident("must_use").into(),
            ..value
        })),
        meta => attribute(meta),
    }
}

/// `#[non_exhaustive]`
pub(super) fn non_exhaustive() -> Attribute {
    attribute(Meta::Path(ident("non_exhaustive").into()))
}

fn attribute(meta: Meta) -> Attribute {
    Attribute {
        pound_token: Default::default(),
        style: AttrStyle::Outer,
        bracket_token: Default::default(),
        meta,
    }
}

/// `pub struct Name { … }`
pub(super) fn struct_item(
    attrs: Vec<Attribute>,
    name: Ident,
    fields: impl Iterator<Item = Field>,
) -> Item {
    Item::Struct(ItemStruct {
        attrs,
        vis: public(),
        struct_token: Default::default(),
        ident: name,
        generics: Generics::default(),
        fields: Fields::Named(FieldsNamed {
            brace_token: Default::default(),
            named: fields.collect(),
        }),
        semi_token: None,
    })
}

/// `pub name: Type`
pub(super) fn field(attrs: Vec<Attribute>, name: Ident, ty: Type) -> Field {
    Field {
        vis: public(),
        ident: Some(name),
        colon_token: Some(Default::default()),
        ..bare_field(attrs, ty)
    }
}

fn bare_field(attrs: Vec<Attribute>, ty: Type) -> Field {
    Field {
        attrs,
        vis: Visibility::Inherited,
        modifiers: FieldModifiers::default(),
        ident: None,
        colon_token: None,
        ty,
        default: None,
    }
}

/// `pub enum Name { … }`
pub(super) fn enum_item(
    attrs: Vec<Attribute>,
    name: Ident,
    variants: impl Iterator<Item = Variant>,
) -> Item {
    Item::Enum(ItemEnum {
        attrs,
        vis: public(),
        enum_token: Default::default(),
        ident: name,
        generics: Generics::default(),
        brace_token: Default::default(),
        variants: variants.collect(),
    })
}

/// `Name` or `Name(Type)`
pub(super) fn variant(attrs: Vec<Attribute>, name: Ident, ty: Option<Type>) -> Variant {
    let fields = match ty {
        None => Fields::Unit,
        Some(ty) => Fields::Unnamed(FieldsUnnamed {
            paren_token: Default::default(),
            unnamed: Punctuated::from_iter([bare_field(Vec::new(), ty)]),
        }),
    };
    Variant {
        attrs,
        ident: name,
        fields,
        discriminant: None,
    }
}

/// `name! { … }`
pub(super) fn macro_item(name: &str, tokens: TokenStream) -> Item {
    Item::Macro(ItemMacro {
        attrs: Vec::new(),
        ident: None,
        mac: Macro {
            path: ident(name).into(),
            bang_token: Default::default(),
            delimiter: MacroDelimiter::Brace(Default::default()),
            tokens,
        },
        semi_token: None,
    })
}

/// `a::b::Name`
pub(super) fn path_type(segments: &[&str]) -> Type {
    let segments = segments
        .iter()
        .map(|segment| PathSegment::from(ident(segment)));
    type_of(segments.collect())
}

/// `Name<Argument, …>`
pub(super) fn generic_type(name: &str, arguments: impl IntoIterator<Item = Type>) -> Type {
    let args = arguments.into_iter().map(GenericArgument::Type).collect();
    type_of(Punctuated::from_iter([PathSegment {
        ident: ident(name),
        arguments: PathArguments::AngleBracketed(AngleBracketedGenericArguments {
            colon2_token: None,
            lt_token: Default::default(),
            args,
            gt_token: Default::default(),
        }),
    }]))
}

fn type_of(segments: Punctuated<PathSegment, syn::Token![::]>) -> Type {
    Type::Path(TypePath {
        attrs: Vec::new(),
        qself: None,
        path: Path {
            leading_colon: None,
            segments,
        },
    })
}

fn public() -> Visibility {
    Visibility::Public(Default::default())
}
