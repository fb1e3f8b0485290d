//! From the model to files.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use crate::error::{Error, Errors};
use crate::ir::Model;
use crate::{File, emit, format, stack};

/// Emits and formats every file of the model, sorted by path.
///
/// Files do not depend on one another, and printing them is most of the work: each thread takes the next file until none is left.
pub(crate) fn print(model: &Model) -> Result<Vec<File>, Errors> {
    let next = AtomicUsize::new(0);
    let worker = || {
        let mut printed = Vec::new();
        while let Some(module) = model.modules.get(next.fetch_add(1, Ordering::Relaxed)) {
            printed.push(format::format(emit::module(module)));
        }
        printed
    };
    let mut results = Vec::new();
    thread::scope(|scope| {
        let threads: Vec<_> = (0..processors())
            .map(|_| stack::spawn(scope, worker))
            .collect();
        results.push(format::format(emit::root(model)));
        results.extend(threads.into_iter().flat_map(stack::join));
    });
    let (mut files, mut errors) = (Vec::<File>::new(), Vec::<Error>::new());
    for result in results {
        match result {
            Ok(file) => files.push(file),
            Err(error) => errors.push(error),
        }
    }
    files.sort_by(|a, b| a.path.cmp(&b.path));
    errors.sort_by(|a, b| a.pointer.cmp(&b.pointer));
    Errors::or(errors, files)
}

fn processors() -> usize {
    thread::available_parallelism().map_or(1, usize::from)
}
