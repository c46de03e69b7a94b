/// Sends recorded events: claims, signs, posts, retries.
@NullMarked
package io.tweestap.webhook.send;

import org.jspecify.annotations.NullMarked;
