/// Messages on their way to a carrier: [Couriers] claim what is due, [DeliverDueMessages] hands it
/// over and [JudgeTry] says what follows from the answer.
@NullMarked
package io.tweestap.delivery.courier;

import org.jspecify.annotations.NullMarked;
