/// Who needs a second step, since when, how often. Start at [Policies].
@NullMarked
package io.tweestap.client.policy;

import org.jspecify.annotations.NullMarked;
