/// Messages that people send: kept before a carrier may forget them, put together, read by their
/// tenant.
@ApplicationModule
@NullMarked
package io.tweestap.inbound;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
