/// Rate limits, kept in PostgreSQL so that all nodes count together.
@ApplicationModule
@NullMarked
package io.tweestap.limit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
