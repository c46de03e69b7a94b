/// What codes that people typed teach about carriers: [io.tweestap.delivery.learn.CountOutcomes]
/// counts them, [io.tweestap.delivery.learn.Thompson] and [io.tweestap.delivery.learn.Conversion]
/// draw conclusions, and [io.tweestap.delivery.learn.LearnedOrder] puts carriers in their order by
/// them.
@NullMarked
package io.tweestap.delivery.learn;

import org.jspecify.annotations.NullMarked;
