//! The three locales against each other: same files, keys and variables, the plural forms of each language, and no
//! message that nobody uses. It knows just enough of Fluent's syntax for the way our files are written.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

const LANGUAGES: [&str; 3] = ["kk", "ru", "en"];

/// A message: the file it stands in and its text after the equals sign.
struct Message {
    file: String,
    text: String,
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

fn messages(language: &str) -> BTreeMap<String, Message> {
    let mut messages = BTreeMap::new();
    for entry in fs::read_dir(root().join("locales").join(language)).unwrap() {
        let path = entry.unwrap().path();
        let file = path.file_stem().unwrap().to_str().unwrap().to_owned();
        let mut key = None;
        for line in fs::read_to_string(&path).unwrap().lines().filter(|line| !line.starts_with('#')) {
            if let Some((name, text)) =
                line.split_once(" =").filter(|_| line.starts_with(char::is_alphabetic))
            {
                let message = Message { file: file.clone(), text: text.trim().to_owned() };
                assert!(messages.insert(name.to_owned(), message).is_none(), "{name} twice in {language}");
                key = Some(name.to_owned());
            } else if let Some(message) = key.as_ref().and_then(|key| messages.get_mut(key)) {
                message.text.push('\n');
                message.text.push_str(line.trim());
            }
        }
    }
    assert!(messages.len() > 200, "the files are read");
    messages
}

fn variables(text: &str) -> BTreeSet<&str> {
    text.split('$').skip(1).map(|rest| rest.split([' ', '}', ')']).next().unwrap_or_default()).collect()
}

fn arms(text: &str) -> BTreeSet<&str> {
    text.lines()
        .filter_map(|line| line.trim_start_matches('*').strip_prefix('['))
        .filter_map(|line| line.split_once(']'))
        .map(|(arm, _)| arm)
        .collect()
}

#[test]
fn all_languages_have_the_same_keys_files_and_variables() {
    let [kk, ru, en] = LANGUAGES.map(messages);
    for (language, other) in [("kk", &kk), ("ru", &ru)] {
        let (theirs, ours): (BTreeSet<_>, BTreeSet<_>) = (other.keys().collect(), en.keys().collect());
        assert_eq!(
            theirs.symmetric_difference(&ours).collect::<Vec<_>>(),
            Vec::<&&String>::new(),
            "{language}"
        );
        for (key, message) in other {
            assert_eq!(message.file, en[key].file, "{key} in {language}");
            assert_eq!(variables(&message.text), variables(&en[key].text), "{key} in {language}");
        }
    }
    for (key, message) in &en {
        assert!(key.starts_with(&format!("{}-", message.file)), "{key} in {}.ftl", message.file);
    }
}

#[test]
fn plurals_have_the_forms_of_their_language() {
    for language in LANGUAGES {
        let forms: BTreeSet<_> =
            if language == "ru" { vec!["one", "few", "many", "other"] } else { vec!["one", "other"] }
                .into_iter()
                .collect();
        let mut plurals = 0;
        for (key, message) in messages(language) {
            let arms = arms(&message.text);
            // Tables of months and weekdays choose by number.
            if arms.is_empty() || arms.iter().all(|arm| arm.parse::<u32>().is_ok()) {
                continue;
            }
            assert_eq!(arms, forms, "{key} in {language}");
            plurals += 1;
        }
        assert!(plurals >= 5, "{language}");
    }
}

#[test]
fn no_text_is_empty_or_left_untranslated() {
    let [kk, ru, en] = LANGUAGES.map(messages);
    // The languages' own names are the same everywhere.
    for (key, message) in en.iter().filter(|(key, _)| !key.starts_with("common-endonym")) {
        for other in [&kk[key].text, &ru[key].text] {
            assert!(!other.is_empty(), "{key}");
            assert!(*other != message.text || !has_words(other), "{key}");
        }
    }
}

/// Whether a text has letters of its own, outside tags and placeables.
fn has_words(text: &str) -> bool {
    let mut depth = 0;
    text.chars().any(|c| {
        match c {
            '{' | '<' => depth += 1,
            '}' | '>' => depth -= 1,
            _ => {}
        }
        depth == 0 && c.is_alphabetic()
    })
}

#[test]
fn every_message_is_used() {
    let code: String =
        rust_files(&root().join("src")).iter().map(|path| fs::read_to_string(path).unwrap()).collect();
    for key in messages("en").keys() {
        let call = format!(".{}(", key.replace('-', "_"));
        assert!(code.contains(&call), "{key} is used nowhere");
    }
}

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(rust_files(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
    files
}
