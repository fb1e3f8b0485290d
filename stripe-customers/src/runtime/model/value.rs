//! The trait of all values, and references to their content.

use crate::runtime::json::{DecodeError, Decoder};

/// A type that can be decoded from JSON with [`from_json`](crate::from_json): all types of Stripe's API, and the types
/// of their fields.
///
/// Use it as a bound in generic code:
///
/// ```
/// use stripe_customers::{Customer, Decode, DecodeError, from_json};
///
/// fn load<T: Decode>(text: &str) -> Result<Vec<T>, DecodeError> {
///     text.lines().map(from_json).collect()
/// }
///
/// let customers: Vec<Customer> =
///     load(r#"{"id": "cus_1", "object": "customer", "created": 1, "livemode": false}"#)?;
/// assert_eq!(customers[0].id, "cus_1");
/// # Ok::<(), DecodeError>(())
/// ```
///
/// The trait is sealed: it cannot be implemented outside this crate, because its methods take types that are not public.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a type of this crate",
    note = "`Json::decode` and `serde_json` decode types of your own, which implement `serde::Deserialize`"
)]
// Dyn-compatible, so that one loop serves the fields of every type. The number of methods is most of what the types cost
// to compile, so there are few.
pub trait Decode {
    /// Decodes the next value into `self`.
    #[doc(hidden)]
    fn decode(&mut self, decoder: &mut Decoder<'_>) -> Result<(), DecodeError>;

    /// Calls `visitor` once, with a reference to the content of the value.
    #[doc(hidden)]
    fn visit(&self, visitor: &mut dyn Visit);

    /// Creates the value of a field before it is decoded. Users never see it: if decoding fails, it is dropped.
    #[doc(hidden)]
    fn empty() -> Self
    where
        Self: Sized;

    /// Returns whether the field may be absent.
    #[doc(hidden)]
    fn is_optional(&self) -> bool {
        false
    }

    /// Returns the first part of the path of an error in a text that is one value of the type.
    #[doc(hidden)]
    fn root_name() -> &'static str
    where
        Self: Sized,
    {
        let mut name = "value";
        Self::empty().visit(&mut |value: ValueRef<'_>| {
            if let ValueRef::Object(info, _) = value {
                name = info.tag.unwrap_or(info.name);
            }
        });
        name
    }
}

/// A visitor of values. Implemented for every closure that takes a [`ValueRef`].
///
/// A separate trait, because calls of `dyn FnMut` take longer to compile.
pub trait Visit {
    /// Visits a value.
    fn visit_value(&mut self, value: ValueRef<'_>);
}

impl<F: FnMut(ValueRef<'_>)> Visit for F {
    fn visit_value(&mut self, value: ValueRef<'_>) {
        self(value);
    }
}

/// A reference to the content of a value.
#[derive(Clone, Copy)]
pub enum ValueRef<'a> {
    Absent,
    Boolean(bool),
    Integer(i64),
    Number(f64),
    String(&'a str),
    Array(&'a dyn Array),
    Map(&'a dyn Map),
    /// The description of the type, and the fields in the order of its table.
    Object(&'static TypeInfo, &'a [&'a dyn Decode]),
    /// A value that is kept as JSON text.
    Text(&'a str),
    /// A parameter that clears a stored value.
    Clear,
    File {
        name: &'a str,
        media_type: &'a str,
        bytes: &'a [u8],
    },
}

#[cfg(feature = "http")]
impl ValueRef<'_> {
    /// Calls `visitor` with the name and the value of every part of an object, map or array.
    pub(crate) fn each(self, visitor: &mut dyn FnMut(&str, ValueRef<'_>)) {
        match self {
            Self::Object(info, values) => {
                info.each(values, &mut |name, value| visitor(name, value))
            }
            Self::Map(map) => map.each(visitor),
            Self::Array(array) => {
                let mut index = 0_usize;
                array.each(&mut |element: ValueRef<'_>| {
                    visitor(&index.to_string(), element);
                    index += 1;
                });
            }
            _ => {}
        }
    }
}

/// Returns the field of `object` with this name in JSON as text, or `None` if it is absent or not a string or integer.
#[cfg(feature = "http")]
pub fn text_of_field(object: &dyn Decode, name: &str) -> Option<String> {
    let mut text = None;
    object.visit(&mut |value: ValueRef<'_>| {
        if let ValueRef::Object(info, fields) = value {
            info.each(fields, &mut |field, value| match value {
                ValueRef::String(value) if field == name => text = Some(value.to_owned()),
                ValueRef::Integer(value) if field == name => text = Some(value.to_string()),
                _ => {}
            });
        }
    });
    text
}

/// The description of an object type.
pub struct TypeInfo {
    /// The name of the Rust type.
    pub name: &'static str,
    /// The constant value of its member `object`, if it has one.
    pub tag: Option<&'static str>,
    /// Whether it has a member `deleted` that is always `true`.
    pub deleted: bool,
    /// Whether an unknown member is an error. True for parameters, where it is a mistake, and false for responses, to
    /// which Stripe adds fields.
    pub deny_unknown_fields: bool,
    /// The names of the fields in JSON, in the order of the table.
    pub fields: &'static [&'static str],
}

impl TypeInfo {
    /// Calls `visitor` with the name and the value of every field. `values` are in the order of the table.
    pub fn each(
        &self,
        values: &[&dyn Decode],
        visitor: &mut dyn FnMut(&'static str, ValueRef<'_>),
    ) {
        for (&name, value) in self.fields.iter().zip(values) {
            value.visit(&mut |value: ValueRef<'_>| visitor(name, value));
        }
    }
}

/// An array.
pub trait Array {
    /// Returns the number of elements.
    fn len(&self) -> usize;

    /// Calls `visitor` with every element, in order.
    fn each(&self, visitor: &mut dyn Visit);
}

/// A map.
pub trait Map {
    /// Returns the number of entries.
    fn len(&self) -> usize;

    /// Calls `visitor` with every entry, in order.
    fn each(&self, visitor: &mut dyn FnMut(&str, ValueRef<'_>));
}
