//! The words in which people tell a date and a time. How they go together is in the module above.

use super::words::Words;
use chrono::Weekday;
use std::sync::LazyLock;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Word {
    Month(u32),
    Weekday(Weekday),
    /// Days from today.
    Ahead(u64),
    Which(Which),
    Part(Part),
    Noon,
    /// Says that the figures after it are a time; nothing before a word.
    Marker,
    Hours,
    Minutes,
    /// What a day of the month ends in.
    Ordinal,
    /// What a time ends in.
    Ending,
    /// Says nothing.
    Filler,
}

/// Of which week.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Which {
    This,
    Next,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Part {
    Am,
    Pm,
    Morning,
    Afternoon,
    Evening,
}

impl Part {
    /// The hour of 24 that an hour means in this part of the day.
    pub(super) fn hour(self, hour: u32) -> Option<u32> {
        let (as_said, afternoon) = match self {
            Part::Am => (1..=11, 0..0),
            Part::Morning => (4..=11, 0..0),
            Part::Pm => (12..=23, 1..12),
            Part::Afternoon => (12..=17, 1..6),
            Part::Evening => (16..=23, 4..12),
        };
        match hour {
            12 if self == Part::Am => Some(0),
            _ if as_said.contains(&hour) => Some(hour),
            _ if afternoon.contains(&hour) => Some(hour + 12),
            _ => None,
        }
    }
}

pub(super) static WORDS: LazyLock<Words<Word>> = LazyLock::new(|| Words::new(TABLE));

pub(super) const TABLE: &[(Word, &str)] = &[
    (Word::Month(1), "қаңтар+, қаң, январь, января, январе, янв, january, jan"),
    (Word::Month(2), "ақпан+, ақп, февраль, февраля, феврале, фев, февр, february, feb"),
    (Word::Month(3), "наурыз+, нау, март, марта, марте, мар, march, mar"),
    (Word::Month(4), "сәуір+, сәу, апрель, апреля, апреле, апр, april, apr"),
    (Word::Month(5), "мамыр+, мам, май, мая, мае, may"),
    (Word::Month(6), "маусым+, мау, июнь, июня, июне, июн, june, jun"),
    (Word::Month(7), "шілде+, шіл, июль, июля, июле, июл, july, jul"),
    (Word::Month(8), "тамыз+, там, август, августа, августе, авг, august, aug"),
    (Word::Month(9), "қыркүйек+, қыр, сентябрь, сентября, сентябре, сен, сент, september, sep, sept"),
    (Word::Month(10), "қазан+, қаз, октябрь, октября, октябре, окт, october, oct"),
    (Word::Month(11), "қараша+, қар, ноябрь, ноября, ноябре, ноя, нояб, november, nov"),
    (Word::Month(12), "желтоқсан+, жел, декабрь, декабря, декабре, дек, december, dec"),
    (Word::Weekday(Weekday::Mon), "дүйсенбі+, дс, понедельник, понедельника, понедельнику, пн, monday, mon"),
    (Word::Weekday(Weekday::Tue), "сейсенбі+, сс, вторник, вторника, вторнику, вт, tuesday, tue, tues"),
    (Word::Weekday(Weekday::Wed), "сәрсенбі+, ср, среда, среду, среды, wednesday, wed"),
    (Word::Weekday(Weekday::Thu), "бейсенбі+, бс, четверг, четверга, чт, thursday, thu, thur, thurs"),
    (Word::Weekday(Weekday::Fri), "жұма+, жм, пятница, пятницу, пятницы, пт, friday, fri"),
    (Word::Weekday(Weekday::Sat), "сенбі+, сб, суббота, субботу, субботы, saturday, sat"),
    (Word::Weekday(Weekday::Sun), "жексенбі+, жс, воскресенье, воскресенья, вс, вск, sunday, sun"),
    (Word::Ahead(0), "бүгін+, сегодня, today"),
    (Word::Ahead(1), "ертең+, завтра, tomorrow, tmrw"),
    (
        Word::Ahead(2),
        "бүрсігүні, бүрсүгүні, арғы күні, послезавтра, day after tomorrow, the day after tomorrow",
    ),
    (
        Word::Which(Which::This),
        "осы, бұл, осы аптада, осы аптаның, этот, эту, это, этой неделе, this, this week",
    ),
    (Word::Which(Which::Next), "келесі, келесі аптада, келесі аптаның, следующий, следующую, следующее"),
    (Word::Which(Which::Next), "следующей неделе, next, next week"),
    (Word::Part(Part::Am), "am, a m"),
    (Word::Part(Part::Pm), "pm, p m"),
    (Word::Part(Part::Morning), "таңғы, таңертең, таңертеңгі, утра, утром, in the morning, morning"),
    (
        Word::Part(Part::Afternoon),
        "түскі, түстен кейін, түстен кейінгі, дня, днём, in the afternoon, afternoon",
    ),
    (Word::Part(Part::Evening), "кешкі, кешке, вечера, вечером, in the evening, evening"),
    (Word::Noon, "түсте, тал түсте, полдень, noon, midday"),
    (Word::Marker, "сағат, сағ, в, во, at"),
    (Word::Hours, "сағат, сағ, ч, час, часа, часов, h, o clock"),
    (Word::Minutes, "минут, минуты, мин, m, min"),
    (
        Word::Ordinal,
        "і, ы, сі, сы, інде, ында, сінде, сында, ші, шы, інші, ыншы, нші, ншы, го, е, ое, th, st, nd, rd",
    ),
    (Word::Ending, "да, де, та, те, ға, ге, қа, ке"),
    (Word::Filler, "күні, жыл, жылы, жылғы, ж, на, г, год, года, on, of, the, t"),
];
