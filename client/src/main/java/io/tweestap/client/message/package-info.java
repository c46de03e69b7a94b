/// What became of messages. Start at [Messages].
@NullMarked
package io.tweestap.client.message;

import org.jspecify.annotations.NullMarked;
