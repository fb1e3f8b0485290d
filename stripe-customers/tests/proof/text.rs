//! Random spellings of JSON.

use serde_json::Value;

use super::random::Random;

/// Writes a value with random white space, escapes and order of members.
pub fn write(value: &Value, random: &mut Random) -> String {
    let mut writer = Writer {
        out: String::new(),
        spaces: random.once_in(2),
        escapes: random.once_in(2),
        random,
    };
    writer.value(value);
    writer.out
}

struct Writer<'r> {
    out: String,
    spaces: bool,
    escapes: bool,
    random: &'r mut Random,
}

impl Writer<'_> {
    fn value(&mut self, value: &Value) {
        self.space();
        match value {
            Value::String(text) => self.string(text),
            Value::Array(elements) => {
                self.separated('[', elements, Self::value);
                self.out.push(']');
            }
            Value::Object(members) => {
                let mut members: Vec<_> = members.iter().collect();
                members.sort_by_key(|(name, _)| name.as_str());
                if self.random.once_in(2) {
                    shuffle(&mut members, self.random);
                }
                self.separated('{', members, |writer, (name, value)| {
                    writer.space();
                    writer.string(name);
                    writer.space();
                    writer.out.push(':');
                    writer.value(value);
                });
                self.out.push('}');
            }
            scalar => self.out.push_str(&scalar.to_string()),
        }
        self.space();
    }

    fn separated<T>(
        &mut self,
        open: char,
        all: impl IntoIterator<Item = T>,
        one: impl Fn(&mut Self, T),
    ) {
        self.out.push(open);
        for (index, it) in all.into_iter().enumerate() {
            if index > 0 {
                self.out.push(',');
            }
            one(self, it);
        }
        self.space();
    }

    fn space(&mut self) {
        while self.spaces && self.random.once_in(4) {
            self.out.push(*self.random.pick(&[' ', '\n', '\r', '\t']));
        }
    }

    fn string(&mut self, text: &str) {
        self.out.push('"');
        for c in text.chars() {
            match c {
                '"' | '\\' | '\0'..='\u{1f}' => self.escaped(c),
                _ if self.escapes && self.random.once_in(3) => self.escaped(c),
                _ => self.out.push(c),
            }
        }
        self.out.push('"');
    }

    fn escaped(&mut self, c: char) {
        let short = match c {
            '"' | '\\' | '/' => Some(c),
            '\n' => Some('n'),
            '\r' => Some('r'),
            '\t' => Some('t'),
            '\u{8}' => Some('b'),
            '\u{c}' => Some('f'),
            _ => None,
        };
        if let Some(short) = short.filter(|_| self.random.once_in(2)) {
            self.out.extend(['\\', short]);
            return;
        }
        for unit in c.encode_utf16(&mut [0; 2]) {
            let escape = match self.random.once_in(2) {
                true => format!("\\u{unit:04x}"),
                false => format!("\\u{unit:04X}"),
            };
            self.out.push_str(&escape);
        }
    }
}

fn shuffle<T>(values: &mut [T], random: &mut Random) {
    for index in (1..values.len()).rev() {
        values.swap(index, random.below(index + 1));
    }
}
