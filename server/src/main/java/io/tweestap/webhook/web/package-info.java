/// The REST endpoints of webhooks.
@NullMarked
package io.tweestap.webhook.web;

import org.jspecify.annotations.NullMarked;
