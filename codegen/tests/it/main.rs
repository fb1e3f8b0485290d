//! The tests of the generator, in one program: they share small documents, and the code that is generated from them.

#![allow(clippy::indexing_slicing, clippy::panic, clippy::unwrap_used)]

mod bad_documents;
mod changes;
mod changes_robustness;
mod changes_selection;
mod common;
mod import;
mod overlay;
mod robustness;
mod shapes;
