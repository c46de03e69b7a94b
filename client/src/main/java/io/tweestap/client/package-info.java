/// The Java client of Tweestap. Start at [Tweestap].
@NullMarked
package io.tweestap.client;

import org.jspecify.annotations.NullMarked;
