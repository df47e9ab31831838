//! Where events belong: level of the programme and district of the city. Names for people are in the locales.

use serde::{Deserialize, Serialize};

/// Level of the programme at which an event is held.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// Held once for the whole country's programme.
    Central,
    /// Held for the whole city.
    City,
    /// Held for one district.
    District,
}

impl Level {
    /// All levels, widest first.
    pub const ALL: [Level; 3] = [Level::Central, Level::City, Level::District];

    /// The stable word in files and the database.
    pub const fn slug(self) -> &'static str {
        match self {
            Level::Central => "central",
            Level::City => "city",
            Level::District => "district",
        }
    }

    /// Reads [`Level::slug`].
    pub fn parse(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|level| level.slug().eq_ignore_ascii_case(slug.trim()))
    }
}

/// A district of Astana. Six since 2024; a seventh is a variant here and a line in each locale.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum District {
    /// Алматы ауданы.
    Almaty,
    /// Байқоңыр ауданы.
    Baiqonyr,
    /// Есіл ауданы.
    Esil,
    /// Нұра ауданы.
    Nura,
    /// Сарыарқа ауданы.
    Saryarqa,
    /// Сарайшық ауданы.
    Saraishyq,
}

impl District {
    /// All districts in the order of their English names.
    pub const ALL: [District; 6] = [
        District::Almaty,
        District::Baiqonyr,
        District::Esil,
        District::Nura,
        District::Saraishyq,
        District::Saryarqa,
    ];

    /// The stable word in files and the database.
    pub const fn slug(self) -> &'static str {
        match self {
            District::Almaty => "almaty",
            District::Baiqonyr => "baiqonyr",
            District::Esil => "esil",
            District::Nura => "nura",
            District::Saryarqa => "saryarqa",
            District::Saraishyq => "saraishyq",
        }
    }

    /// Other spellings met in files, lower case.
    const fn aliases(self) -> &'static [&'static str] {
        match self {
            District::Almaty => &["алматы", "алматинский"],
            District::Baiqonyr => &["байқоңыр", "байқоныр", "байконыр", "байконур", "baikonur", "baikonyr"],
            District::Esil => &["есіл", "есиль", "есильский", "yesil"],
            District::Nura => &["нұра", "нура", "нуринский"],
            District::Saryarqa => &["сарыарқа", "сарыарка", "сарыаркинский", "saryarka"],
            District::Saraishyq => &["сарайшық", "сарайшык", "сарайчик", "saraishyk", "sarayshyk"],
        }
    }

    /// Reads [`District::slug`] or a usual spelling, with or without the word for "district".
    pub fn parse(text: &str) -> Option<Self> {
        let lower = text.to_lowercase();
        let name = lower
            .split_whitespace()
            .find(|word| !matches!(*word, "ауданы" | "район" | "района" | "district"))?;
        Self::ALL.into_iter().find(|district| district.slug() == name || district.aliases().contains(&name))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn districts_are_read_in_every_usual_spelling() {
        for (text, district) in [
            ("esil", Some(District::Esil)),
            ("Есіл ауданы", Some(District::Esil)),
            ("район Сарайшык", Some(District::Saraishyq)),
            ("Алматинский район", Some(District::Almaty)),
            ("Baikonur", Some(District::Baiqonyr)),
            ("Paris", None),
            ("ауданы", None),
            ("", None),
        ] {
            assert_eq!(District::parse(text), district, "{text}");
        }
        for district in District::ALL {
            assert_eq!(District::parse(district.slug()), Some(district));
        }
    }
}
