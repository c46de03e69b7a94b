/// The PostgreSQL that the program brings along and runs itself in the data directory, so that one
/// command is enough to start: durable, on the loopback address only, with a generated password.
@ApplicationModule
@NullMarked
package io.tweestap.embedded;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
