/// Signed events out: tells a tenant's own systems what happened, at least once each, following the
/// Standard Webhooks specification 1.0.0.
///
/// The story: [Webhooks] records an event in the transaction that caused it;
/// `send.DeliverDueEvents` claims what is due and posts it; [Events] shows what became of it and
/// replays it. [Endpoints] keeps the addresses. `address` refuses those that are not public.
@ApplicationModule
@NullMarked
package io.tweestap.webhook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
