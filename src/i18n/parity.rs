//! The three locales against each other: same keys, same variables, the plural forms of each language.
