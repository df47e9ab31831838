//! The HTTP front: connections that can be reset, the routes, and the steps every call goes through. What a
//! method does is in `methods`.

use std::io;
use std::net::SocketAddr;
use std::pin::Pin;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, Weak};
use std::task::{Context, Poll};

use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::connect_info::Connected;
use axum::extract::{ConnectInfo, Request, State};
use axum::http::{HeaderValue, Method, StatusCode, header};
use axum::response::Response;
use axum::serve::{IncomingStream, Listener};
use futures::task::AtomicWaker;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::{TcpListener, TcpStream};

use super::call;
use super::methods;
use super::page;
use super::reply::{self, refusals};
use super::request::{LowLevel, Params};
use super::state::{World, lock};

/// Files of up to 50 MB come with some text around them.
const MAX_BODY: usize = 51 << 20;

/// One connection's switch: once off, reading and writing fail and the socket is reset.
#[derive(Debug, Default)]
pub(crate) struct Switch {
    off: AtomicBool,
    reader: AtomicWaker,
}

impl Switch {
    /// Resets the connection.
    pub(crate) fn cut(&self) {
        self.off.store(true, Ordering::Release);
        self.reader.wake();
    }

    fn check(&self) -> io::Result<()> {
        if self.off.load(Ordering::Acquire) {
            return Err(io::ErrorKind::ConnectionReset.into());
        }
        Ok(())
    }
}

/// All open connections.
#[derive(Clone, Default)]
pub(crate) struct Connections(Arc<Mutex<Vec<Weak<Switch>>>>);

impl Connections {
    fn add(&self, switch: &Arc<Switch>) {
        let mut all = lock(&self.0);
        if all.len() >= 64 && all.len().is_power_of_two() {
            all.retain(|one| one.strong_count() > 0);
        }
        all.push(Arc::downgrade(switch));
    }

    /// Resets every open connection.
    pub(crate) fn cut_all(&self) {
        lock(&self.0).drain(..).filter_map(|one| one.upgrade()).for_each(|one| one.cut());
    }
}

struct Door {
    listener: TcpListener,
    connections: Connections,
}

impl Listener for Door {
    type Io = Pipe;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (Pipe, SocketAddr) {
        loop {
            let Ok((stream, address)) = TcpListener::accept(&self.listener).await else {
                // Out of file descriptors, usually: breathe and try again.
                tokio::time::sleep(std::time::Duration::from_millis(50)).await;
                continue;
            };
            // Answers are small and awaited: without this each would wait for the other side's acknowledgement.
            let _ = stream.set_nodelay(true);
            let switch = Arc::new(Switch::default());
            self.connections.add(&switch);
            return (Pipe { stream, switch }, address);
        }
    }

    fn local_addr(&self) -> io::Result<SocketAddr> {
        self.listener.local_addr()
    }
}

struct Pipe {
    stream: TcpStream,
    switch: Arc<Switch>,
}

impl Drop for Pipe {
    fn drop(&mut self) {
        if self.switch.off.load(Ordering::Acquire) {
            let _ = self.stream.set_zero_linger();
        }
    }
}

impl AsyncRead for Pipe {
    fn poll_read(mut self: Pin<&mut Self>, cx: &mut Context, buf: &mut ReadBuf) -> Poll<io::Result<()>> {
        self.switch.reader.register(cx.waker());
        self.switch.check()?;
        Pin::new(&mut self.stream).poll_read(cx, buf)
    }
}

impl AsyncWrite for Pipe {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context, bytes: &[u8]) -> Poll<io::Result<usize>> {
        self.switch.check()?;
        Pin::new(&mut self.stream).poll_write(cx, bytes)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        cx: &mut Context,
        slices: &[io::IoSlice],
    ) -> Poll<io::Result<usize>> {
        self.switch.check()?;
        Pin::new(&mut self.stream).poll_write_vectored(cx, slices)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(cx)
    }
}

/// The connection a request came by.
#[derive(Clone, Debug)]
pub(crate) struct Line(pub(crate) Arc<Switch>);

impl Connected<IncomingStream<'_, Door>> for Line {
    fn connect_info(stream: IncomingStream<'_, Door>) -> Self {
        Self(Arc::clone(&stream.io().switch))
    }
}

