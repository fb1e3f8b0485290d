//! The tests of the commands, in one program: they share a workspace in a temporary folder.

#![allow(clippy::panic, clippy::unwrap_used)]

mod bad_input;
mod common;
mod diff;
mod draw;
mod environment;
mod import;
mod measure;
mod output_folder;
mod repository;
mod terminal;
mod update;
mod update_changes;
mod whole_crate;
mod words;
