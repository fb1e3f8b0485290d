//! Requests: their method, path and response, and an example of each.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

use crate::ir::{Body, Item, Object, Operation, Type};
use crate::names::upper_camel;

use super::{docs, ident, text, ty};

/// ```text
/// operation! {
///     RetrieveCustomer: Get "/v1/customers/{customer}" -> crate::RetrievedCustomer
/// }
///
/// operation! {
///     ListCustomers: Get paginated "/v1/customers" -> List<crate::Customer>
/// }
///
/// operation! {
///     CreateFile: Post "/v1/files" multipart @ "https://files.stripe.com" -> crate::File
/// }
/// ```
pub(super) fn tokens(item: &Item, operation: &Operation, module: &str) -> TokenStream {
    let method = ident(&upper_camel(operation.method.key()));
    let (name, path) = (ident(&item.path.name), text(&operation.path));
    let output = ty::written(&operation.output, module);
    let body = match operation.body {
        Body::Empty if operation.method.has_body() => Some(quote!(empty)),
        Body::Empty | Body::Form => None,
        Body::Json => Some(quote!(json)),
        Body::Multipart => Some(quote!(multipart)),
    };
    let server = operation.server.as_deref().map(text);
    let server = server.map(|server| quote!(@ #server));
    let paginated = operation.paginated.then(|| quote!(paginated));
    quote!(operation! { #name: #method #paginated #path #body #server -> #output })
}

/// ```text
/// impl crate::Customer {
///     /// Returns the request [`UpdateCustomer`] with the ID of the object.
///     pub fn update(&self) -> UpdateCustomer { … }
/// }
/// ```
pub(super) fn shortcut(item: &Item, object: &Object, module: &str) -> Option<TokenStream> {
    let method = ident(item.kind.operation()?.shortcut?);
    let name = ident(&item.path.name);
    let id = object.fields.iter().find(|field| field.required)?;
    let Type::Id(resource) = &id.ty else {
        return None;
    };
    let resource = ty::written(resource, module);
    let comment = docs::lines(&format!(
        "Returns the request [`{0}`](crate::{0}) with the ID of the object.",
        item.path.name
    ));
    Some(quote! {
        impl #resource {
            #comment
            pub fn #method(&self) -> #name {
                #name::new(&self.id)
            }
        }
    })
}

/// The end of the documentation of a request:
///
/// ````text
/// /// ```no_run
/// /// # use stripe_customers::*;
/// /// # async fn example(client: Client, customer: &str) -> Result<(), Error> {
/// /// let response = RetrieveCustomer::new(customer)
/// ///     .send(&client)
/// ///     .await?;
/// /// # Ok(())
/// /// # }
/// /// ```
/// ````
///
/// The crate may have another name, so the compiler fills it in. An argument is a variable with the name of the parameter; an
/// example with an argument that is not text is not compiled, because it does not show how the argument is made.
pub(super) fn example(item: &Item, object: &Object) -> TokenStream {
    let required = || object.fields.iter().filter(|field| field.required);
    let names: Vec<_> = required().map(|field| field.name.as_str()).collect();
    let call = format!(
        "let response = {}::new({})",
        item.path.name,
        names.join(", ")
    );
    let call = [call.as_str(), "    .send(&client)", "    .await?;"];
    if !required().all(|field| matches!(field.ty, Type::String | Type::Id(_))) {
        let (begin, end) = (["", "```ignore"], ["```"]);
        return docs::code(begin.into_iter().chain(call).chain(end)).into_token_stream();
    }
    let begin = docs::code(["", "```no_run"]);
    let parameters: String = names.iter().map(|name| format!(", {name}: &str")).collect();
    let function =
        format!("# async fn example(client: Client{parameters}) -> Result<(), Error> {{");
    let end = ["# Ok(())", "# }", "```"];
    let rest = docs::code([function.as_str()].into_iter().chain(call).chain(end));
    quote! {
        #begin
        #[doc = concat!(" # use ", env!("CARGO_CRATE_NAME"), "::*;")]
        #rest
    }
}
