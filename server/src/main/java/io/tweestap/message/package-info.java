/// Messages that an application writes itself: what a text costs before it is sent.
@ApplicationModule
@NullMarked
package io.tweestap.message;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
