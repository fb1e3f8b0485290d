//! The configuration: what to generate, and every exception to the rules with its reason.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::error::{Errors, Input};
use crate::import::ALL;
use crate::source;

/// The configuration of the generator.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Config {
    /// The operations to generate, in this order, by `operationId` or by method and path (`GET /v1/things`); or `all`.
    pub operations: Vec<String>,
    /// Those of `all` operations that are not generated.
    #[serde(default)]
    pub except: Vec<Except>,
    /// Component schemas that are generated even where no operation reaches them.
    #[serde(default)]
    pub schemas: Vec<Component>,
    /// Component schemas whose embedded resources and optional objects are kept as text and decoded on demand.
    #[serde(default)]
    pub lazy: Vec<Component>,
    /// Operations whose parameters are made from their response.
    #[serde(default)]
    pub copies: Vec<CopyOf>,
    /// Types that get another name than the rule gives them.
    #[serde(default)]
    pub renames: Vec<Rename>,
    /// Operations that get another name than the rule gives them. Without effect for those that are not
    /// generated.
    #[serde(default)]
    pub operation_names: Vec<OperationName>,
    /// Whether the operations are other than those that the exceptions were written for. Then an exception that is not
    /// needed is not an error.
    #[serde(skip)]
    pub other_operations: bool,
}

/// An operation that is not generated.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Except {
    /// The `operationId`, or the method and path.
    pub operation: String,
    /// Why. `None` for one of the command line.
    pub reason: Option<String>,
}

/// A component schema that is an exception to a rule.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Component {
    /// The name of the component schema.
    pub schema: String,
    /// Why.
    pub reason: String,
}

/// An operation whose parameters are made from its response: `CreateCustomer::from(&customer)`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CopyOf {
    /// The method and the path.
    pub operation: String,
    /// The parameters that have another name than the field of the response, and that name.
    #[serde(default)]
    pub renamed: BTreeMap<String, String>,
    /// The parameters that are not copied. Those inside another are dotted: `invoice_settings.default_payment_method`.
    pub except: Vec<String>,
    /// Why.
    pub reason: String,
}

/// Another name for an operation.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OperationName {
    /// The `operationId`, or the method and path.
    pub operation: String,
    /// The name to use: `RetrieveOwnAccount`.
    pub name: String,
    /// Why.
    pub reason: String,
}

/// Another name for a type.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rename {
    /// The name that the rule gives, with its module: `customer::DefaultSource`. Or the place of the schema in the document,
    /// `#/components/schemas/customer/properties/sources`, where the rule gives two types of one module the same name.
    pub from: String,
    /// The name to use instead, without the module.
    pub to: String,
    /// Why.
    pub reason: String,
}

impl Config {
    /// The same configuration for other operations. Exceptions of `all` operations do not apply to a list.
    #[must_use]
    pub fn with_operations(mut self, operations: Vec<String>) -> Self {
        if operations != [ALL] {
            self.except.clear();
        }
        Self {
            operations,
            other_operations: true,
            ..self
        }
    }

    /// The same configuration without the operations with these names.
    #[must_use]
    pub fn without(mut self, operations: &[String]) -> Self {
        let except = operations.iter().map(|operation| Except {
            operation: operation.clone(),
            reason: None,
        });
        self.except.extend(except);
        self
    }

    /// Reads a configuration in YAML.
    ///
    /// # Errors
    ///
    /// When `text` is not YAML, lacks a key, or has an unknown one.
    pub fn parse(text: &str) -> Result<Self, Errors> {
        source::yaml(Input::Config, text).map_err(Errors::from)
    }
}
