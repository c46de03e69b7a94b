/// A message out: a durable outbox, the choice of a carrier, retry, and what became of it.
@ApplicationModule
@NullMarked
package io.tweestap.delivery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
