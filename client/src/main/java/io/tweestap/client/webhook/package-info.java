/// Events to your own systems, set up and received. Start at [Webhooks] and [WebhookReceiver].
@NullMarked
package io.tweestap.client.webhook;

import org.jspecify.annotations.NullMarked;
