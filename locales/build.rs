//! Build script: turns the messages of `locales/` into one typed function each. It holds no wording.
//!
//! A message that one language lacks gets no function, so its use does not compile; a text that goes into a message
//! must be `Html`, so what people wrote cannot get there unescaped.

use fluent_typed::{BuildOptions, FtlOutputOptions, LintLevel, try_build_from_locales_folder};
use std::{env, error::Error, fs, path::Path};

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=locales");
    let folder = env::var("OUT_DIR")?;
    let code = Path::new(&folder).join("messages.rs");
    let texts = Path::new(&folder).join("messages.ftl");
    let options = BuildOptions::default()
        .with_locales_folder("locales")
        .with_output_file_path(&code.to_string_lossy())
        .with_ftl_output(FtlOutputOptions::single_file(&texts.to_string_lossy()))
        .with_lint_level(LintLevel::Strict)
        .with_prefix("")
        // Nothing we show is written from right to left, and direction marks are dropped from what people wrote.
        .without_bidi_isolation()
        .without_format();
    try_build_from_locales_folder(options)?;
    fs::write(&code, escaped_only(&fs::read_to_string(&code)?)?)?;
    Ok(())
}

/// Narrows the functions of the library, which take and give any string, to take and give `Html`.
fn escaped_only(code: &str) -> Result<String, String> {
    let mut narrowed = code.to_owned();
    for (wide, narrow) in [
        (": AsRef<str>", ": AsRef<str> + Escaped"),
        (") -> String {", ") -> Html {"),
        ("None).unwrap()", "None).map(Html::ours).unwrap()"),
        ("Some(args)).unwrap()", "Some(args)).map(Html::ours).unwrap()"),
    ] {
        if !narrowed.contains(wide) {
            return Err(format!("the generated code no longer contains `{wide}`: see locales/build.rs"));
        }
        narrowed = narrowed.replace(wide, narrow);
    }
    Ok(narrowed)
}
