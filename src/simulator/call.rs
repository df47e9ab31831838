//! One call from faults to ledger: what befalls it, what it does, what is written down about it.

use std::sync::Arc;

use axum::body::Body;
use axum::http::StatusCode;
use axum::response::Response;

use super::faults::FaultKind;
use super::ledger::Call;
use super::methods::{self, Method};
use super::reply::{self, ApiError, Outcome, refusals};
use super::request::Params;
use super::server::{self, Line};
use super::state::World;

/// Performs a call and answers it.
pub(crate) async fn perform(
    world: &Arc<World>,
    line: &Line,
    method: &'static Method,
    params: &Params,
) -> Response {
    let (wait, fault) = world.faults.strike(method.name);
    if !wait.is_zero() {
        tokio::time::sleep(wait).await;
    }
    let refusal = match fault {
        Some(FaultKind::ResetBefore) => {
            note(world, method, params, None, true);
            return cut(line);
        }
        Some(FaultKind::BadGateway) => Some(refusals::BAD_GATEWAY),
        Some(FaultKind::TooManyRequests { retry_after }) => Some(ApiError::too_many(retry_after)),
        Some(FaultKind::ResetAfter) | None => None,
    };
    let outcome = match refusal.map_or_else(|| limited(world, method, params), Err) {
        Ok(()) => {
            tidiness(world, method, params);
            methods::run(world, method, params).await
        }
        Err(error) => Err(error),
    };
    let lost = fault == Some(FaultKind::ResetAfter);
    note(world, method, params, Some(&outcome), lost);
    if lost {
        return cut(line);
    }
    match outcome {
        Ok(done) => server::respond(StatusCode::OK, "application/json", reply::success(&done).into()),
        Err(error) => server::failure(&error),
    }
}

/// Cuts the line; the answer never leaves.
fn cut(line: &Line) -> Response {
    line.0.cut();
    Response::new(Body::empty())
}

fn limited(world: &World, method: &Method, params: &Params) -> Result<(), ApiError> {
    if !method.counts {
        return Ok(());
    }
    let chat = params.text("chat_id").parse().unwrap_or(0);
    world.limits.count(chat).map_err(ApiError::too_many)
}

/// What Telegram lets pass and a good bot does not do.
fn tidiness(world: &World, method: &Method, params: &Params) {
    for name in params.nulls() {
        world.ledger.object(format!("{}: parameter `{name}` is null", method.name));
    }
    for name in params.names() {
        let known = method.fields.contains(&name) || name == "method";
        // An uploaded file is named by `attach://` and is no parameter of its own.
        if !known && params.file(name).is_none() {
            world.ledger.object(format!("{}: unknown parameter `{name}`", method.name));
        }
    }
}

fn note(world: &World, method: &Method, params: &Params, outcome: Option<&Outcome>, lost: bool) {
    if !world.ledger.is_on() {
        return;
    }
    let (status, description, effect, message_id) = match outcome {
        Some(Ok(done)) => (200, None, true, done.message_id),
        Some(Err(error)) => (error.code, Some(error.description.to_string()), false, None),
        None => (0, None, false, None),
    };
    world.ledger.add(Call {
        at: world.now(),
        method: method.name.to_owned(),
        chat_id: params.text("chat_id").parse().ok(),
        status: if lost { 0 } else { status },
        description,
        effect,
        message_id,
    });
}
