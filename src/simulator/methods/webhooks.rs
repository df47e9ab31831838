//! `setWebhook` and its sisters: what may be set. Delivery is in `webhook`.

use std::sync::Arc;

use crate::simulator::reply::{Done, Outcome, refusals};
use crate::simulator::request::Params;
use crate::simulator::state::World;
use crate::simulator::webhook;

/// `setWebhook`; an empty URL removes it.
pub(super) fn set(world: &Arc<World>, params: &Params) -> Outcome {
    let url = params.text("url").trim();
    if url.is_empty() {
        return Ok(delete(world, params));
    }
    let target = webhook::Target::read(url, params)?;
    world.webhook.too_soon()?;
    world.queue.allow(params.raw("allowed_updates"));
    if params.flag("drop_pending_updates") {
        world.queue.clear();
    }
    world.poller.end(refusals::WEBHOOK_SET);
    let remark = if world.webhook.set(world, target) { "Webhook was set" } else { "Webhook is already set" };
    Ok(Done::yes().saying(remark))
}

/// `deleteWebhook`.
pub(super) fn delete(world: &Arc<World>, params: &Params) -> Done {
    if params.flag("drop_pending_updates") {
        world.queue.clear();
    }
    let remark = if world.webhook.stop() { "Webhook was deleted" } else { "Webhook is already deleted" };
    Done::yes().saying(remark)
}

/// `getWebhookInfo`.
pub(super) fn info(world: &Arc<World>, _params: &Params) -> Done {
    Done::of(&world.webhook.info(world))
}
