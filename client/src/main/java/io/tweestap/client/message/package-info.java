/// Messages of your own, and what became of all. Start at [Messages].
@NullMarked
package io.tweestap.client.message;

import org.jspecify.annotations.NullMarked;
