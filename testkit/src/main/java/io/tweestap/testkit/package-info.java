/// Placeholder.
@NullMarked
package io.tweestap.testkit;

import org.jspecify.annotations.NullMarked;