/// Serves until dropped.
pub(crate) async fn serve(listener: TcpListener, world: Arc<World>, connections: Connections) {
    let routes = Router::new().fallback(route).with_state(world);
    let door = Door { listener, connections };
    let _ = axum::serve(door, routes.into_make_service_with_connect_info::<Line>()).await;
}

async fn route(
    State(world): State<Arc<World>>,
    ConnectInfo(line): ConnectInfo<Line>,
    request: Request,
) -> Response {
    let path = request.uri().path();
    if let Some(rest) = path.strip_prefix("/bot") {
        let rest = rest.to_owned();
        return bot(&world, &line, &rest, request).await;
    }
    if let Some(rest) = path.strip_prefix("/file/bot") {
        return file(&world, rest);
    }
    if path == "/" || path.starts_with("/page/") {
        return page::route(world, request).await;
    }
    failure(&refusals::NOT_FOUND)
}

/// `/bot<token>/<method>`.
async fn bot(world: &Arc<World>, line: &Line, rest: &str, request: Request) -> Response {
    if request.method() != Method::GET && request.method() != Method::POST {
        return bare(LowLevel(501));
    }
    let Some((token, name)) = rest.split_once('/') else { return failure(&refusals::NOT_FOUND) };
    let (head, body) = request.into_parts();
    if head.headers.contains_key(header::CONTENT_ENCODING) {
        return bare(LowLevel(415));
    }
    let Ok(body) = axum::body::to_bytes(body, MAX_BODY).await else { return bare(LowLevel(413)) };
    let content_type = head.headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
    let params = match Params::read(head.uri.query(), content_type, &body) {
        Ok(params) => params,
        Err(low) => return bare(low),
    };
    if let Err(error) = authorise(world, token) {
        return failure(&error);
    }
    let name = if name.is_empty() { params.text("method") } else { name };
    match methods::find(name) {
        Some(method) => call::perform(world, line, method, &params).await,
        None => failure(&refusals::NO_METHOD),
    }
}

/// The two kinds of 401 (ClientManager.cpp, Client.cpp).
fn authorise(world: &World, token: &str) -> Result<(), reply::ApiError> {
    use subtle::ConstantTimeEq as _;
    let token = url_decoded(token);
    if bool::from(token.as_bytes().ct_eq(world.options.token.as_bytes())) {
        return Ok(());
    }
    let id = token.split_once(':').and_then(|(id, _)| id.parse::<u64>().ok());
    let well_formed =
        !token.starts_with('0') && token.len() <= 80 && id.is_some_and(|id| (1..1 << 54).contains(&id));
    Err(if well_formed { refusals::UNAUTHORIZED } else { refusals::INVALID_TOKEN })
}

/// Clients may write the colon of a token as `%3A`.
fn url_decoded(token: &str) -> String {
    token.replace("%3A", ":").replace("%3a", ":")
}

/// `/file/bot<token>/<file_path>`; the public front-end answers with an envelope when there is nothing.
fn file(world: &World, rest: &str) -> Response {
    let Some((token, path)) = rest.split_once('/') else { return failure(&refusals::NOT_FOUND) };
    if let Err(error) = authorise(world, token) {
        return failure(&error);
    }
    match world.files.at(path) {
        Some(bytes) => respond(StatusCode::OK, "application/octet-stream", bytes),
        None => failure(&refusals::NOT_FOUND),
    }
}

/// A status with an empty body, after which the server closes the connection.
fn bare(LowLevel(code): LowLevel) -> Response {
    let mut response = Response::new(Body::empty());
    *response.status_mut() = status(code);
    response.headers_mut().insert(header::CONNECTION, HeaderValue::from_static("close"));
    response
}

/// The envelope of a refusal.
pub(crate) fn failure(error: &reply::ApiError) -> Response {
    let mut response = respond(status(error.code), "application/json", reply::failure(error).into());
    if let Some(seconds) = error.retry_after {
        response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    }
    response
}

/// Any answer with a body.
pub(crate) fn respond(status: StatusCode, content_type: &'static str, body: Bytes) -> Response {
    let mut response = Response::new(Body::from(body));
    *response.status_mut() = status;
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(content_type));
    response
}

fn status(code: u16) -> StatusCode {
    StatusCode::from_u16(code).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
}
