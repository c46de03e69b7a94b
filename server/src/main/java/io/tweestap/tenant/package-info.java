/// The organizations on this installation: their settings, API clients and access tokens.
@ApplicationModule
@NullMarked
package io.tweestap.tenant;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
