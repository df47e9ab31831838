//! Which links Telegram accepts in a button or a text, and how it writes them down (`LinkManager.cpp`,
//! HttpUrl.cpp). Nothing is opened.

/// The link as Telegram keeps it, or why it is refused.
pub(crate) fn checked(link: &str) -> Result<String, &'static str> {
    let link = link.trim();
    let lower = link.to_ascii_lowercase();
    for own in ["tg:", "ton:", "tonsite:"] {
        if let Some(rest) = lower.strip_prefix(own) {
            let rest = rest.trim_start_matches('/');
            let host: &str = rest.split(['?', '/', '#']).next().unwrap_or_default();
            if host.is_empty() {
                return Err("Wrong URL");
            }
            let tail = &link[link.len() - rest.len()..];
            return Ok(format!("{own}//{tail}"));
        }
    }
    let (scheme, rest) = match link.split_once("://") {
        Some((scheme, rest)) if scheme.chars().all(|letter| letter.is_ascii_alphanumeric()) => {
            match scheme.to_ascii_lowercase().as_str() {
                "http" => ("http", rest),
                "https" => ("https", rest),
                _ => return Err("Unsupported URL protocol"),
            }
        }
        _ => ("http", link),
    };
    let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let (authority, query) = rest.split_at(end);
    let host_port = authority.rsplit_once('@').map_or(authority, |(_, host)| host);
    let (host, port) = split_port(host_port)?;
    if host.is_empty() {
        return Err("URL host is empty");
    }
    if !host.contains('.') && !host.starts_with('[') {
        return Err("Wrong HTTP URL");
    }
    if host
        .bytes()
        .any(|byte| byte.is_ascii_whitespace() || byte.is_ascii_control() || b"<>\"%\\^`{|}".contains(&byte))
    {
        return Err("Disallowed character in URL host");
    }
    let user = &authority[..authority.len() - host_port.len()];
    let slash = if query.starts_with('/') { "" } else { "/" };
    let query = query.replace(' ', "%20");
    Ok(format!("{scheme}://{user}{}{port}{slash}{query}", host.to_lowercase()))
}

fn split_port(host_port: &str) -> Result<(&str, &str), &'static str> {
    let from = host_port.rfind(']').unwrap_or(0);
    let Some(colon) = host_port[from..].rfind(':').map(|at| at + from) else { return Ok((host_port, "")) };
    let (host, port) = host_port.split_at(colon);
    match port[1..].parse::<u16>() {
        Ok(1..) => Ok((host, port)),
        _ => Err("Wrong port number specified in the URL"),
    }
}

/// The user a `tg://user?id=…` link is about.
pub(crate) fn user_of(link: &str) -> Option<i64> {
    let lower = link.to_ascii_lowercase();
    let rest = lower.strip_prefix("tg:")?.trim_start_matches('/').strip_prefix("user")?;
    let query = rest.trim_start_matches('/').strip_prefix('?')?;
    let (_, id) = url::form_urlencoded::parse(query.as_bytes()).find(|(name, _)| name == "id")?;
    id.parse().ok().filter(|id| *id > 0)
}
