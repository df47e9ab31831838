//! Texts: parse modes and their errors word for word, limits, trimming, what Telegram finds by itself.

#![cfg(test)]

use serde_json::{Value, json};

use crate::simulator::{Bench, bad};

async fn parsed(bench: &Bench, mode: &str, text: &str) -> Value {
    bench.call("sendMessage", json!({"chat_id": 1, "text": text, "parse_mode": mode})).await.ok()
}

async fn wrong(bench: &Bench, mode: &str, text: &str) -> String {
    let answer = bench.call("sendMessage", json!({"chat_id": 1, "text": text, "parse_mode": mode})).await;
    let (code, why) = answer.refused();
    assert_eq!(code, 400);
    why.strip_prefix("Bad Request: ").unwrap().replace("can't parse entities: ", "")
}

/// Entities as `type offset+length`.
fn entities(message: &Value) -> Vec<String> {
    let list = message["entities"].as_array().cloned().unwrap_or_default();
    let short =
        |one: &Value| format!("{} {}+{}", one["type"].as_str().unwrap(), one["offset"], one["length"]);
    list.iter().map(short).collect()
}

async fn bench() -> Bench {
    let bench = Bench::new().await;
    bench.person(1);
    bench
}

#[tokio::test]
async fn html_errors_word_for_word() {
    let bench = bench().await;
    for (text, why) in [
        ("a <br> b", r#"Unsupported start tag "br" at byte offset 2"#),
        ("ә <P>", r#"Unsupported start tag "p" at byte offset 3"#),
        ("a <", "Unclosed start tag at byte offset 2"),
        ("1 <b", "Unclosed start tag at byte offset 2"),
        (r#"<a href="x"#, "Unclosed start tag at byte offset 0"),
        ("<a href", r#"Unclosed start tag "a" at byte offset 0"#),
        ("<a href=", r#"Unclosed start tag "a" at byte offset 0"#),
        (r#"<a ="x">y</a>"#, r#"Empty attribute name in the tag "a" at byte offset 0"#),
        ("<a href=x:y>z</a>", "Unexpected end of name token at byte offset 8"),
        (r#"<span class="red">x</span>"#, r#"Tag "span" must have class "tg-spoiler" at byte offset 0"#),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        ("<b>x</b", "Unclosed end tag at byte offset 4"),
        ("<b>x</i>", r#"Unmatched end tag at byte offset 4, expected "</b>", found "</i>""#),
        ("<b><i>x</i>", r#"Can't find end tag corresponding to start tag "b""#),
        (r#"<tg-emoji emoji-id="x">y</tg-emoji>"#, "Invalid custom emoji identifier specified"),
    ] {
        assert_eq!(wrong(&bench, "HTML", text).await, why, "{text}");
    }
}

#[tokio::test]
async fn html_as_telegram_reads_it() {
    let bench = bench().await;
    let message = parsed(&bench, "html", "😀<b>қа<i>лың</i></B> &lt;x&gt; &#65;&#x42 &nbsp; &amp").await;
    assert_eq!(message["text"], "😀қалың <x> AB &nbsp; &");
    assert_eq!(entities(&message), ["bold 2+5", "italic 4+3"]);
    let message = parsed(&bench, "HTML", "<b>a</><pre><code class=\"language-rust\">fn</code></pre>").await;
    assert_eq!(message["entities"][1], json!({"type": "pre", "offset": 1, "length": 2, "language": "rust"}));
    let message =
        parsed(&bench, "HTML", "<a href='https://t.me/x?a=1&amp;b=2'>y</a> <a>example.com</a>").await;
    assert_eq!(message["entities"][0]["url"], "https://t.me/x?a=1&b=2");
    assert_eq!(message["entities"][1]["url"], "http://example.com/");
    let message = parsed(&bench, "HTML", "<a href='localhost'>y</a> <a href='tg://user?id=1'>z</a>").await;
    assert_eq!(message["text"], "y z");
    assert_eq!(entities(&message), ["text_mention 2+1"]);
    let quote =
        "<blockquote expandable>q</blockquote><tg-spoiler>s</tg-spoiler><span class='tg-spoiler'>t</span>";
    let message = parsed(&bench, "HTML", quote).await;
    assert_eq!(entities(&message), ["expandable_blockquote 0+1", "spoiler 1+2"]);
    let message = parsed(&bench, "HTML", "<b>a</b><b>b</b><code><b>c</b></code>").await;
    assert_eq!(entities(&message), ["bold 0+2", "code 2+1"]);
}

#[tokio::test]
async fn markdown_v2_errors_word_for_word() {
    let bench = bench().await;
    for (text, why) in [
        ("1. x", r"Character '.' is reserved and must be escaped with the preceding '\'"),
        ("a > b", r"Character '>' is reserved and must be escaped with the preceding '\'"),
        ("a | b", r"Character '|' is reserved and must be escaped with the preceding '\'"),
        ("(x)", r"Character '(' is reserved and must be escaped with the preceding '\'"),
        ("ә *b", "Can't find end of Bold entity at byte offset 3"),
        ("_b", "Can't find end of Italic entity at byte offset 0"),
        ("__b", "Can't find end of Underline entity at byte offset 0"),
        ("~b", "Can't find end of Strikethrough entity at byte offset 0"),
        ("||b", "Can't find end of Spoiler entity at byte offset 0"),
        ("`b", "Can't find end of Code entity at byte offset 0"),
        ("```b", "Can't find end of Pre entity at byte offset 0"),
        ("```rust\nb", "Can't find end of PreCode entity at byte offset 0"),
        ("[b", "Can't find end of TextUrl entity at byte offset 0"),
        ("[b](x", "Can't find end of a URL at byte offset 4"),
        ("![e]", "The entity must contain a tg://emoji or tg://time URL"),
        ("![e](http://a.kz)", "Invalid tg://emoji or tg://time URL specified"),
    ] {
        let got = wrong(&bench, "MarkdownV2", text).await;
        assert_eq!(got, why, "{text}");
    }
}

#[tokio::test]
async fn markdown_v2_as_telegram_reads_it() {
    let bench = bench().await;
    let text = r"*b _i_* __u__ ~s~ ||sp|| `c\.` [t](https://a.kz/\)) 1\.";
    let message = parsed(&bench, "markdownv2", text).await;
    assert_eq!(message["text"], "b i u s sp c. t 1.");
    let expected =
        ["bold 0+3", "italic 2+1", "underline 4+1", "strikethrough 6+1", "spoiler 8+2", "code 11+2"];
    assert_eq!(entities(&message)[..6], expected);
    assert_eq!(message["entities"][6]["url"], "https://a.kz/)");
    let message = parsed(&bench, "MarkdownV2", "```rust\nfn x\\(\\)\n```").await;
    assert_eq!(
        (message["text"].as_str(), &message["entities"][0]["language"]),
        (Some("fn x()"), &json!("rust"))
    );
    let message = parsed(&bench, "MarkdownV2", ">one\n>two||\nend").await;
    assert_eq!(message["text"], "one\ntwo\nend");
    assert_eq!(entities(&message), ["expandable_blockquote 0+7"]);
}

#[tokio::test]
async fn old_markdown() {
    let bench = bench().await;
    let got = wrong(&bench, "Markdown", "ә _b").await;
    assert_eq!(got, "Can't find end of the entity starting at byte offset 3");
    let message = parsed(&bench, "Markdown", r"*b* _i_ `c` [t](http://a.kz) \_x. 1.").await;
    assert_eq!(message["text"], "b i c t _x. 1.");
    assert_eq!(entities(&message), ["bold 0+1", "italic 2+1", "code 4+1", "text_link 6+1"]);
    assert_eq!(wrong(&bench, "Wiki", "x").await, "unsupported parse_mode");
}

#[tokio::test]
async fn texts_have_limits_in_characters_after_parsing() {
    let bench = bench().await;
    let send =
        |text: String| bench.call("sendMessage", json!({"chat_id": 1, "text": text, "parse_mode": "HTML"}));
    send("ә".repeat(4096)).await.ok();
    send(format!("<b>{}</b>  ", "😀".repeat(4096))).await.ok();
    assert_eq!(send("ә".repeat(4097)).await.refused(), bad("message is too long"));
    send(format!("&lt;{}", "a".repeat(4095))).await.ok();
    assert_eq!(send("x".repeat(32_769)).await.refused(), bad("text is too long"));
    assert_eq!(send(String::new()).await.refused(), bad("message text is empty"));
    for blank in [" \n ", "\u{200b}", "<b> </b>"] {
        assert_eq!(send(blank.to_owned()).await.refused(), bad("text must be non-empty"), "{blank:?}");
    }
}

#[tokio::test]
async fn texts_are_cleaned_and_offsets_follow() {
    let bench = bench().await;
    let message = parsed(&bench, "HTML", "\n  a\r\n\t<b>b \u{202e}c </b>\n ").await;
    assert_eq!(message["text"], "a\n b c");
    assert_eq!(entities(&message), ["bold 3+3"]);
    let message = parsed(&bench, "HTML", " <b> x</b>").await;
    assert_eq!((message["text"].as_str(), entities(&message)), (Some(" x"), vec!["bold 0+2".to_owned()]));
}

#[tokio::test]
async fn explicit_entities_are_checked_and_put_in_order() {
    let bench = bench().await;
    let send =
        |list: Value| bench.call("sendMessage", json!({"chat_id": 1, "text": "😀 hello", "entities": list}));
    let bold = |offset: i64, length: i64| json!({"type": "bold", "offset": offset, "length": length});
    let message = send(json!([bold(3, 5), {"type": "url", "offset": 0, "length": 2}])).await.ok();
    assert_eq!(entities(&message), ["bold 3+5"]);
    let middle = "entity begins in a middle of a UTF-16 symbol at byte offset 0";
    assert_eq!(send(json!([bold(1, 2)])).await.refused(), bad(middle));
    let beyond = "entity beginning at UTF-16 offset 3 ends after the end of the text at UTF-16 offset 8";
    assert_eq!(send(json!([bold(3, 6)])).await.refused(), bad(beyond));
    assert_eq!(send(json!([bold(-1, 6)])).await.refused(), bad("receive an entity with incorrect offset -1"));
    let missing = r#"can't parse MessageEntity: Can't find field "offset""#;
    assert_eq!(send(json!([{"type": "bold", "length": 1}])).await.refused(), bad(missing));
    let crossed = json!([bold(0, 5), {"type": "italic", "offset": 3, "length": 5}]);
    assert_eq!(entities(&send(crossed).await.ok()), ["bold 0+5", "italic 3+2", "italic 5+3"]);
}

#[tokio::test]
async fn entities_beyond_a_hundred_are_dropped() {
    let bench = bench().await;
    let text = "<b>a</b> ".repeat(120);
    let message = parsed(&bench, "HTML", &text).await;
    assert_eq!(entities(&message).len(), 100);
    assert_eq!(bench.simulator.objections(), ["more than 100 entities: the rest was dropped"]);
}

#[tokio::test]
async fn telegram_finds_links_commands_and_the_rest() {
    let bench = bench().await;
    let cases: [(&str, &[&str]); 11] = [
        ("/start@qatys_demo_bot a", &["bot_command 0+21"]),
        ("1/2 and/or", &[]),
        ("see https://qatys.kz/a?b=c.", &["url 4+22"]),
        ("(t.me/qatys)", &["url 1+10"]),
        ("file.rs and a.b", &[]),
        ("me@example.com", &["email 0+14"]),
        ("@aigul_k, @x", &["mention 0+8"]),
        ("#ашық #12 a#b", &["hashtag 0+5"]),
        ("$KZT 5", &["cashtag 0+4"]),
        ("+7 701 123-45-67!", &["phone_number 0+16"]),
        ("қайда?\nqatys.kz", &["url 7+8"]),
    ];
    for (text, expected) in cases {
        let message = parsed(&bench, "", text).await;
        assert_eq!(entities(&message), expected, "{text}");
    }
    let inside = parsed(&bench, "HTML", "<a href='https://a.kz'>qatys.kz</a> <code>/x</code>").await;
    assert_eq!(entities(&inside), ["text_link 0+8", "code 9+2"]);
}

#[tokio::test]
async fn hostile_texts_do_no_harm() {
    let bench = bench().await;
    let nasty = [
        "<",
        "&",
        "&#",
        "&#x",
        "&#xd800;",
        "&#0;",
        "</",
        "<b",
        "<b ",
        "<b x",
        "<b x=",
        "<b x='",
        "\\",
        "```",
        "[",
        "[a](",
        "![",
        "|",
        "||",
        ">",
        "\u{0}",
        "\u{feff}",
        "<a href='",
        "&#x110000;",
        "/",
        "@",
        "#",
        "$",
        "+",
        ".",
        ":",
        "://",
        "a://",
        "a.b@",
        "@a.b",
        "\u{1F468}\u{200d}\u{1F469}",
        "**",
        "__",
        "_*_*",
    ];
    for one in nasty {
        for other in nasty {
            for mode in ["", "HTML", "Markdown", "MarkdownV2"] {
                let text = format!("{one}ә{other}");
                let body = json!({"chat_id": 1, "text": text, "parse_mode": mode});
                let answer = bench.call("sendMessage", body).await;
                assert!(matches!(answer.status, 200 | 400), "{mode} {text:?}: {}", answer.raw);
            }
        }
    }
}
