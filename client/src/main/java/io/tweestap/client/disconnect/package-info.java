/// Factors taken away from users who lost them. Start at [Disconnects].
@NullMarked
package io.tweestap.client.disconnect;

import org.jspecify.annotations.NullMarked;
