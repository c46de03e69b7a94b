/// Makes a repeated request with the same Idempotency-Key answer as the first one did.
@ApplicationModule
@NullMarked
package io.tweestap.idempotency;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
