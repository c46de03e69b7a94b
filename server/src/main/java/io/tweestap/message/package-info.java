/// Messages that an application writes itself, to one or to a thousand; and what a text comes to.
@ApplicationModule
@NullMarked
package io.tweestap.message;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
